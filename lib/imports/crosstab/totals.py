"""Rows and columns of sums in a drawn table: the unit that each is of, and whether it adds up."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lib.imports.cautions.beside_stored import ADDED, shown
from lib.imports.cautions.sums import off_by
from lib.imports.crosstab.columns import SUMS
from lib.imports.result import Caution
from lib.rules.organisation import WHOLE, Organisation, Tree
from lib.tables.records import Record, Records
from lib.words.folding import fold
from lib.words.language import _, decimals_of

_OTHERS = frozenset(
    {"medel", "medelvarde", "snitt", "genomsnitt", "median", "average", "mean", "varav", "ack", "ackumulerat"}
)

# Sums of all rows, not of the last group of them.
_OF_ALL = frozenset({"totalsumma", "summa totalt", "grand total"})
# Figures of a row of sums by column, each with its heading.
ColumnFigures = Mapping[int, tuple[str, float]]


def is_sum(text: str) -> bool:
    """Whether a row with this label adds others up: 'Summa', 'Totalsumma', 'Summa intäkter'."""
    folded = fold(text)
    return folded in SUMS or folded.startswith(("summa ", "delsumma "))


def is_made_of_others(text: str) -> bool:
    """Whether a row with this label is computed of others in some way, so that it says nothing of its own."""
    return is_sum(text) or fold(text) in _OTHERS


@dataclass(frozen=True, slots=True)
class Summand:
    """A figure that a sum below it, or to its right, may hold; `value` is None where it has no number."""

    indicator: str
    unit: str
    value: float | None


@dataclass
class Totals:
    """The figures of a table as it is read, column by column, and the sums that do not hold them."""

    sheet: str
    stored: Records
    day: date = date.max
    cautions: list[Caution] = field(default_factory=list)
    _all: dict[int, list[Summand]] = field(default_factory=lambda: defaultdict(list))
    _of_group: dict[int, list[Summand]] = field(default_factory=lambda: defaultdict(list))

    def add(self, column: int, part: Summand) -> None:
        """A figure of a row that is no sum."""
        self._all[column].append(part)
        self._of_group[column].append(part)

    def begin_group(self) -> None:
        """A heading, or a sum, stands between what was and what comes."""
        self._of_group.clear()

    def unit_of(self, text: str, heading: str | None, indicator: str, figures: ColumnFigures) -> str | None:
        """The unit whose figures a sum called `text` has: '' the whole board; None where what it adds is no whole.

        `heading` is the unit that stands over the rows, if one does. A sum is of the rows under the last heading, or of
        all rows: of those that it adds up.
        """
        is_of_all = fold(text) in _OF_ALL
        if self._adds_up(indicator):
            if self._fits(self._of_group, indicator, figures) and not is_of_all:
                return heading or self._whole(self._of_group, indicator)
            is_of_all |= self._fits(self._all, indicator, figures)
        if heading and not is_of_all:
            return heading
        return self._whole(self._all if is_of_all or not self._of_group else self._of_group, indicator)

    def _fits(self, way: Mapping[int, list[Summand]], indicator: str, figures: ColumnFigures) -> bool:
        """Whether figures are the sums of these columns."""
        added = [
            (value, self._values(_of(indicator, way.get(column, ())))) for column, (_heading, value) in figures.items()
        ]
        return bool(added) and all(parts is not None and not off_by(value, *parts) for value, parts in added)

    def _whole(self, way: Mapping[int, list[Summand]], indicator: str) -> str | None:
        """The unit that is all of these together; None where they are only some of one."""
        units = {part.unit for parts in way.values() for part in parts if part.indicator == indicator} - {WHOLE}
        if not units:
            return WHOLE
        tree = self._tree
        for unit in tree.below(WHOLE):  # a unit is there where all right below it are
            if tree.children.get(unit) and units.issuperset(tree.children[unit]):
                units.add(unit)
        for whole in (WHOLE, *dict.fromkeys(tree.spans[member].parent for member in units if member in tree.spans)):
            below = set(tree.children.get(whole, ()))
            if below and below <= units:
                return whole
        return None

    def check_row(self, row: int, indicator: str, figures: ColumnFigures) -> None:
        """A row of sums: by column, its heading and value; `indicator` where the row says which it is of."""
        for column, (heading, value) in figures.items():
            ways = (self._of_group[column], self._all[column])
            self._check(row, heading, value, [_of(indicator, way) for way in ways])

    def check_column(self, row: int, heading: str, value: float, parts: Sequence[Summand]) -> None:
        """A sum of the figures to its left."""
        self._check(row, heading, value, [parts])

    def _check(self, row: int, heading: str, value: float, ways: Sequence[Sequence[Summand]]) -> None:
        """Report a sum that equals none of the sets of parts it may be of."""
        added = [figures for parts in ways if (figures := self._values(parts))]
        if added and all(off_by(value, values, counted) for values, counted in added):
            values = added[0][0]
            together = shown(round(sum(values), max(map(decimals_of, values))))
            sentence = _(
                "{value} is not the sum of the figures that it stands by, {sum}. Correct the sum or the figures."
            )
            message = sentence.format(value=shown(value), sum=together)
            self.cautions.append(Caution("sum", self.sheet, row, heading, message))

    def _values(self, parts: Sequence[Summand]) -> tuple[list[float], bool] | None:
        """The figures that add up to a sum, and whether they are counted; None where they are no parts of one."""
        tree = self._tree
        units = {part.unit for part in parts}
        parts = [part for part in parts if not units & set(tree.path(part.unit)[:-1])]
        of = [self._indicators.get(part.indicator) for part in parts]
        known = [indicator for indicator in of if indicator is not None and indicator["statistic"] in ADDED]
        if len(parts) < 2 or len(known) < len(parts) or len({indicator["unit_of_measure"] for indicator in known}) > 1:
            return None
        values = [part.value for part in parts if part.value is not None]
        return (values, known[0]["statistic"] == "count") if len(values) == len(parts) else None

    def _adds_up(self, indicator: str) -> bool:
        of = self._indicators.get(indicator)
        return of is not None and of["statistic"] in ADDED

    @cached_property
    def _indicators(self) -> dict[str, Record]:
        return {row["indicator"]: row for row in self.stored.get("indicators", ())}

    @cached_property
    def _tree(self) -> Tree:
        return Organisation.of_rows(self.stored.get("units", ())).on(self.day)


def _of(indicator: str, parts: Sequence[Summand]) -> list[Summand]:
    return [part for part in parts if indicator in ("", part.indicator)]

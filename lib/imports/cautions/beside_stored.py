"""A file's figures beside the stored ones: the input of every check for implausible figures.

Sentences quote the file's own figures only: a stored one may be of a group too small to be shown.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lib.rules.periods import Period
from lib.tables.model import Observation
from lib.tables.records import Key, Record, Records, key_of
from lib.words.language import decimals_of, number, period_name

# A row, its number among the file's rows of its table, and the sentence about it.
StoredMatch = tuple[Record, int, str]
# Statistics whose parts add up to the whole.
_MOST_DECIMALS = 6
ADDED = frozenset({"count", "sum"})


@dataclass(frozen=True)
class StoredRows:
    """The observations of a file, and the rows of its board that are stored. A figure is named by its number here."""

    records: Sequence[Record]
    stored: Records

    @cached_property
    def before(self) -> dict[Key, Record]:
        """The stored observations that have a figure."""
        return {
            key_of(Observation, row): row for row in self.stored.get("observations", ()) if row["value"] is not None
        }

    @cached_property
    def now(self) -> dict[Key, int]:
        """The numbers of the file's figures by their key."""
        return {key_of(Observation, record): number for record, number in self.new()}

    def new(self) -> Iterator[tuple[Record, int]]:
        """The file's figures."""
        return ((record, number) for number, record in enumerate(self.records) if record["value"] is not None)

    def changed(self) -> Iterator[tuple[Record, int]]:
        """The figures that are not stored just so."""
        return ((self.records[number], number) for number in self._changed)

    @cached_property
    def _changed(self) -> Sequence[int]:
        before = self.before
        return array(
            "L",
            (
                number
                for record, number in self.new()
                if not before
                or (old := before.get(key_of(Observation, record))) is None
                or old["value"] != record["value"]
            ),
        )

    def known(self, key: Key) -> Record | None:
        """The figure of a key: the file's, or if it has none the stored one."""
        number = self.now.get(key)
        return self.before.get(key) if number is None else self.records[number]

    @cached_property
    def indicators(self) -> dict[str, Record]:
        """The stored indicators by their code."""
        return {row["indicator"]: row for row in self.stored.get("indicators", ())}

    @cached_property
    def all_below_one(self) -> set[str]:
        """Indicators in per cent of which every figure of the file is at most 1, and the store has none."""
        known = {row["indicator"] for row in self.before.values()}
        most: dict[str, float] = defaultdict(float)
        for record, _number in self.new():
            most[record["indicator"]] = max(most[record["indicator"]], abs(record["value"]))
        in_percent = {code for code, row in self.indicators.items() if row["unit_of_measure"].strip() == "%"}
        return {code for code, value in most.items() if value <= 1 and code in in_percent - known}

    def adds_up(self, indicator: str) -> bool:
        """Whether parts of this indicator's figures make a whole."""
        return indicator in self.indicators and self.indicators[indicator]["statistic"] in ADDED

    def name(self, indicator: str) -> str:
        """The name of an indicator."""
        return str(self.indicators[indicator]["name"]) if indicator in self.indicators else indicator


def shown(value: float) -> str:
    """A figure with the decimals that it has, also where there are more than are printed elsewhere."""
    return number(value, min(decimals_of(value), _MOST_DECIMALS))


def period_of(record: Record) -> str:
    """A figure's period in words."""
    return period_name(Period(record["period_start"], record["period_end"]))

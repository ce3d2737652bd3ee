"""The absence page's read model: one unit of the organisation with its children, months, parts and what they tell.

All of it is made from cells that are shown; a hole stays a hole in everything that would need it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from lib.rules.absence.breaks import Break, breaks
from lib.rules.absence.comparable import as_it_was, related
from lib.rules.absence.hours import (
    AGES,
    GENDERS,
    LENGTHS,
    ROLLING,
    AbsencePart,
    Hole,
    Hours,
    HoursCell,
    Method,
    Need,
    month_end,
    needed,
    over,
)
from lib.rules.mix import WeightedPart as Weighed
from lib.rules.mix import mix
from lib.rules.movement import MixMovement
from lib.rules.organisation import WHOLE, Organisation
from lib.rules.periods import Period
from lib.rules.series import OUTCOME, IndicatorTraits, Point, Series
from lib.rules.status import Level, Measure
from lib.store.absence_published import PublishedCells
from lib.views.absence.unit import (
    NOW,
    AbsenceReading,
    UnitRow,
    about,
    attention,
    point_of,
    row_of,
    series_of,
    targets_of,
)
from lib.views.board import BoardData

HEAT_MONTHS, MOST_ROWS = 18, 40


class AbsenceSource(Protocol):
    """The source of the figures: `lib.published.Reader`, kept by whoever asks."""

    def organisation(self) -> Organisation: ...  # noqa: D102
    def months(self) -> dict[date, bool]: ...  # noqa: D102
    def cells(self, units: frozenset[str]) -> PublishedCells: ...  # noqa: D102
    def rolling(self, end: date) -> dict[str, float]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class AtTarget:
    """The number of lowest units at or under the target in the twelve months that end on a day."""

    end: date
    met: int
    visible: int
    all: int


@dataclass(frozen=True, eq=False)
class AbsenceView:
    """A unit as the page shows it. Series are by part; `rolling` and `monthly` never stand in one line."""

    about: IndicatorTraits
    unit: str
    version: str
    end: date
    waiting: tuple[date, ...]
    path: tuple[tuple[str, str], ...]
    siblings: tuple[tuple[str, str], ...]
    own: UnitRow
    rows: tuple[UnitRow, ...]
    monthly: Mapping[AbsencePart, Series]
    rolling: Mapping[AbsencePart, Series]
    year_to_date: HoursCell
    parts: Mapping[AbsencePart, tuple[HoursCell, HoursCell]]
    heat: tuple[tuple[UnitRow, Series], ...]
    at_target: tuple[AtTarget, ...]
    need: Need | None
    mix: MixMovement | None
    breaks: tuple[Break, ...]

    @property
    def has_versions(self) -> bool:
        """Whether the organisation has changed in a way that makes two versions of the unit's months."""
        return any(change.kind != "renamed" for change in self.breaks)


def latest(months: Mapping[date, bool], year: int | None = None) -> date | None:
    """The last month (of a year) for which the whole board is known, else the last there is; None without any."""
    of_year = [month for month in months if year in (None, month.year)]
    return max((month for month in of_year if months[month]), default=max(of_year, default=None))


def absence_view(
    data: BoardData, source: AbsenceSource, unit: str = WHOLE, version: str = NOW, year: int | None = None
) -> AbsenceView | None:
    """One unit; None where the board has no hours (of that year). Raises KeyError for an unknown unit."""
    organisation, known = source.organisation(), source.months()
    newest = latest(known, year)
    if newest is None:
        return None
    end = _last_month(organisation, unit, newest)
    tree = organisation.on(end)
    children = tree.children.get(unit, [])
    lowest = tree.lowest(unit)
    warm = lowest if len(lowest) <= MOST_ROWS else children
    cells = source.cells(frozenset(related(organisation, [WHOLE, unit, *children, *warm])))
    read = AbsenceReading(data, organisation, cells, end, version)
    rows = {child: row_of(read, child, child in tree.children) for child in dict.fromkeys([*children, *warm])}
    own = row_of(read, unit, bool(children))
    path = [(above, read.name(above)) for above in tree.path(unit)]
    above = tree.spans[unit].parent if unit in tree.spans else WHOLE
    beside = tree.children.get(above, []) if unit else []
    return AbsenceView(
        about=about(data),
        unit=unit,
        version=version,
        end=end,
        waiting=tuple(month for month in known if month > end and year is None) if end == newest else (),
        path=tuple(path),
        siblings=tuple((sibling, read.name(sibling)) for sibling in beside if sibling != unit),
        own=own,
        rows=tuple(sorted((rows[child] for child in children), key=attention)),
        monthly={part: series_of(read, unit, part, Method.MONTH) for part in (AbsencePart.TOTAL, *GENDERS)},
        rolling={part: series_of(read, unit, part, Method.ROLLING) for part in (AbsencePart.TOTAL, *GENDERS)},
        year_to_date=over(read.months(unit, AbsencePart.TOTAL), end, Method.YEAR_TO_DATE),
        parts={part: _then_and_now(read, unit, part) for part in (*LENGTHS, *AGES) if (unit, part) in cells},
        heat=tuple(
            (rows[lower], series_of(read, lower, AbsencePart.TOTAL, Method.MONTH, HEAT_MONTHS))
            for lower in sorted(warm, key=lambda lower: attention(rows[lower]))
        ),
        at_target=tuple(_at_target(read, source, unit, _year_ends(known, end))) if children else (),
        need=_need(own),
        mix=_mix(own, [rows[child] for child in children], end),
        breaks=tuple(breaks(organisation, unit, min(known), end)),
    )


def _last_month(organisation: Organisation, unit: str, newest: date) -> date:
    """The newest month, or the last in which the unit was there. Raises KeyError for an unknown unit."""
    if organisation.is_there(unit, newest):
        return newest
    last = organisation.of_unit[unit][-1].valid_to or newest
    return min(newest, month_end(last.year, last.month))


def _then_and_now(read: AbsenceReading, unit: str, part: AbsencePart) -> tuple[HoursCell, HoursCell]:
    """Twelve months of a part that end now and a year ago."""
    months = as_it_was(read.cells, unit, part)
    return over(months, read.end, Method.ROLLING), over(
        months, month_end(read.end.year - 1, read.end.month), Method.ROLLING
    )


def _year_ends(known: Mapping[date, bool], end: date) -> list[date]:
    """The Decembers that have twelve months before them, and the last month."""
    months = [month for month in known if month <= end][ROLLING - 1 :]
    return [month for month in months if month.month == 12 or month == end]


def _at_target(read: AbsenceReading, source: AbsenceSource, unit: str, ends: Sequence[date]) -> Iterator[AtTarget]:
    """How many units were at the target at each of some month's ends that a target was in force for."""
    template = Series(about(read.data), unit, "", "T", (), targets_of(read.data, unit))
    for end in ends:
        shares, lowest = source.rolling(end), read.organisation.on(end).lowest(unit)
        last = Period.of_month(end.year, end.month)
        year = Period(Period.of_number(last.number - ROLLING + 1).start, end)
        if template.target_for(Point(year, OUTCOME, None)) is None:
            continue
        times = Counter(shares[child] for child in lowest if child in shares)
        levels = {share: template.judge(Point(year, OUTCOME, Measure(share))).judgement.level for share in times}
        met = sum(many for share, many in times.items() if levels[share] is Level.MET)
        yield AtTarget(end, met, times.total(), len(lowest))


def _need(own: UnitRow) -> Need | None:
    span = own.judged.span
    if isinstance(own.rolling, Hole) or span is None or span.target.value is None:
        return None
    return needed(own.rolling, span.target.value) if own.judged.judgement.level is not Level.MET else None


def _mix(own: UnitRow, rows: Sequence[UnitRow], end: date) -> MixMovement | None:
    """The part of the change since a year ago that is the units' own; those that are not shown are taken together."""
    if isinstance(own.rolling, Hole) or isinstance(own.before, Hole) or not rows:
        return None
    before, after, rest = {}, {}, [own.before, own.rolling]
    for row in rows:
        if isinstance(row.rolling, Hours) and isinstance(row.before, Hours):
            before[row.unit], after[row.unit] = _weighed(row.before), _weighed(row.rolling)
            rest = [rest[0] - row.before, rest[1] - row.rolling]
    if rest[0].ordinary > 0 and rest[1].ordinary > 0 and len(before) < len(rows):
        before[WHOLE], after[WHOLE] = _weighed(rest[0]), _weighed(rest[1])
    parts = mix(before, after) if len(before) > 1 else None
    change = (own.rolling.share or 0.0) - (own.before.share or 0.0)
    return MixMovement(point_of(own.before, month_end(end.year - 1, end.month)), change, parts) if parts else None


def _weighed(hours: Hours) -> Weighed:
    return Weighed(hours.ordinary, hours.share or 0.0)

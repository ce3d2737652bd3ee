"""The absence page's read model: one unit of the organisation with its children, months, parts and what they tell.

All of it is made from cells that are shown; a hole stays a hole in everything that would need it.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from lib.absence import (
    AGES,
    GENDERS,
    LENGTHS,
    ROLLING,
    Cell,
    Hole,
    Hours,
    Method,
    Months,
    Need,
    Part,
    month_end,
    needed,
    over,
)
from lib.board import BoardData
from lib.breaks import Break, breaks
from lib.comparable import as_it_is, as_it_was, related
from lib.direction import Direction
from lib.mix import Part as Weighed
from lib.mix import mix
from lib.movement import MixMovement, Movement, movement
from lib.organisation import WHOLE, Organisation
from lib.periods import Period
from lib.published import Cells
from lib.series import About, Judged, Point, Series, TargetSpan
from lib.status import Level, Measure

INDICATOR = "sjukfranvaro"
"""The indicator that is defined as hours of absence over hours of ordinary working time; its targets hold here."""
NOW, THEN = "", "then"
HEAT_MONTHS, MOST_ROWS = 18, 40
_STATUS = {Hole.SMALL: "hidden", Hole.PROTECTS: "protects", Hole.LATE: "missing", Hole.NONE: "not_applicable"}


class Source(Protocol):
    """Where the figures come from: `lib.published.Reader`, kept by whoever asks."""

    def organisation(self) -> Organisation: ...  # noqa: D102
    def months(self) -> dict[date, bool]: ...  # noqa: D102
    def cells(self, units: frozenset[str]) -> Cells: ...  # noqa: D102
    def rolling(self, end: date) -> dict[str, float]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: its twelve months and latest month, all and women and men, against the target; which way it goes."""

    unit: str
    name: str
    has_units: bool
    rolling: Cell
    month: Cell
    women: Cell
    men: Cell
    judged: Judged
    movement: Movement
    before: Cell

    @property
    def is_shown(self) -> bool:
        """Whether its twelve months are shown."""
        return isinstance(self.rolling, Hours)


@dataclass(frozen=True, slots=True)
class AtTarget:
    """How many of the lowest units were at or under the target in the twelve months that end on a day."""

    end: date
    met: int
    shown: int
    all: int


@dataclass(frozen=True, eq=False)
class AbsenceView:
    """What the page shows of a unit. Series are by part; `rolling` and `monthly` never stand in one line."""

    about: About
    unit: str
    version: str
    end: date
    waiting: tuple[date, ...]
    path: tuple[tuple[str, str], ...]
    siblings: tuple[tuple[str, str], ...]
    own: UnitRow
    rows: tuple[UnitRow, ...]
    monthly: Mapping[Part, Series]
    rolling: Mapping[Part, Series]
    year_to_date: Cell
    parts: Mapping[Part, tuple[Cell, Cell]]
    heat: tuple[tuple[UnitRow, Series], ...]
    at_target: tuple[AtTarget, ...]
    need: Need | None
    mix: MixMovement | None
    breaks: tuple[Break, ...]

    @property
    def has_versions(self) -> bool:
        """Whether the organisation has changed in a way that makes two versions of the unit's months."""
        return any(one.kind != "renamed" for one in self.breaks)


@dataclass(frozen=True)
class _Reading:
    """One reading of a board's absence, for one end and one version of the organisation."""

    data: BoardData
    organisation: Organisation
    cells: Cells
    end: date
    version: str

    def months(self, unit: str, part: Part) -> Months:
        if self.version == THEN:
            return as_it_was(self.cells, unit, part)
        return as_it_is(self.organisation, self.cells, unit, part, self.end)

    def name(self, unit: str) -> str:
        return self.organisation.name(unit, self.end) if unit else ""


def about(data: BoardData) -> About:
    """The indicator that the absence is, or a plain one where the board has none."""
    plain = About(data.code, INDICATOR, "Sjukfrånvaro", "", "%", 1, "lower", "share")
    return data.indicators.get(INDICATOR, plain)


def latest(months: Mapping[date, bool], year: int | None = None) -> date | None:
    """The last month (of a year) for which the whole board is known, else the last there is; None without any."""
    of_year = [month for month in months if year in (None, month.year)]
    return max((month for month in of_year if months[month]), default=max(of_year, default=None))


def absence_view(
    data: BoardData, source: Source, unit: str = WHOLE, version: str = NOW, year: int | None = None
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
    read = _Reading(data, organisation, cells, end, version)
    rows = {one: _row(read, one, one in tree.children) for one in dict.fromkeys([*children, *warm])}
    own = _row(read, unit, bool(children))
    path = [(one, read.name(one)) for one in tree.path(unit)]
    above = tree.spans[unit].parent if unit in tree.spans else WHOLE
    beside = tree.children.get(above, []) if unit else []
    return AbsenceView(
        about=about(data),
        unit=unit,
        version=version,
        end=end,
        waiting=tuple(month for month in known if month > end and year is None) if end == newest else (),
        path=tuple(path),
        siblings=tuple((one, read.name(one)) for one in beside if one != unit),
        own=own,
        rows=tuple(sorted((rows[one] for one in children), key=_attention)),
        monthly={part: _series(read, unit, part, Method.MONTH) for part in (Part.TOTAL, *GENDERS)},
        rolling={part: _series(read, unit, part, Method.ROLLING) for part in (Part.TOTAL, *GENDERS)},
        year_to_date=over(read.months(unit, Part.TOTAL), end, Method.YEAR_TO_DATE),
        parts={part: _then_and_now(read, unit, part) for part in (*LENGTHS, *AGES) if (unit, part) in cells},
        heat=tuple(
            (rows[one], _series(read, one, Part.TOTAL, Method.MONTH, HEAT_MONTHS))
            for one in sorted(warm, key=lambda one: _attention(rows[one]))
        ),
        at_target=tuple(_at_target(read, source, unit, day) for day in _year_ends(known, end)) if children else (),
        need=_need(own),
        mix=_mix(own, [rows[one] for one in children], end),
        breaks=tuple(breaks(organisation, unit, min(known), end)),
    )


def _last_month(organisation: Organisation, unit: str, newest: date) -> date:
    """The newest month, or the last in which the unit was there. Raises KeyError for an unknown unit."""
    if organisation.is_there(unit, newest):
        return newest
    last = organisation.of_unit[unit][-1].valid_to or newest
    return min(newest, month_end(last.year, last.month))


def _targets(data: BoardData, unit: str) -> tuple[TargetSpan, ...]:
    own = data.series.get((INDICATOR, unit, "T"))
    if own is not None:
        return own.targets
    whole = data.series.get((INDICATOR, WHOLE, "T"))
    return tuple(span.as_inherited() for span in whole.targets) if whole else ()


def _series(read: _Reading, unit: str, part: Part, method: Method, last: int | None = None) -> Series:
    """The figures of a part by month, each counted by the method; a month that cannot be counted yet has no point."""
    months = read.months(unit, part)
    ends = [month for month in months if month <= read.end]
    least = {Method.ROLLING: ROLLING - 1}.get(method, 0)
    whole = read.data.series.get((INDICATOR, WHOLE, "T"))
    return Series(
        about=about(read.data),
        unit=unit,
        unit_name=read.name(unit),
        gender=part.value if part in GENDERS else "T",
        points=tuple(_point(over(months, end, method), end) for end in ends[least:][-(last or len(ends)) :]),
        targets=_targets(read.data, unit),
        margins=whole.margins if whole else (),
    )


def _point(cell: Cell, end: date) -> Point:
    period = Period.of_month(end.year, end.month)
    if isinstance(cell, Hole) or cell.share is None:
        return Point(period, "outcome", None, _STATUS[cell if isinstance(cell, Hole) else Hole.NONE])
    return Point(period, "outcome", Measure(round(cell.share, 1)), count=cell.employees)


def _row(read: _Reading, unit: str, has_units: bool) -> UnitRow:
    total, end = read.months(unit, Part.TOTAL), read.end
    rolling = _series(read, unit, Part.TOTAL, Method.ROLLING, 1)
    return UnitRow(
        unit=unit,
        name=read.name(unit),
        has_units=has_units,
        rolling=over(total, end, Method.ROLLING),
        month=over(total, end, Method.MONTH),
        women=over(read.months(unit, Part.WOMEN), end, Method.ROLLING),
        men=over(read.months(unit, Part.MEN), end, Method.ROLLING),
        judged=rolling.judge(rolling.points[-1] if rolling.points else None),
        movement=movement(_series(read, unit, Part.TOTAL, Method.MONTH)),
        before=over(total, month_end(end.year - 1, end.month), Method.ROLLING),
    )


_LEVELS = {Level.MISSED: 0, Level.NEARLY: 1, Level.MET: 2, Level.UNKNOWN: 3}


def _attention(row: UnitRow) -> tuple[Hashable, ...]:
    """First what misses the target, of that what gets worse, then the highest; what is not shown last, by name."""
    if isinstance(row.rolling, Hole):
        return 1, 0, 0, 0.0, row.name
    worse = row.movement.trend.direction is not Direction.WORSENING
    return 0, _LEVELS[row.judged.judgement.level], worse, -(row.rolling.share or 0.0), row.name


def _then_and_now(read: _Reading, unit: str, part: Part) -> tuple[Cell, Cell]:
    """Twelve months of a part that end now and a year ago."""
    months = as_it_was(read.cells, unit, part)
    return over(months, read.end, Method.ROLLING), over(
        months, month_end(read.end.year - 1, read.end.month), Method.ROLLING
    )


def _year_ends(known: Mapping[date, bool], end: date) -> list[date]:
    """The Decembers that have twelve months before them, and the last month."""
    months = [month for month in known if month <= end][ROLLING - 1 :]
    return [month for month in months if month.month == 12 or month == end]


def _at_target(read: _Reading, source: Source, unit: str, end: date) -> AtTarget:
    shares, lowest = source.rolling(end), read.organisation.on(end).lowest(unit)
    template = Series(about(read.data), unit, "", "T", (), _targets(read.data, unit))
    month = Period.of_month(end.year, end.month)
    times = Counter(round(shares[one], 1) for one in lowest if one in shares)
    levels = {share: template.judge(Point(month, "outcome", Measure(share))).judgement.level for share in times}
    met = sum(many for share, many in times.items() if levels[share] is Level.MET)
    return AtTarget(end, met, times.total(), len(lowest))


def _need(own: UnitRow) -> Need | None:
    span = own.judged.span
    if isinstance(own.rolling, Hole) or span is None or span.target.value is None:
        return None
    return needed(own.rolling, span.target.value) if own.judged.judgement.level is not Level.MET else None


def _mix(own: UnitRow, rows: Sequence[UnitRow], end: date) -> MixMovement | None:
    """How much of the change since a year ago is the units' own; those that are not shown are taken together."""
    if isinstance(own.rolling, Hole) or isinstance(own.before, Hole) or not rows:
        return None
    before, after, rest = {}, {}, [own.before, own.rolling]
    for row in rows:
        if isinstance(row.rolling, Hours) and isinstance(row.before, Hours):
            before[row.unit], after[row.unit] = _weighed(row.before), _weighed(row.rolling)
            rest = [rest[0] - row.before, rest[1] - row.rolling]
    if rest[0].ordinary > 0 and rest[1].ordinary > 0 and len(before) < len(rows):
        before[WHOLE], after[WHOLE] = _weighed(rest[0]), _weighed(rest[1])
    found = mix(before, after) if len(before) > 1 else None
    change = (own.rolling.share or 0.0) - (own.before.share or 0.0)
    return MixMovement(_point(own.before, month_end(end.year - 1, end.month)), change, found) if found else None


def _weighed(hours: Hours) -> Weighed:
    return Weighed(hours.ordinary, hours.share or 0.0)

"""A unit of the organisation in a row: its months as series, its figures against the target, what needs attention."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date

from lib.rules.absence.comparable import as_it_is, as_it_was
from lib.rules.absence.hours import (
    GENDERS,
    ROLLING,
    AbsencePart,
    Hole,
    Hours,
    HoursCell,
    Method,
    Months,
    month_end,
    over,
)
from lib.rules.movement import Movement, movement
from lib.rules.organisation import WHOLE, Organisation
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Inherited, Judged, Point, Series, TargetSpan
from lib.rules.status import Level, Measure
from lib.rules.yearly_trend import Direction
from lib.store.absence_published import PublishedCells
from lib.views.board import BoardData

INDICATOR = "sjukfranvaro"
"""The indicator that is defined as hours of absence over hours of ordinary working time; its targets hold here."""
NOW, THEN = "", "then"
_STATUS = {Hole.SMALL: "hidden", Hole.PROTECTS: "protects", Hole.LATE: "missing", Hole.NONE: "not_applicable"}


@dataclass(frozen=True)
class AbsenceReading:
    """One reading of a board's absence, for one end and one version of the organisation."""

    data: BoardData
    organisation: Organisation
    cells: PublishedCells
    end: date
    version: str

    def months(self, unit: str, part: AbsencePart) -> Months:
        """The hours of a part of a unit, month by month."""
        if self.version == THEN:
            return as_it_was(self.cells, unit, part)
        return as_it_is(self.organisation, self.cells, unit, part, self.end)

    def name(self, unit: str) -> str:
        """The name of a unit; '' for the whole."""
        return self.organisation.name(unit, self.end) if unit else ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: its twelve months and latest month, all and women and men, against the target; which way it goes."""

    unit: str
    name: str
    has_units: bool
    rolling: HoursCell
    month: HoursCell
    women: HoursCell
    men: HoursCell
    judged: Judged
    movement: Movement
    before: HoursCell

    @property
    def is_shown(self) -> bool:
        """Whether its twelve months are shown."""
        return isinstance(self.rolling, Hours)


def about(data: BoardData) -> IndicatorTraits:
    """The indicator that the absence is, or a plain one where the board has none.

    Its figures are hours over hours: no share of the people counted, so that no interval of such a share holds.
    """
    plain = IndicatorTraits(data.code, INDICATOR, "Sjukfrånvaro", "", "%", 1, "lower", "share")
    return replace(data.indicators.get(INDICATOR, plain), statistic="ratio")


def targets_of(data: BoardData, unit: str) -> tuple[TargetSpan, ...]:
    """A unit's own targets, else those of the whole board."""
    own = data.series.get((INDICATOR, unit, "T"))
    if own is not None:
        return own.targets
    whole = data.series.get((INDICATOR, WHOLE, "T"))
    return tuple(span.inherited_from(Inherited.FROM_BOARD) for span in whole.targets) if whole else ()


def series_of(read: AbsenceReading, unit: str, part: AbsencePart, method: Method, last: int | None = None) -> Series:
    """The figures of a part by month, each counted by the method; a month that cannot be counted yet has no point."""
    months = read.months(unit, part)
    ends = [month for month in months if month <= read.end]
    counted = ROLLING if method is Method.ROLLING else 1
    traits = about(read.data)
    whole = read.data.series.get((INDICATOR, WHOLE, "T"))
    return Series(
        about=traits,
        unit=unit,
        unit_name=read.name(unit),
        gender=part.value if part in GENDERS else "T",
        points=tuple(
            point_of(over(months, end, method), end, counted) for end in ends[counted - 1 :][-(last or len(ends)) :]
        ),
        targets=targets_of(read.data, unit),
        margins=whole.margins if whole else (),
        events=tuple(event for event in read.data.events if event.concerns(traits.area, INDICATOR, unit)),
    )


def point_of(cell: HoursCell, end: date, months: int = 1) -> Point:
    """A cell as a figure in percent of so many months, or why there is none."""
    last = Period.of_month(end.year, end.month)
    period = Period(Period.of_number(last.number - months + 1).start, end)
    if isinstance(cell, Hole) or cell.share is None:
        return Point(period, "outcome", None, _STATUS[cell if isinstance(cell, Hole) else Hole.NONE])
    return Point(period, "outcome", Measure(round(cell.share, 1)), count=cell.employees)


def row_of(read: AbsenceReading, unit: str, has_units: bool) -> UnitRow:
    """A unit's row."""
    total, end = read.months(unit, AbsencePart.TOTAL), read.end
    rolling, cell = series_of(read, unit, AbsencePart.TOTAL, Method.ROLLING, 1), over(total, end, Method.ROLLING)
    return UnitRow(
        unit=unit,
        name=read.name(unit),
        has_units=has_units,
        rolling=cell,
        month=over(total, end, Method.MONTH),
        women=over(read.months(unit, AbsencePart.WOMEN), end, Method.ROLLING),
        men=over(read.months(unit, AbsencePart.MEN), end, Method.ROLLING),
        judged=rolling.judge(unrounded(rolling.points[-1], cell) if rolling.points else None),
        movement=movement(series_of(read, unit, AbsencePart.TOTAL, Method.MONTH)),
        before=over(total, month_end(end.year - 1, end.month), Method.ROLLING),
    )


def unrounded(point: Point, cell: HoursCell) -> Point:
    """The figure that is judged: as it is counted and not as it is shown, as everywhere else."""
    if isinstance(cell, Hole) or cell.share is None:
        return point
    return replace(point, measure=Measure(cell.share))


_LEVELS = {Level.MISSED: 0, Level.NEARLY: 1, Level.MET: 2, Level.NOT_YET: 3, Level.UNKNOWN: 3}


def attention(row: UnitRow) -> tuple[Hashable, ...]:
    """The order of units: those that miss the target, of them the worsening, then the highest; hidden last, by name."""
    if isinstance(row.rolling, Hole):
        return 1, 0, 0, 0.0, row.name
    worse = row.movement.trend.direction is not Direction.WORSENING
    return 0, _LEVELS[row.judged.judgement.level], worse, -(row.rolling.share or 0.0), row.name

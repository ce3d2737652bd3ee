"""The heat map of units and months: each cell has its figure, or why there is none, and its level."""

from dataclasses import dataclass

from lib.rules.absence.hours import Hole
from lib.rules.periods import Period
from lib.rules.series import Point, Series
from lib.views.absence.text import HOLES, SHORT_HOLES
from lib.views.absence.view import AbsenceView
from lib.views.statuses import of_level
from lib.words.language import _, ngettext, number, period_name

HIDDEN = {"hidden": Hole.SMALL, "protects": Hole.PROTECTS, "missing": Hole.LATE, "not_applicable": Hole.NONE}


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A month of a unit: a figure with its tone, or a short word with what it means."""

    text: str
    tone: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A unit, with a cell a month; None where there is nothing."""

    unit: str
    name: str
    cells: tuple[HeatCell | None, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Units by months, oldest first; the units of which no month is shown are only counted."""

    months: tuple[Period, ...]
    rows: tuple[HeatRow, ...]
    hidden: int

    @property
    def summary(self) -> str:
        """What it holds, in a few words."""
        return _("Units and months: {units} units over {months} months").format(
            units=len(self.rows), months=len(self.months)
        )

    @property
    def hidden_text(self) -> str:
        """How many units are left out; '' where none is."""
        pattern = ngettext(
            "{n} unit is left out, since none of its months is shown.",
            "{n} units are left out, since none of their months is shown.",
            self.hidden,
        )
        return pattern.format(n=self.hidden) if self.hidden else ""

    @property
    def headings(self) -> tuple[tuple[str, str, str], ...]:
        """Each month in full, its number and its year's last two digits."""
        return tuple((period_name(month), f"{month.end.month:02d}", f"{month.year % 100:02d}") for month in self.months)


def heat_map(view: AbsenceView) -> HeatMap | None:
    """The map of the units below; None where there are none, or nothing of them is shown."""
    if not view.heat:
        return None
    months = [point.period for point in max((series.points for _row, series in view.heat), key=len)]
    rows = [
        HeatRow(row.unit, row.name, tuple(_cell(series, month) for month in months))
        for row, series in view.heat
        if any(point.measure for point in series.points)
    ]
    return HeatMap(tuple(months), tuple(rows), len(view.heat) - len(rows)) if rows else None


def _cell(series: Series, month: Period) -> HeatCell | None:
    point = next((point for point in series.points if point.period.end == month.end), None)
    if point is None:
        return None
    if point.number is None:
        hole = HIDDEN[point.status]
        return HeatCell(_(SHORT_HOLES[hole]), "none", _(HOLES[hole]))
    return HeatCell(number(point.number, 1), _tone(series, point))


def _tone(series: Series, point: Point) -> str:
    return of_level(series.judge(point).judgement.level).name


def heat_key() -> tuple[tuple[str, str, str], ...]:
    """The meaning of the colours and the short words: tone, example and words."""
    tones = (
        ("met", "5,0", _("at or under the target")),
        ("nearly", "5,0", _("near the target")),
        ("missed", "5,0", _("over the target")),
    )
    holes = ((("none", _(SHORT_HOLES[hole]), _(HOLES[hole]))) for hole in (Hole.SMALL, Hole.PROTECTS, Hole.LATE))
    return (*tones, *holes)

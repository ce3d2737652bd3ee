"""Why goals cannot be judged, counted, and the figures of a board that belong to no goal."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.rules.series import Point, Series
from lib.rules.status import GoalLevel, Reason
from lib.site import TREND, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.key_figure import series_name
from lib.views.leads import Lead, judged_series
from lib.views.overview import GoalRow
from lib.views.text_table import TextCell, TextTable
from lib.words.figures import KINDS, point_text
from lib.words.language import N_, _, period_name


class Lack(StrEnum):
    """What a goal that cannot be judged lacks first of all."""

    INDICATOR = "indicator"
    FIGURE = "figure"
    TARGET = "target"
    COMPARISON = "comparison"
    """There are figures and targets, but not of the same time, or without an earlier figure to compare with."""


WITHOUT: dict[str, str] = {
    Lack.INDICATOR: N_("{n} without indicator"),
    Lack.FIGURE: N_("{n} without figure"),
    Lack.TARGET: N_("{n} without target"),
    Lack.COMPARISON: N_("{n} without comparison"),
}

LACKING: dict[str, str] = {
    Lack.INDICATOR: N_("no indicator"),
    Lack.FIGURE: N_("no figure to judge"),
    Lack.TARGET: N_("no target"),
    Lack.COMPARISON: N_("nothing to compare with"),
}


_NO_TARGET = frozenset({Reason.NO_TARGET, Reason.TARGET_OF_ALL, Reason.TARGET_OF_BOARD, Reason.NOT_OF_GOAL})


@dataclass(frozen=True, slots=True)
class LooseFigure:
    """The newest figure of a series that measures no goal: its outcome, else what is planned."""

    series: Series
    point: Point


def lack_of(data: BoardData, row: GoalRow, choice: Choice) -> Lack | None:
    """What a goal lacks first of all; None if it is judged or not yet due."""
    if row.computed is not GoalLevel.UNKNOWN:
        return None
    codes = data.goal_indicators.get(row.goal.goal, ())
    leads = [lead for code in codes for lead in judged_series(data, code, choice.year, choice.gender, row.goal)]
    known = [lead for lead in leads if lead.judged.point is not None and lead.judged.point.is_known]
    if not codes:
        return Lack.INDICATOR
    if not known:
        return Lack.FIGURE
    return Lack.TARGET if all(map(_has_no_target, known)) else Lack.COMPARISON


def _has_no_target(lead: Lead) -> bool:
    return lead.judged.judgement.reason in _NO_TARGET


def counted(lacks: Iterable[Lack | None]) -> dict[Lack, int]:
    """How many goals lack what."""
    counts = Counter(lacks)
    return {lack: counts[lack] for lack in Lack if counts[lack]}


def without_text(lack: Lack, count: int) -> str:
    """A number of goals by what they lack: '66 utan indikator'."""
    return _(WITHOUT[lack]).format(n=count)


def loose_figures(data: BoardData, area: str, choice: Choice) -> Sequence[LooseFigure]:
    """The whole board's figures, or its units', of an area's indicators that measure no goal; Kolada's own left out."""
    return [
        LooseFigure(data.series[code, unit, gender], point)
        for code, unit, gender in data.series
        if gender == "T" and data.indicators[code].area == area and not data.indicators[code].kolada
        if not data.goals_of(code) and not data.is_comparison(unit)
        if (point := _newest(data.series[code, unit, gender], choice.year)) is not None
    ]


def loose_table(data: BoardData, choice: Choice) -> TextTable | None:
    """The figures that belong to no goal, by area, each with a link to its trend; None where there are none."""
    rows = [
        (TextCell(area.name), _loose_link(figure, choice), TextCell(_loose_text(figure)), TextCell(_loose_time(figure)))
        for area in data.areas.values()
        if choice.area in ("", area.area)
        for figure in loose_figures(data, area.area, choice)
    ]
    headings = (_("Area"), _("Indicator"), _("Figure"), _("Period"))
    return TextTable(_("Figures without goal"), headings, tuple(rows)) if rows else None


def _loose_link(figure: LooseFigure, choice: Choice) -> TextCell:
    address = href(TREND, choice.query(indicator=figure.series.about.code))
    return TextCell(series_name(figure.series), address=address)


def _loose_text(figure: LooseFigure) -> str:
    return point_text(figure.point, figure.series.about)


def _loose_time(figure: LooseFigure) -> str:
    return f"{period_name(figure.point.period, short=True)}, {_(KINDS[figure.point.kind])}"


def _newest(series: Series, year: int | None) -> Point | None:
    newest = series.newest(year)
    return newest if newest is not None and newest.is_known else series.planned(year)

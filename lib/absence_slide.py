"""The sickness absence of a unit as a slide: what it is and against what, the units below, twelve months over time."""

from dataclasses import replace

from lib.absence import Hole, Part
from lib.absence_view import AbsenceView, UnitRow
from lib.absence_words import lead, mix_text, month_name, need_text, percent_text, unit_name
from lib.agenda import View
from lib.board import BoardData
from lib.charts.chart import Chart, chart_of
from lib.direction import Direction
from lib.looks import Look, of_level
from lib.movement_words import direction_word, movement_sentences
from lib.sentences import target_text
from lib.slide import Cell, KeyFigure, Slide, Table, status
from lib.slide_parts import sources
from lib.words import _


def absence_slide(data: BoardData, view: View, found: AbsenceView) -> Slide:
    """The slide of what the page shows of a unit; what is hidden there is hidden here."""
    said = (mix_text(found), *movement_sentences(found.own.movement, found.about))
    return Slide(
        view,
        "absence",
        _("Sickness absence: {unit}").format(unit=unit_name(found.own)),
        above=month_name(found),
        figures=_figures(found),
        charts=_charts(found),
        table=_units(found),
        sentence=" ".join(text for text in (lead(found), need_text(found, found.need)) if text),
        aloud=" ".join(text for text in said if text),
        source=sources(data, (), (), found.about.source),
    )


def _figures(found: AbsenceView) -> tuple[KeyFigure, ...]:
    own, month = found.own, month_name(found, short=True)
    return (
        KeyFigure(_("Rolling 12 months"), percent_text(own.rolling), month, _target(own, found), look=_look(own)),
        KeyFigure(_("Women, rolling 12 months"), percent_text(own.women), month),
        KeyFigure(_("Men, rolling 12 months"), percent_text(own.men), month),
    )


def _look(row: UnitRow) -> Look | None:
    return of_level(row.judged.judgement.level) if row.is_shown and row.judged.span else None


def _target(row: UnitRow, found: AbsenceView) -> str:
    span = row.judged.span
    return target_text(replace(span, inherited=False), found.about) if span else ""


def _charts(found: AbsenceView) -> tuple[Chart, ...]:
    """Twelve months and the months one by one, never in one line."""
    rolling = [one for one in found.rolling.values() if any(point.measure for point in one.points)]
    months = [one for one in (found.monthly[Part.TOTAL],) if any(point.measure for point in one.points)]
    titled = ((rolling, _("Rolling 12 months")), (months, _("Month by month")))
    return tuple(chart_of(series, title) for series, title in titled if series)


def _units(found: AbsenceView) -> Table | None:
    """The units right below, what needs attention first."""
    headings = (_("Unit"), _("Rolling 12 months"), _("Target"), _("Level"), _("Direction"), _("Women"), _("Men"))
    rows = tuple(_row(row, found) for row in found.rows)
    return Table(_("Units below"), headings, rows) if rows else None


def _row(row: UnitRow, found: AbsenceView) -> tuple[Cell, ...]:
    """A unit's line; where its twelve months are not shown, it is said why and nothing more."""
    name, rolling = Cell(row.name), Cell(percent_text(row.rolling))
    if isinstance(row.rolling, Hole):
        return (name, rolling, *(Cell("–") for _column in range(5)))
    trend = row.movement.trend
    moving = "–" if trend.direction is Direction.TOO_FEW_POINTS else direction_word(trend)
    women, men = Cell(percent_text(row.women)), Cell(percent_text(row.men))
    return (name, rolling, Cell(_target(row, found) or "–"), status(_look(row)), Cell(moving), women, men)

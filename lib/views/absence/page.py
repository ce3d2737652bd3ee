"""A unit's absence page: the figures, the units below and beside, the charts and tables, in the order they are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lib.charts.background import EventMark, decimal_year
from lib.charts.chart import Chart, chart_of
from lib.rules.absence.hours import AbsencePart
from lib.rules.periods import Period
from lib.rules.series import Series
from lib.views.absence import tables
from lib.views.absence.cards import UnitCards, unit_cards
from lib.views.absence.heat import HeatMap, heat_map
from lib.views.absence.standing import Standing, standing, standing_text
from lib.views.absence.text import break_text, lead, mix_text, need_text, percent_text, unit_name, year_ended
from lib.views.absence.tiles import FigureTile, tiles
from lib.views.absence.unit import NOW, THEN, UnitRow
from lib.views.absence.view import AbsenceView
from lib.views.text_table import TextTable
from lib.words.language import N_, _, join, period_name
from lib.words.months import shift_sentence
from lib.words.movement import movement_sentences

VERSIONS = {NOW: N_("as the unit is organised in the last month"), THEN: N_("as it was organised each month")}


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A unit to go to, with its figure and standing where they are told there."""

    unit: str
    name: str
    figure: str = ""
    standing: Standing | None = None
    sentence: str = ""


@dataclass(frozen=True)
class Comparison:
    """Units beside each other: their twelve months in one chart, where two or more have some, and in a table."""

    units: tuple[str, ...]
    chart: Chart | None
    table: TextTable


@dataclass(frozen=True)
class AbsencePage:
    """All that the page shows of a unit. `up` leads to the units above, from the top down."""

    unit: str
    version: str
    name: str
    time_in_full: str
    employees: str
    up: tuple[UnitLink, ...]
    beside: tuple[UnitLink, ...]
    parts_below: tuple[UnitLink, ...]
    lead: str
    waiting: str
    needs: tuple[str, ...]
    tiles: tuple[FigureTile, ...]
    newest: tuple[tuple[str, str], ...]
    cards: UnitCards | None
    comparison: Comparison | None
    rolling: Chart | None
    months: Chart | None
    months_text: str
    parts: tuple[tables.Parts, ...]
    below: TextTable | None
    at_target: TextTable | None
    heat: HeatMap | None
    changes: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]


def absence_page(view: AbsenceView, compared: Sequence[AbsenceView], address: Callable[[str], str]) -> AbsencePage:
    """The page of a unit beside others that it is compared with; `address` leads to the page of a unit."""
    row, whole = view.own, ("", _("The whole administration"))
    above = [whole, *view.path][:-1] if view.unit else []
    divided = any(child.has_units for child in view.rows)
    return AbsencePage(
        unit=view.unit,
        version=view.version,
        name=unit_name(row),
        time_in_full=_capital(year_ended(view.end)),
        employees=tables.employees(row),
        up=tuple(UnitLink(unit, name) for unit, name in above),
        beside=tuple(UnitLink(unit, name) for unit, name in view.siblings),
        parts_below=tuple(_place(child) for child in view.rows) if divided else (),
        lead=lead(view),
        waiting=_waiting(view),
        needs=tuple(text for text in (need_text(view, view.need), mix_text(view)) if text),
        tiles=tiles(view),
        newest=_newest(view),
        cards=unit_cards(view) if view.heat else None,
        comparison=_comparison(view, compared) if compared else None,
        rolling=_rolling(view),
        months=_months(view),
        months_text=_months_text(view),
        parts=tables.parts(view),
        below=tables.units_below(view, {child.unit: address(child.unit) for child in view.rows}),
        at_target=tables.at_target(view),
        heat=heat_map(view),
        changes=tuple(map(break_text, view.breaks)),
        versions=tuple((code, _(text)) for code, text in VERSIONS.items()) if view.has_versions else (),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _place(row: UnitRow) -> UnitLink:
    if not row.is_shown:
        return UnitLink(row.unit, row.name, percent_text(row.rolling))
    return UnitLink(row.unit, row.name, percent_text(row.rolling), standing(row), standing_text(row))


def _waiting(view: AbsenceView) -> str:
    if not view.waiting:
        return ""
    months = join([period_name(Period.of_month(month.year, month.month)) for month in view.waiting])
    text = _("Not all units have reported for {months}, so the figures stop at {month}.")
    return text.format(months=months, month=period_name(Period.of_month(view.end.year, view.end.month)))


def _newest(view: AbsenceView) -> tuple[tuple[str, str], ...]:
    """The month and the months from January, where no tile tells them."""
    if not view.rows:
        return ()
    month = period_name(Period.of_month(view.end.year, view.end.month))
    return (
        (f"{_('The month')} ({month})", percent_text(view.own.month)),
        (_("Accumulated from January"), percent_text(view.year_to_date)),
    )


def _has_figures(series: Series) -> bool:
    return any(point.measure for point in series.points)


def _with_changes(chart: Chart, view: AbsenceView) -> Chart:
    """The chart with the days on which the organisation changed."""
    changes = tuple(
        EventMark(decimal_year(change.day), break_text(change), breaks=True)
        for change in view.breaks
        if change.kind != "renamed"
    )
    return replace(chart, events=(*chart.events, *changes))


def _rolling(view: AbsenceView) -> Chart | None:
    series = [line for line in view.rolling.values() if _has_figures(line)]
    return _with_changes(chart_of(series, _("Rolling 12 months")), view) if series else None


def _months(view: AbsenceView) -> Chart | None:
    monthly = view.monthly[AbsencePart.TOTAL]
    return _with_changes(chart_of([monthly], _("Month by month")), view) if _has_figures(monthly) else None


def _months_text(view: AbsenceView) -> str:
    moved = view.own.movement
    shift = shift_sentence(moved.monthly) if moved.monthly else ""
    return " ".join([*movement_sentences(moved, view.about), shift]).strip()


def _comparison(view: AbsenceView, compared: Sequence[AbsenceView]) -> Comparison:
    """The unit itself and the others, in that order."""
    views = (view, *compared)
    series = [line for side in views if _has_figures(line := side.rolling[AbsencePart.TOTAL])]
    chart = chart_of(series, _("Rolling 12 months")) if len(series) > 1 else None
    return Comparison(tuple(side.unit for side in compared), chart, tables.beside(views))

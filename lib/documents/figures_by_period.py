"""An indicator's figures by period: a row a unit and gender, a column a period, months of earlier years as a range."""

from collections.abc import Collection, Sequence

from lib.documents.widths import has_room
from lib.rules.periods import Period
from lib.rules.series import OUTCOME, Point
from lib.views.goal_story import IndicatorStory
from lib.views.key_figure import KeyFigure, whose
from lib.views.leads import Lead
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import KINDS, point_text
from lib.words.language import NO_BREAK, UNITS_LEFT_OUT, _, number, period_name

# Columns of years, and of parts of a year; with more than these in all, a row is a figure.
MOST_YEARS, MOST_PARTS, MOST_COLUMNS = 5, 3, 7
LONG_UNIT = 4  # letters, from which a unit stands in the heading and not in each cell

# The page that the columns must fit, in points: its width, the size of its text and the room beside each.
WIDTH, SIZE, PADDING = 465.0, 9.0, 5.4

Row = tuple[str, Lead, KeyFigure, tuple[Point, ...]]
"""Whose the figures are, the series with its newest figure judged, that figure in words, its points of a kind."""


def by_period(indicator: IndicatorStory) -> TextTable:
    """The table, of as many periods as have room. Every series' newest figure is in it, with target and status."""
    shown = zip(indicator.shown, indicator.shown_figures, strict=True)
    rows = [row for lead, figure in shown for row in _rows(lead, figure)]
    must, more = _periods(rows)
    years = sorted({year for row in rows for year in _folded(row[3], {*must, *more})})
    others: list[Period | int] = [*more, *years]
    extra = sorted(others, key=_place)[-max(MOST_COLUMNS - len(must), 0) :]
    while len(must) <= MOST_COLUMNS:
        table = _table(indicator, rows, sorted([*must, *extra], key=_place))
        if has_room(table.measured, WIDTH, SIZE, PADDING):
            return table
        if not extra:
            break
        extra = extra[1:]
    return _as_rows(indicator, rows)


def _table(indicator: IndicatorStory, rows: Sequence[Row], columns: Sequence[Period | int]) -> TextTable:
    unit = indicator.view.about.unit_of_measure
    unit = unit if len(unit) >= LONG_UNIT else ""
    own = {column for column in columns if isinstance(column, Period)}
    body = tuple(
        (
            TextCell(who),
            *(TextCell(_cell(points, column, indicator, unit, own)) for column in columns),
            TextCell(figure.limit or figure.target or "–"),
            status(figure.look),
        )
        for who, _lead, figure, points in rows
    )
    first = _("In {unit}").format(unit=unit) if unit and unit not in UNITS_LEFT_OUT else _("Unit")
    caption = _("Figures: {name}").format(name=indicator.name)
    return TextTable(caption, (first, *map(_heading, columns), _("Target"), _("Status")), body).informative


def _place(column: Period | int) -> tuple[int, int, int]:
    return (column, 0, 0) if isinstance(column, int) else _age(column)


def _rows(lead: Lead, figure: KeyFigure) -> list[Row]:
    """A series as a row of outcomes, and one of each kind of plan."""
    series = lead.series
    name = whose(series) or _("Whole board")
    name = name[:1].upper() + name[1:]
    made: list[Row] = []
    for kind in dict.fromkeys(point.kind for point in series.points):
        points = tuple(point for point in series.points if point.kind == kind)
        spoken = lead.judged.point is not None and lead.judged.point.kind == kind
        own = figure if spoken else KeyFigure("", "")
        made.append((name if kind == OUTCOME else f"{name}, {_(KINDS[kind])}", lead, own, points))
    return made or [(name, lead, figure, ())]


def _periods(rows: Sequence[Row]) -> tuple[set[Period], set[Period]]:
    """Each series' newest period, which has a column, and the newest years and parts of years, which may have one."""
    points = [point for row in rows for point in row[3]]
    years = sorted({point.period for point in points if not _is_part(point.period)}, key=_age)[-MOST_YEARS:]
    parts = sorted({point.period for point in points if _is_part(point.period)}, key=_age)[-MOST_PARTS:]
    spoken = {lead.judged.point.period for _who, lead, figure, _points in rows if lead.judged.point and figure.name}
    newest = {points[-1].period for _who, _lead, figure, points in rows if points and not figure.name}
    return spoken | newest, {*years, *parts} - spoken - newest


def _is_part(period: Period) -> bool:
    return (period.end - period.start).days < 360


def _age(period: Period) -> tuple[int, int, int]:
    """The place of a period in time, the whole before its last part."""
    return period.end.year, period.end.toordinal(), period.start.toordinal()


def _folded(points: Sequence[Point], periods: Collection[Period]) -> set[int]:
    """The years whose parts have no column of their own, nor the year as a whole."""
    whole = {point.period.end.year for point in points if not _is_part(point.period)}
    parts = [point for point in points if _is_part(point.period) and point.period not in periods and point.measure]
    return {point.period.end.year for point in parts} - whole


def _heading(column: Period | int) -> str:
    if isinstance(column, int):
        return _("{year}, lowest–highest").format(year=column)
    return period_name(column, short=True)


def _cell(
    points: Sequence[Point], column: Period | int, indicator: IndicatorStory, unit: str, periods: Collection[Period]
) -> str:
    about = indicator.view.about
    if isinstance(column, int):
        parts = [p for p in points if p.period.end.year == column and _is_part(p.period) and p.period not in periods]
        numbers = sorted(p.number for p in parts if p.number is not None)
        if not numbers:
            return "–"
        low, high = number(numbers[0], about.decimals), number(numbers[-1], about.decimals)
        return low if low == high else f"{low}–{high}"
    point = next((point for point in points if point.period == column), None)
    if point is None:
        return "–"
    text = point_text(point, about)
    return text.removesuffix(f"{NO_BREAK}{unit}") if unit else text


def _as_rows(indicator: IndicatorStory, rows: Sequence[Row]) -> TextTable:
    """A row a series with its newest figure, where their periods are too many for columns."""
    about = indicator.view.about
    body = tuple(
        (
            TextCell(who),
            TextCell(figure.period or (period_name(points[-1].period, short=True) if points else "–")),
            TextCell(figure.figure or (point_text(points[-1], about) if points else "–")),
            TextCell(figure.limit or figure.target or "–"),
            status(figure.look),
        )
        for who, _lead, figure, points in rows
    )
    headings = (_("Unit"), _("Period"), _("Figure"), _("Target"), _("Status"))
    return TextTable(_("Figures: {name}").format(name=indicator.name), headings, body).informative

"""Sickness absence of a unit and those below it as a table for other programs: what is shown, else why it is not."""

from collections.abc import Iterator

from lib.rules.absence.hours import AbsencePart, Hole, HoursCell, Method
from lib.rules.series import Series
from lib.views.absence.view import AbsenceView
from lib.views.board import BoardData
from lib.views.datasets.dataset import Dataset, Field, Layout, Value
from lib.views.datasets.figures import ABOUT, about
from lib.words.language import N_

ABSENCE = Layout(
    "absence",
    N_("Sickness absence"),
    (
        *ABOUT,
        Field("unit", N_("Unit")),
        Field("unit_name", N_("The unit’s name")),
        Field("part", N_("Group")),
        Field("method", N_("Method")),
        Field("month_end", N_("Month to"), "date"),
        Field("percent", N_("Percent"), "number"),
        Field("employees", N_("Employees"), "integer"),
        Field("hole", N_("Why there is no figure")),
    ),
)
_HOLES = {"hidden": Hole.SMALL, "protects": Hole.PROTECTS, "missing": Hole.LATE, "not_applicable": Hole.NONE}
_Row = tuple[Value, ...]


def absence(data: BoardData, view: AbsenceView) -> Dataset:
    """A row a figure: the unit's own months, its parts, and the units right below it."""
    return ABSENCE.of((*about(data), *row) for row in _rows(view))


def _rows(view: AbsenceView) -> Iterator[_Row]:
    own: _Row = (view.unit, view.own.name)
    for method, by_part in ((Method.MONTH, view.monthly), (Method.ROLLING, view.rolling)):
        for part, series in by_part.items():
            yield from _series(own, part, method, series)
    yield _cell(view, own, AbsencePart.TOTAL, Method.YEAR_TO_DATE, view.year_to_date)
    for part, (now, _before) in view.parts.items():
        yield _cell(view, own, part, Method.ROLLING, now)
    for row in view.rows:
        whose = (AbsencePart.TOTAL, row.rolling), (AbsencePart.WOMEN, row.women), (AbsencePart.MEN, row.men)
        for part, cell in whose:
            yield _cell(view, (row.unit, row.name), part, Method.ROLLING, cell)
    for row, series in view.heat:
        yield from _series((row.unit, row.name), AbsencePart.TOTAL, Method.MONTH, series)


def _series(unit: _Row, part: AbsencePart, method: Method, series: Series) -> Iterator[_Row]:
    for point in series.points:
        if point.measure is None:
            figure: _Row = (None, None, _HOLES[point.status].value)
        else:
            figure = (point.measure.value, point.count, "")
        yield *unit, part.value, method.value, point.period.end, *figure


def _cell(view: AbsenceView, unit: _Row, part: AbsencePart, method: Method, cell: HoursCell) -> _Row:
    what: _Row = (*unit, part.value, method.value, view.end)
    if isinstance(cell, Hole) or cell.share is None:
        return *what, None, None, cell.value if isinstance(cell, Hole) else ""
    return *what, round(cell.share, 1), cell.employees, ""

"""The absence page's figures as a table to take along: a unit and those below it, each by the name of its method."""

from collections.abc import Iterator

import pandas as pd

from lib.rules.absence.hours import AbsencePart, Hole, HoursCell, Method
from lib.rules.series import Point, Series
from lib.views.absence.text import HOLES, METHODS, PARTS, unit_name
from lib.views.absence.unit import UnitRow
from lib.views.absence.view import AbsenceView
from lib.views.board import BoardData
from lib.words.language import _

_HOLES = {"hidden": Hole.SMALL, "protects": Hole.PROTECTS, "missing": Hole.LATE, "not_applicable": Hole.NONE}


def download(data: BoardData, view: AbsenceView) -> pd.DataFrame:
    """A row a figure: what is shown and, where nothing is, why."""
    headings = [_("Board"), _("Unit"), _("Group"), _("Method"), _("Month to"), _("Percent"), _("Employees"), _("Note")]
    frame = pd.DataFrame([[data.board.name, *row] for row in _rows(view)], columns=headings)
    if data.is_example:
        frame.insert(0, _("Example data"), _("made up"))
    return frame


def _rows(view: AbsenceView) -> Iterator[list[object]]:
    name = unit_name(view.own)
    for method, by_part in ((Method.MONTH, view.monthly), (Method.ROLLING, view.rolling)):
        for part, series in by_part.items():
            yield from _series(name, part, method, series)
    yield _cell(view, name, AbsencePart.TOTAL, Method.YEAR_TO_DATE, view.year_to_date)
    for part, (now, _before) in view.parts.items():
        yield _cell(view, name, part, Method.ROLLING, now)
    for row in view.rows:
        yield from _row(view, row)
    for row, series in view.heat:
        yield from _series(row.name, AbsencePart.TOTAL, Method.MONTH, series)


def _row(view: AbsenceView, row: UnitRow) -> Iterator[list[object]]:
    for part, cell in ((AbsencePart.TOTAL, row.rolling), (AbsencePart.WOMEN, row.women), (AbsencePart.MEN, row.men)):
        yield _cell(view, row.name, part, Method.ROLLING, cell)


def _series(name: str, part: AbsencePart, method: Method, series: Series) -> Iterator[list[object]]:
    for point in series.points:
        yield [name, _(PARTS[part]), _(METHODS[method]), point.period.end, *_figure(point)]


def _figure(point: Point) -> list[object]:
    if point.measure is None:
        return [None, None, _(HOLES[_HOLES[point.status]])]
    return [point.measure.value, point.count, ""]


def _cell(view: AbsenceView, name: str, part: AbsencePart, method: Method, cell: HoursCell) -> list[object]:
    about: list[object] = [name, _(PARTS[part]), _(METHODS[method]), view.end]
    if isinstance(cell, Hole) or cell.share is None:
        return [*about, None, None, _(HOLES[cell]) if isinstance(cell, Hole) else ""]
    return [*about, round(cell.share, 1), cell.employees, ""]

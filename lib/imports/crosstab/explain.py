"""The explanation of a drawn table: what its cells are, from where its axes are taken, and what was not used."""

from collections.abc import Iterable, Iterator

from lib.imports.crosstab.find import Crosstab
from lib.imports.explanation import AxisSource, CellUse, Certainty, Explanation, ReadingQuestion
from lib.imports.workbook.read import column_letter
from lib.words.language import _

_AXES = ("indicator", "unit", "period", "gender", "kind", "measure")
_NOTES = frozenset({"note", "count", "measure", "deleted", "status"})


def explained(table: Crosstab) -> Explanation:
    """The explanation of a table by its headings, before its rows are read."""
    columns, last = table.columns, max((number for number, _row in table.rows), default=table.head)
    uses: dict[int, CellUse] = dict.fromkeys(columns.figures, CellUse.FIGURE)
    uses |= {at: CellUse.NOTE if role in _NOTES else CellUse.LABEL for at, role in columns.labels.items()}
    uses |= dict.fromkeys([*columns.passed, *columns.sums], CellUse.UNUSED) | dict.fromkeys(columns.only, CellUse.LABEL)
    uses |= dict.fromkeys(columns.unclear, CellUse.FAULT) | dict.fromkeys(columns.guesses, CellUse.ASKED)
    roles = dict(columns.labels) | dict.fromkeys(columns.figures, "value")
    explanation = Explanation(table.sheet, (table.first, table.head), last, uses, roles, signature=table.signature)
    explanation.headings = dict(enumerate(columns.headings))
    explanation.axes = list(_axes(table))
    return explanation


def settle(explanation: Explanation, questions: Iterable[ReadingQuestion]) -> None:
    """Put questions into an explanation: until they are answered, every figure of the table is within them."""
    explanation.questions = tuple(questions)
    if explanation.questions:
        figures = (at for at, use in explanation.columns.items() if use in (CellUse.FIGURE, CellUse.FAULT))
        explanation.columns |= dict.fromkeys(list(figures), CellUse.ASKED)


def _axes(table: Crosstab) -> Iterator[AxisSource]:
    """The source of each axis of the figures."""
    columns = table.columns
    for axis in _AXES:
        of = {"period", "year", "month", "period_start"} if axis == "period" else {axis}
        of |= {"municipality"} if axis == "unit" else set()
        labels = [at for at, role in columns.labels.items() if role in of]
        over = [at for at, meaning in columns.figures.items() if axis in _said(table, at)]
        for at in [*labels, *over][:1]:
            place = _("column {column}").format(column=table.headings[at] or column_letter(at + 1))
            yield AxisSource(axis, place, columns.sure.get(at, Certainty.STATED) if labels else Certainty.STATED)
        if labels or over:
            continue
        if axis in table.answers.fixed:
            yield AxisSource(axis, _("your answer"), Certainty.CONFIRMED)
        elif (axis == "indicator" and table.corner.indicator) or (axis == "unit" and table.corner.unit is not None):
            yield AxisSource(axis, _("the heading of the labels"), Certainty.STATED)
        elif axis in ("unit", "gender", "kind"):
            assumed = {"unit": _("the whole board"), "gender": _("all"), "kind": _("outcome")}
            yield AxisSource(axis, assumed[axis], Certainty.ASSUMED)


def _said(table: Crosstab, column: int) -> set[str]:
    meaning = table.figures[column]
    stated = {
        "indicator": bool(meaning.indicator),
        "unit": meaning.unit is not None,
        "period": meaning.heading.is_of_time,
        "gender": bool(meaning.heading.gender),
        "kind": bool(meaning.heading.kind),
        "measure": column in table.columns.measures,
    }
    return {axis for axis, there in stated.items() if there}

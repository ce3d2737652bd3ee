"""The rules for whole tables: keys once, codes that are there, days in order, and the rules of every row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lib.rules.organisation import span_of
from lib.rules.settings import is_allowed
from lib.tables.base import Row, columns
from lib.tables.model import BY_NAME
from lib.tables.organisation_checks import impossible
from lib.tables.records import Problem, Record, Records, RowProblem, cell, key_of
from lib.tables.row_checks import complaints
from lib.words.language import _


def broken(records: Records) -> list[Problem]:
    """Every rule of the format that whole tables break."""
    checks = (check_keys, check_references, check_order, check_constraints, check_units, check_settings)
    return [problem for check in checks for problem in check(records)]


def _said(key: Iterable[Any]) -> str:
    return " / ".join(cell(part) for part in key)


def _each(records: Records) -> Iterator[tuple[type[Row], int, Record]]:
    for name, rows in records.items():
        for number, record in enumerate(rows, start=2):
            yield BY_NAME[name], number, record


def _problem(table: type[Row], record: Record, column: str, sentence: str, plainly: str = "") -> Problem:
    """A problem in a row, which is named by its key; `plainly` is the sentence for readers who know no tables."""
    key = _said(key_of(table, record)[1:])
    where = f"{record['board']}/{table.__tablename__}"
    return Problem(where, 0, column, f"{key}: {sentence}", RowProblem(table.__tablename__, record, plainly or sentence))


def check_keys(records: Records) -> list[Problem]:
    """Rows whose key stands more than once."""
    counts = Counter((table.__tablename__, key_of(table, record)) for table, _n, record in _each(records))
    return [
        Problem(name, 0, "", _("{key} stands {n} times.").format(key=_said(key), n=n))
        for (name, key), n in counts.items()
        if n > 1
    ]


def dangling(records: Records) -> Iterator[tuple[type[Row], Record, str, str, str]]:
    """Codes that stand in a row but not in the table they refer to: table, row, column, the other table, the code."""
    known = {
        name: {(record["board"], record[(BY_NAME[name].key[1:] or BY_NAME[name].key)[0]]) for record in rows}
        for name, rows in records.items()
        if name
        not in {"goal_indicators", "targets", "observations", "absence", "successions", "assessments", "comparisons"}
    }
    for name, rows in records.items():
        table = BY_NAME[name]
        refers = [(column.name, column.info["refers"]) for column in columns(table) if column.info.get("refers")]
        for record in rows:
            for column, other in refers:
                code = record[column]
                if code and (record["board"], code) not in known.get(other, set()):
                    yield table, record, column, other, code


def check_references(records: Records) -> list[Problem]:
    """Codes that stand in a row but not in the table they refer to."""
    problems = []
    for table, record, column, other, code in dangling(records):
        sentence = _("“{code}” is not in {table}.").format(code=code, table=other)
        plainly = _("“{value}” is not known to this board.").format(value=code)
        problems.append(_problem(table, record, column, sentence, plainly))
    return problems


_ORDERED = (
    ("valid_from", "valid_to"),
    ("period_start", "period_end"),
    ("lower", "upper"),
    ("value", "upper"),
    ("baseline_start", "baseline_end"),
    ("begun", "ended"),
)


def ordered(table: type[Row]) -> list[tuple[str, str]]:
    """The pairs of columns of a table of which the first is never above the last."""
    has = {column.name for column in columns(table)}
    return [pair for pair in _ORDERED if has.issuperset(pair)]


def out_of_order(record: Mapping[str, Any], pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The columns whose value comes after the one that should follow it, each with what to say."""
    for first, last in pairs:
        low, high = record[first], record[last]
        if low is not None and high is not None and low > high:
            yield first, _("{low} is after {high}.").format(low=cell(low), high=cell(high))


def check_order(records: Records) -> list[Problem]:
    """Periods that end before they start and ranges that are upside down."""
    problems = []
    for name, rows in records.items():
        table, pairs = BY_NAME[name], ordered(BY_NAME[name])
        for record in rows:
            problems += [_problem(table, record, *problem) for problem in out_of_order(record, pairs)]
    return problems


def check_constraints(records: Records) -> list[Problem]:
    """Rows that break a rule of their own, such as a count below zero."""
    return [
        _problem(table, record, column, sentence)
        for table, _number, record in _each(records)
        for column, sentence in complaints(table, record)
    ]


def check_units(records: Records) -> list[Problem]:
    """Units that are part of themselves, that hold twice on a day, or whose parent is not there when they are."""
    problems = []
    for board in dict.fromkeys(record["board"] for record in records.get("units", ())):
        rows = [record for record in records["units"] if record["board"] == board]
        spans = [span_of(row) for row in rows]
        for column, unit, sentence in impossible(spans):
            about = RowProblem("units", next(row for row in rows if row["unit"] == unit), sentence)
            problems.append(Problem(f"{board}/units", 0, column, f"{unit}: {sentence}", about))
    return problems


def check_settings(records: Records) -> list[Problem]:
    """Settings with a value that they cannot have; names of no setting are reported when rows are read."""
    return [
        Problem(
            f"{record['board']}/settings",
            0,
            "value",
            _("{setting}: “{value}” is not a value of this setting.").format(
                setting=record["setting"], value=record["value"]
            ),
        )
        for record in records.get("settings", ())
        if not is_allowed(record["setting"], record["value"])
    ]

"""Figures that can hardly be: below nothing, above the whole, of a time to come or far away, or too often."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from lib.imports.cautions.beside_stored import StoredMatch, StoredRows, period_of, shown
from lib.rules.periods import Period
from lib.tables.records import Record
from lib.words.language import _

# Years before these, and so many after the present one, are no years of a board's figures.
_FIRST, _AHEAD = 1980, 12
# The fewest whole months of a figure, by how often its indicator is followed.
_MONTHS = {"quarter": 3, "tertial": 4, "year": 12}


def impossible(held: StoredRows) -> Iterator[StoredMatch]:
    """Shares of a whole outside 0-100 per cent, and counts below zero."""
    for record, number in held.changed():
        about = held.indicators.get(record["indicator"])
        if about is None:
            continue
        of_whole = about["statistic"] == "share" and about["unit_of_measure"].strip() == "%"
        if of_whole and not 0 <= record["value"] <= 100:
            yield (
                record,
                number,
                _words(record, _("{value} % for {period} is no share of a whole. Look at the figure.")),
            )
        elif about["statistic"] == "count" and record["value"] < 0:
            yield record, number, _words(record, _("{value} for {period} is fewer than none. Look at the figure."))


def untimely(held: StoredRows, today: date) -> Iterator[StoredMatch]:
    """Outcomes of a time that is not over, and figures of years far away."""
    for record, number in held.changed():
        if not _FIRST <= record["period_start"].year <= record["period_end"].year <= today.year + _AHEAD:
            yield record, number, _words(record, _("{period} is far away. Is the period right?"))
        elif record["kind"] == "outcome" and record["period_end"] > today:
            yield record, number, _words(record, _("{period} is not over yet. Is {value} an outcome?"))


def too_often(held: StoredRows) -> Iterator[StoredMatch]:
    """Figures of shorter periods than the indicator is followed by and the store has; reported once an indicator."""
    lengths: dict[str, set[int | None]] = defaultdict(set)
    for row in held.before.values():
        lengths[row["indicator"]].add(_months(row["period_start"], row["period_end"]))
    reported: set[str] = set()
    for record, number in held.changed():
        about = held.indicators.get(record["indicator"])
        months = _months(record["period_start"], record["period_end"])
        if about is None or about["indicator"] in reported or months in lengths[about["indicator"]]:
            continue
        if (months or 0) < _MONTHS.get(about["frequency"], 0):
            reported.add(about["indicator"])
            sentence = _("{name} is not followed as often as this: {period}. Is the period right?")
            yield record, number, sentence.format(name=about["name"], period=period_of(record))


def _words(record: Record, sentence: str) -> str:
    return sentence.format(value=shown(record["value"]), period=period_of(record))


@lru_cache(maxsize=1000)  # a file has few periods and many rows
def _months(start: date, end: date) -> int | None:
    return Period(start, end).months

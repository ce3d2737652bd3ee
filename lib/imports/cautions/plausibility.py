"""Figures and names that may be right but look wrong: each is reported, and a user who knows may accept it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice
from statistics import median
from typing import Any

from lib.imports.cautions.beside_stored import StoredMatch, StoredRows, period_of, shown
from lib.imports.cautions.impossible import impossible, too_often, untimely
from lib.imports.cautions.renamed import renamed, shifted, unfamiliar
from lib.imports.cautions.sums import off_by, sums
from lib.imports.result import TOLD, Caution, ReadResult
from lib.tables.model import BY_NAME, Observation
from lib.tables.records import Key, Record, Records, key_of
from lib.words.language import _, decimals_of

FRACTION = "fraction"
# At most so many of a kind are reported.
_MOST = 10 * TOLD
_FEWEST = 4
_TIMES = 5.0
_HUNDRED = (50.0, 200.0)
_ROUNDING = 0.051
_THOUSANDS = 3
_OBSERVATIONS = Observation.__tablename__


def cautions(reading: ReadResult, stored: Records, today: date | None = None) -> list[Caution]:
    """The cautions about a file, no more of a kind than can be read."""
    held = _held(reading, stored)
    checks = {
        FRACTION: _fractions(held),
        "impossible": impossible(held),
        "untimely": untimely(held, today or date.today()),
        "often": too_often(held),
        "jump": _jumps(held),
        "whole": _not_whole(held),
        "shifted": shifted(held),
        "gender": _genders(held),
        "sum": sums(held),
        "renamed": unfamiliar(held),
    }
    results = [
        _caution(reading, kind, _OBSERVATIONS, match)
        for kind, every in checks.items()
        for match in islice(every, 10 * TOLD)
    ]
    hardly = {caution.key for caution in results if caution.kind == "impossible"}
    results = [caution for caution in results if caution.kind != "jump" or caution.key not in hardly]
    names = islice(renamed(reading.records, stored), 10 * TOLD)
    return (
        reading.totals[: 10 * TOLD] + results + [_caution(reading, "renamed", table, match) for table, match in names]
    )


def _held(reading: ReadResult, stored: Records) -> StoredRows:
    return StoredRows(reading.records.get(_OBSERVATIONS, ()), stored)


def _caution(reading: ReadResult, kind: str, table: str, match: StoredMatch) -> Caution:
    record, number, sentence = match
    place = reading.places[table][number]
    return Caution(kind, place.sheet, place.row, place.column, sentence, table, key_of(BY_NAME[table], record))


# Against the series: same indicator, unit, gender, kind and length of period


def _series(record: Record) -> tuple[Any, ...]:
    days = (record["period_end"] - record["period_start"]).days // 25  # months, quarters and years apart
    return record["indicator"], record["unit"], record["gender"], record["kind"], days


def _earlier(held: StoredRows) -> Iterator[tuple[Record, int, list[float]]]:
    """Changed figures with those of their series at other times."""
    wanted = {_series(record) for record, _number in held.changed()}
    history: dict[tuple[Any, ...], dict[Any, float]] = defaultdict(dict)
    for row in held.before.values():
        if (of := _series(row)) in wanted:
            history[of][row["period_start"]] = row["value"]
    if history:
        for record, number in held.changed():
            known = history.get(_series(record), {})
            yield record, number, [value for start, value in known.items() if start != record["period_start"]]


def _is_hundredth(value: float, usual: float) -> bool:
    return 0 < value < 1 and _HUNDRED[0] < usual / value < _HUNDRED[1]


def fractions(held: StoredRows) -> Iterator[tuple[Record, int]]:
    """Figures that are about a hundredth of their series, or of the target where there is no series yet."""
    targets: dict[str, list[float]] = defaultdict(list)
    for row in held.stored.get("targets", ()):
        if row["value"] is not None:
            targets[row["indicator"]].append(row["value"])
    usual: dict[Any, float] = {}
    for record, _number, earlier in _earlier(held):
        if len(earlier) >= _FEWEST:
            usual[key_of(Observation, record)] = median(earlier)
    for record, number in held.changed():
        if not 0 < record["value"] < 1:
            continue
        of = usual.get(key_of(Observation, record))
        if of is None and record["indicator"] in targets:
            of = median(targets[record["indicator"]])
        if (record["indicator"] in held.all_below_one) if of is None else _is_hundredth(record["value"], of):
            yield record, number


def _fractions(held: StoredRows) -> Iterator[StoredMatch]:
    for record, number in fractions(held):
        sentence = (
            _("{value} for {period} looks like a share. As per cent it is {guess}: write that.")
            if record["indicator"] in held.all_below_one
            else _("{value} for {period} is about a hundredth of what is usual. As per cent it is {guess}: write that.")
        )
        values = {"value": shown(record["value"]), "guess": shown(hundredfold(record["value"]))}
        yield record, number, sentence.format(**values, period=period_of(record))


def recount(reading: ReadResult, stored: Records) -> None:
    """Take the figures that look like shares as per cent, a hundred times what the file says."""
    for record, _number in list(fractions(_held(reading, stored))):
        record |= {name: hundredfold(record[name]) for name in ("value", "lower", "upper") if record[name] is not None}
        reading.recounted += 1
    reading.cautions = cautions(reading, stored)


def hundredfold(value: float) -> float:
    """A share as per cent, with no more decimals than it was given with."""
    return round(100 * value, max(decimals_of(value) - 2, 0))


def _jumps(held: StoredRows) -> Iterator[StoredMatch]:
    """Figures far from all that the series has had."""
    sentence = _("{value} for {period} is far from everything that the series has had. Look at the figure.")
    for record, number, earlier in _earlier(held):
        if len(earlier) < _FEWEST or _is_hundredth(record["value"], median(earlier)):
            continue
        least, most = min(earlier), max(earlier)
        room = _TIMES * max(most - least, abs(median(earlier)) / 2)
        if not least - room <= record["value"] <= most + room:
            yield record, number, sentence.format(value=shown(record["value"]), period=period_of(record))


def _not_whole(held: StoredRows) -> Iterator[StoredMatch]:
    """Counts that are no whole numbers, sums with three decimals: a sign between thousands, read as a decimal one."""
    sentence = _("{value} for {period} is not a whole number, as counts are. Is it {guess}? Write it without a point.")
    counted = {row["indicator"] for row in held.indicators.values() if row["statistic"] == "count"}
    counted -= {row["indicator"] for row in held.indicators.values() if row["decimals"]}
    added = {code for code, row in held.indicators.items() if row["statistic"] == "sum" and not row["decimals"]}
    for record, number in held.changed() if counted or added else ():
        value = record["value"]
        if record["indicator"] in counted and value >= 1 and value % 1 and (1000 * value) % 1 == 0:
            values = {"value": shown(value), "guess": shown(1000 * value)}
            yield record, number, sentence.format(**values, period=period_of(record))
        elif record["indicator"] in added and decimals_of(value) == _THOUSANDS:
            values = {"value": shown(value), "guess": shown(round(1000 * value)), "period": period_of(record)}
            yield (
                record,
                number,
                _("{value} for {period} may be {guess}. Write it without a point or comma.").format(**values),
            )


# Women and men beside the total


def _genders(held: StoredRows) -> Iterator[StoredMatch]:
    """Totals outside women and men, and counts of them that do not add up."""
    place_of_gender = Observation.key.index("gender")
    reported: set[Key] = set()
    every = chain((record for record, _number in held.new()), held.before.values())
    split = {record["indicator"] for record in every if record["gender"] != "T"}
    for record, number in held.changed():
        if record["indicator"] not in split:
            continue
        key = key_of(Observation, record)
        keys = [(*key[:place_of_gender], gender, *key[place_of_gender + 1 :]) for gender in "TKM"]
        rows = [held.known(part) for part in keys]
        if keys[0] in reported or not all(rows):
            continue
        reported.add(keys[0])
        sentence = _beside_total([row["value"] for row in rows if row], held, record["indicator"])
        if sentence:
            yield record, number, sentence.format(value=shown(record["value"]), period=period_of(record))


def _beside_total(values: Sequence[float], held: StoredRows, indicator: str) -> str:
    total, women, men = values
    if held.adds_up(indicator):
        counted = held.indicators[indicator]["statistic"] == "count"
        if off_by(total, [women, men], counted):
            return _("{value} for {period}: women and men do not add up to the total. Look at the three figures.")
    elif not min(women, men) - _ROUNDING <= total <= max(women, men) + _ROUNDING:
        return _("{value} for {period}: the total lies outside women and men. Look at the three figures.")
    return ""

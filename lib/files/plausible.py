"""Figures that may well be right but look wrong: each is told, and whoever knows may accept it.

A figure is held against its series: same indicator, unit, gender, kind and length of period, as stored. Sentences tell
the new figure only, since an earlier one may be of a group too small to be shown.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from lib.files.reading import TOLD, Caution, Place
from lib.model import Observation
from lib.periods import Period
from lib.tables import Record, Records, key_of
from lib.words import _, number, period_name

_FEWEST = 4
_TIMES = 5.0
_HUNDRED = (50.0, 200.0)
_ROUNDING = 0.051
_ADDED = frozenset({"count", "sum"})

Found = tuple[Record, Place, str]


def cautions(records: Sequence[Record], places: Sequence[Place], stored: Records) -> list[Caution]:
    """Everything that looks wrong in a file's observations, no more of a kind than can be read."""
    new = [(one, place) for one, place in zip(records, places, strict=True) if one["value"] is not None]
    statistic = {row["indicator"]: row["statistic"] for row in stored.get("indicators", ())}
    before = {key_of(Observation, row): row for row in stored.get("observations", ()) if row["value"] is not None}
    changed = [(one, place) for one, place in new if not _same(before.get(key_of(Observation, one)), one)]
    checks = {
        "jump": _jumps(changed, before, {_series(one) for one, _place in changed}),
        "gender": _genders(changed, before, statistic),
        "parts": _parts(changed, stored, statistic),
    }
    return [
        Caution(kind, place.sheet, place.row, "", sentence, "observations", key_of(Observation, record))
        for kind, found in checks.items()
        for record, place, sentence in _first(found)
    ]


def _first(found: Iterator[Found]) -> list[Found]:
    return [one for one, _number in zip(found, range(10 * TOLD), strict=False)]


def _same(before: Record | None, now: Record) -> bool:
    return before is not None and before["value"] == now["value"]


def _series(record: Record) -> tuple[Any, ...]:
    days = (record["period_end"] - record["period_start"]).days // 25  # months, quarters and years apart
    return record["indicator"], record["unit"], record["gender"], record["kind"], days


def _jumps(
    new: Sequence[tuple[Record, Place]], before: dict[tuple[Any, ...], Record], wanted: set[tuple[Any, ...]]
) -> Iterator[Found]:
    """Figures far from all that the series has had, or about a hundredth of it."""
    history: dict[tuple[Any, ...], dict[Any, float]] = defaultdict(dict)
    for row in before.values():
        if (of := _series(row)) in wanted:
            history[of][row["period_start"]] = row["value"]
    for record, place in new:
        known = history[_series(record)]
        earlier = [value for start, value in known.items() if start != record["period_start"]]
        if len(earlier) >= _FEWEST and (sentence := _against(record["value"], earlier)):
            yield record, place, sentence.format(value=number(record["value"]), period=_period(record))


def _against(value: float, earlier: Sequence[float]) -> str:
    """What is strange about a figure beside the others of its series, '' where nothing is."""
    usual, least, most = median(earlier), min(earlier), max(earlier)
    if value and _HUNDRED[0] < usual / value < _HUNDRED[1] and 0 < value < 1:
        return _("{value} for {period} is about a hundredth of the series' figures. Is it per cent as a fraction?")
    spread = max(most - least, abs(usual) / 2)
    if not least - _TIMES * spread <= value <= most + _TIMES * spread:
        return _("{value} for {period} is far from everything that the series has had.")
    return ""


def _period(record: Record) -> str:
    return period_name(Period(record["period_start"], record["period_end"]))


def _genders(
    new: Sequence[tuple[Record, Place]], before: dict[tuple[Any, ...], Record], statistic: dict[str, str]
) -> Iterator[Found]:
    """Totals outside women and men, and counts of them that do not add up."""
    now = {key_of(Observation, record): record for record, _place in new}
    place_of_gender = Observation.key.index("gender")
    told = set()
    for record, place in new:
        key = list(key_of(Observation, record))
        values: list[float] = []
        for gender in "TKM":
            key[place_of_gender] = gender
            if found := now.get(tuple(key)) or before.get(tuple(key)):
                values.append(found["value"])
        same = (*key[:place_of_gender], *key[place_of_gender + 1 :])
        if len(values) < 3 or same in told:
            continue
        told.add(same)
        total, women, men = values
        if statistic.get(record["indicator"]) in _ADDED:
            if abs(women + men - total) > _ROUNDING:
                sentence = _("Women and men for {period} do not add up to the total.")
                yield record, place, sentence.format(period=_period(record))
        elif not min(women, men) - _ROUNDING <= total <= max(women, men) + _ROUNDING:
            sentence = _("The total for {period} lies outside women and men.")
            yield record, place, sentence.format(period=_period(record))


def _parts(new: Sequence[tuple[Record, Place]], stored: Records, statistic: dict[str, str]) -> Iterator[Found]:
    """Counts of the whole board that are not those of its units together, where the file has all of its units."""
    top = {row["unit"] for row in stored.get("units", ()) if not row["parent"] and row["kind"] != "comparison"}
    sums: dict[tuple[Any, ...], dict[str, float]] = defaultdict(dict)
    wholes: dict[tuple[Any, ...], tuple[Record, Place]] = {}
    for record, place in new:
        of = tuple(record[name] for name in Observation.key if name != "unit")
        if record["unit"] == "":
            wholes[of] = record, place
        elif record["unit"] in top:
            sums[of][record["unit"]] = record["value"]
    for of, (record, place) in wholes.items():
        parts = sums.get(of, {})
        if len(top) > 1 and parts.keys() == top and statistic.get(record["indicator"]) in _ADDED:
            together = sum(parts.values())
            if abs(together - record["value"]) > _ROUNDING * len(parts):
                sentence = _("The units together are {sum} for {period}, but the whole is {value}.")
                said = sentence.format(sum=number(together), period=_period(record), value=number(record["value"]))
                yield record, place, said

"""What the store tells of a board's observations: all but small groups, what is confidential, and what gives it away.

A hidden figure loses value, range, count and note; its status says why: 'hidden' (too few people), 'confidential', or
'protects' (one of those could be computed from it). It could be from women, men and all of the same unit, and, where
figures are counts or sums, from the units beside it and what they add up to.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import pandas as pd

from lib.privacy.counts import CountedFigure, hidden, too_small
from lib.rules.periods import Days
from lib.store.withheld import KEPT_BACK
from lib.tables.model import Observation, Unit

FIGURE = ["value", "lower", "upper", "count"]
_KEY = list(Observation.key[1:])
_TABLE = ["indicator", "period_start", "period_end", "kind"]
_ADDITIVE = ("count", "sum")
_OFF = 0.02  # by how much of it a sum may miss its parts and still be one


def frame_of(rows: Iterable[Sequence[Any]], names: list[str]) -> pd.DataFrame:
    """Rows of the store as a frame."""
    return pd.DataFrame.from_records([tuple(row) for row in rows], columns=names)


def as_shown(frame: pd.DataFrame, units: Callable[[], Iterable[Unit]]) -> pd.DataFrame:
    """A board's observations (with each one's `minimum_group` and `statistic`) less what is not shown.

    What is hidden already, as its status says, stays so. `units` is asked only where something is hidden.
    """
    cells = _cells(frame)
    small, found = too_small(cells), hidden(cells) | set(frame.index[frame["status"] == "protects"])
    secret = small | set(frame.index[frame["status"] == "confidential"])
    additive = frame["statistic"].isin(_ADDITIVE)
    if additive.any() and any(additive[place] for place in secret):
        found |= _beside(frame, secret, found, list(units()))
    told = frame.drop(columns=["minimum_group", "statistic"]).astype(dict.fromkeys(FIGURE, float))
    _hide(told, sorted(small), "hidden")
    confidential = told["status"] == "confidential"
    told.loc[confidential, FIGURE] = None
    told.loc[confidential, "qualifier"] = "="
    _hide(told, sorted(found - secret), "protects")
    return told


def keep_to_itself(frame: pd.DataFrame, now: pd.DataFrame) -> None:
    """Hide what is not shown now in what was so before: no older view tells what the newest keeps to itself."""
    for status in KEPT_BACK:
        kept = pd.MultiIndex.from_frame(now.loc[now["status"] == status, _KEY])
        again = pd.MultiIndex.from_frame(frame[_KEY]).isin(kept)
        _hide(frame, again, status)


def _hide(frame: pd.DataFrame, rows: Any, status: str) -> None:
    if len(rows):
        frame.loc[rows, FIGURE] = None
        frame.loc[rows, ["qualifier", "status", "note"]] = ["=", status, ""]


def _cells(frame: pd.DataFrame) -> list[CountedFigure]:
    keys = frame[["unit", *_TABLE]].itertuples(index=False, name=None)
    counts = frame["count"].mask(frame["status"] == "hidden", 0)
    rows = zip(keys, frame["gender"], counts, frame["minimum_group"], strict=True)
    return [
        CountedFigure(key, gender, None if pd.isna(count) else int(count), minimum)
        for key, gender, count, minimum in rows
    ]


def _beside(frame: pd.DataFrame, secret: set[int], hidden: set[int], units: list[Unit]) -> set[int]:
    """What else must be hidden among figures that add up, so that the secret ones cannot be computed."""
    rows: list[Any] = list(frame.itertuples(index=False))
    tables: dict[Hashable, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row.statistic in _ADDITIVE:
            tables[row.indicator, row.period_start, row.period_end, row.kind].append(place)
    found: set[int] = set()
    for places in tables.values():
        if secret.isdisjoint(places):
            continue
        sums = list(_sums(rows, places, _children(units, rows[places[0]].period_end)))
        if any(not secret.isdisjoint((total, *parts)) for total, parts in sums):
            found |= _of_table(rows, places, sums, secret, hidden)
    return found


def _children(units: Iterable[Unit], day: date) -> dict[str, list[str]]:
    """The units right below each on a day ('' = the whole board), without those it is compared with."""
    found: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        if Days(unit.valid_from, unit.valid_to).holds_on(day) and not unit.is_comparison:
            found[unit.parent].append(unit.unit)
    return found


def _sums(rows: list[Any], places: list[int], children: dict[str, list[str]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Which figures of a table are the sums of others, and all of those others: units by level, then genders."""
    there = {(rows[place].unit, rows[place].gender): place for place in places}
    for unit, gender in there:
        parts = [there.get((child, gender)) for child in children.get(unit, ())]
        if parts and None not in parts and _adds_up(rows, there[unit, gender], parts):
            yield there[unit, gender], tuple(part for part in parts if part is not None)
    for unit, gender in there:
        both = [there.get((unit, one)) for one in ("K", "M")]
        if gender == "T" and None not in both and _adds_up(rows, there[unit, "T"], both):
            yield there[unit, "T"], tuple(part for part in both if part is not None)


def _adds_up(rows: list[Any], total: int, parts: Iterable[int | None]) -> bool:
    """Whether the figures may be a sum and its parts, as far as they are told."""
    whole, *values = (rows[place].value for place in (total, *parts) if place is not None)
    return any(pd.isna(value) for value in (whole, *values)) or abs(sum(values) - whole) <= max(1, _OFF * abs(whole))


def _of_table(
    rows: list[Any], places: list[int], sums: list[tuple[int, tuple[int, ...]]], secret: set[int], hidden: set[int]
) -> set[int]:
    from lib.privacy.hours import beside  # here, as what solves it takes long to load

    at = {place: number for number, place in enumerate(places)}
    values = [None if pd.isna(rows[place].value) else float(rows[place].value) for place in places]
    relations = [(at[total], tuple(at[part] for part in parts)) for total, parts in sums]
    given = [{at[place] for place in found if place in at} for found in (secret, hidden)]
    return {places[number] for number in beside(values, relations, *given)}

"""The observations that the store shows: all but small groups, what is confidential, and what gives either away.

A hidden figure loses value, range, count and note; its status gives the reason: 'hidden' (too few people), 'single'
(it sets one person apart from the others), 'confidential', or 'protects' (one of those could be computed from it):
from women, men and all of the same unit; from the units beside it and what they add up to; or from other periods.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from lib.privacy.counts import CountedFigure, hidden, too_small
from lib.privacy.figures import is_of_one, protecting
from lib.privacy.plain_figure import PlainFigure
from lib.rules.periods import Days
from lib.store.withheld import KEPT_BACK
from lib.tables.model import Observation, Unit

FIGURE = ["value", "lower", "upper", "count"]
ABOUT = ["minimum_group", "statistic", "decimals", "unit_of_measure", "accumulates"]
"""What of its indicator is to be known of each observation."""
_KEY = list(Observation.key[1:])
_COUNTED = ("outcome", "forecast")
_WITH_COUNTS = frozenset({"share", "mean", "index", "ratio"})


def frame_of(rows: Iterable[Sequence[Any]], names: list[str]) -> pd.DataFrame:
    """Rows of the store as a frame."""
    return pd.DataFrame.from_records([tuple(row) for row in rows], columns=names)


def as_shown(frame: pd.DataFrame, units: Callable[[], Iterable[Unit]]) -> pd.DataFrame:
    """A board's observations (each with what is `ABOUT` its indicator) less what is not shown.

    What is hidden already, as its status says, stays so. `units` is asked only where figures may give others away.
    """
    rows: list[Any] = list(frame.itertuples(index=False))
    reasons = _reasons(rows)
    _protect(rows, reasons, units)
    figures = frame.drop(columns=ABOUT).astype(dict.fromkeys(FIGURE, float))
    for reason in dict.fromkeys(reasons.values()):
        _hide(figures, [place for place, why in reasons.items() if why == reason], reason)
    return figures


def _reasons(rows: Sequence[Any]) -> dict[int, str]:
    """The reasons to hide figures that are about few people themselves, or beside women, men or all who are few."""
    cells = [_counted(row) for row in rows]
    small = too_small(cells)
    single = _single(rows) - small
    reasons = {place: row.status for place, row in enumerate(rows) if row.status in KEPT_BACK}
    reasons |= {place: "protects" for place in hidden(cells) if place not in reasons}
    reasons |= dict.fromkeys(single, "single")
    reasons |= {place: "hidden" for place in small if rows[place].status != "confidential"}
    return reasons


def _counted(row: Any) -> CountedFigure:
    key = (row.unit, row.indicator, row.period_start, row.period_end, row.kind)
    count = 0 if row.status == "hidden" else _people(row)
    return CountedFigure(key, row.gender, count, row.minimum_group)


def _people(row: Any) -> int | None:
    """The number of people a figure is about: a number of people counts them itself, unless it is of nobody."""
    if not pd.isna(row.count):
        return int(row.count)
    is_number = row.statistic == "count" and row.kind in _COUNTED and not pd.isna(row.value)
    return round(row.value) if is_number and row.value >= 0.5 else None


def _single(rows: Sequence[Any]) -> set[int]:
    """Shares of which one person makes up the whole, or all but one do."""
    by_indicator: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row.statistic == "share" and not pd.isna(row.count) and not pd.isna(row.value) and row.minimum_group:
            by_indicator[row.indicator].append(place)
    shares: set[int] = set()
    for places in by_indicator.values():
        figures = [(rows[place].value, int(rows[place].count), rows[place].decimals) for place in places]
        shares |= {place for place, of_one in zip(places, is_of_one(figures), strict=True) if of_one}
    return shares


def _protect(rows: Sequence[Any], reasons: dict[int, str], units: Callable[[], Iterable[Unit]]) -> None:
    """Hide what else it takes, so that nothing hidden can be worked out of sums."""
    tables: dict[Hashable, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        tables[row.indicator, row.kind].append(place)

    there = cache(lambda: list(units()))

    @cache
    def children(day: date) -> Mapping[str, Sequence[str]]:
        return _children(there(), day)

    for places in tables.values():
        figures = [_plain(rows[place], reasons.get(place, "")) for place in places]
        for index in protecting(figures, children):
            reasons.setdefault(places[index], "protects")


def _plain(row: Any, reason: str) -> PlainFigure:
    adds_up = row.statistic in ("count", "sum")
    count = None if pd.isna(row.count) or (not adds_up and row.statistic not in _WITH_COUNTS) else int(row.count)
    return PlainFigure(
        unit=row.unit,
        gender=row.gender,
        start=row.period_start,
        end=row.period_end,
        value=None if pd.isna(row.value) else float(row.value),
        count=count,
        minimum=row.minimum_group,
        adds_up=adds_up,
        is_share=row.statistic == "share" and row.unit_of_measure == "%",
        people=row.statistic == "count" and row.kind in _COUNTED and count is None,
        over_time=row.accumulates,
        secret=reason in ("hidden", "single", "confidential"),
        hidden=bool(reason),
    )


def _children(units: Iterable[Unit], day: date) -> dict[str, list[str]]:
    """The units right below each on a day ('' = the whole board), without those it is compared with."""
    below: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        if Days(unit.valid_from, unit.valid_to).holds_on(day) and not unit.is_comparison:
            below[unit.parent].append(unit.unit)
    return below


def keep_to_itself(frame: pd.DataFrame, now: pd.DataFrame) -> None:
    """Hide in an older frame what is hidden now: no older view reveals what the newest hides."""
    for status in KEPT_BACK:
        keys = pd.MultiIndex.from_frame(now.loc[now["status"] == status, _KEY])
        again = pd.MultiIndex.from_frame(frame[_KEY]).isin(keys)
        _hide(frame, again, status)


def _hide(frame: pd.DataFrame, rows: Any, status: str) -> None:
    """Empty the figures of some rows; the note of one that was stored as confidential says why and stays."""
    hidden = np.zeros(len(frame), dtype=bool)
    hidden[rows] = True
    frame["note"] = frame["note"].where(~hidden | (frame["status"] == "confidential"), "")
    for name, value in {**dict.fromkeys(FIGURE, np.nan), "qualifier": "=", "status": status}.items():
        frame[name] = frame[name].where(~hidden, value)

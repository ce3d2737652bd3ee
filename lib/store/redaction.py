"""The observations that the store shows: all but small groups, what is confidential, and what gives either away.

A hidden figure loses value, range, count and note; its status gives the reason: 'hidden' (too few people), 'single'
(it sets one person apart from the others), 'confidential', or 'protects' (one of those could be computed from it):
from women, men and all of the same unit; from the units beside it and what they add up to; or from other periods.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from lib.privacy.counts import CountedFigure, Gender, hidden, too_small
from lib.privacy.figures import is_of_one, protecting
from lib.privacy.plain_figure import PlainFigure
from lib.rules.periods import Days
from lib.store.figure_rows import OBSERVED, ShownFigure, StoredFigure, key_of_figure, without_figure
from lib.store.withheld import KEPT_BACK
from lib.tables.model import Unit

_COUNTED = ("outcome", "forecast")
_WITH_COUNTS = frozenset({"share", "mean", "index", "ratio"})


def as_shown(rows: Sequence[StoredFigure], units: Callable[[], Iterable[Unit]]) -> list[ShownFigure]:
    """A board's observations less what is not shown.

    What is hidden already, as its status says, stays so. `units` is asked only where figures may give others away.
    """
    reasons = _reasons(rows)
    _protect(rows, reasons, units)
    shown = [ShownFigure._make(row[:OBSERVED]) for row in rows]
    for place, reason in reasons.items():
        shown[place] = without_figure(shown[place], reason)
    return shown


def _reasons(rows: Sequence[StoredFigure]) -> dict[int, str]:
    """The reasons to hide figures that are about few people themselves, or beside women, men or all who are few."""
    cells = [_counted(row) for row in rows]
    small = too_small(cells)
    single = _single(rows) - small
    reasons = {place: row.status for place, row in enumerate(rows) if row.status in KEPT_BACK}
    reasons |= {place: "protects" for place in hidden(cells) if place not in reasons}
    reasons |= dict.fromkeys(single, "single")
    reasons |= {place: "hidden" for place in small if rows[place].status != "confidential"}
    return reasons


def _counted(row: StoredFigure) -> CountedFigure:
    key = (row.unit, row.indicator, row.period_start, row.period_end, row.kind)
    count = 0 if row.status == "hidden" else _people(row)
    return CountedFigure(key, Gender(row.gender), count, row.minimum_group)


def _people(row: StoredFigure) -> int | None:
    """The number of people a figure is about: a number of people counts them itself, unless it is of nobody."""
    if row.people is not None:
        return row.people
    is_number = row.statistic == "count" and row.kind in _COUNTED
    return round(row.value) if is_number and row.value is not None and row.value >= 0.5 else None


def _single(rows: Sequence[StoredFigure]) -> set[int]:
    """Shares of which one person makes up the whole, or all but one do."""
    by_indicator: dict[str, dict[int, tuple[float, int, int]]] = defaultdict(dict)
    for place, row in enumerate(rows):
        if row.statistic == "share" and row.people is not None and row.value is not None and row.minimum_group:
            by_indicator[row.indicator][place] = row.value, row.people, row.decimals
    shares: set[int] = set()
    for figures in by_indicator.values():
        of_one = is_of_one([*figures.values()])
        shares |= {place for place, is_single in zip(figures, of_one, strict=True) if is_single}
    return shares


def _protect(rows: Sequence[StoredFigure], reasons: dict[int, str], units: Callable[[], Iterable[Unit]]) -> None:
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


def _plain(row: StoredFigure, reason: str) -> PlainFigure:
    adds_up = row.statistic in ("count", "sum")
    count = None if row.people is None or (not adds_up and row.statistic not in _WITH_COUNTS) else int(row.people)
    return PlainFigure(
        unit=row.unit,
        gender=row.gender,
        start=row.period_start,
        end=row.period_end,
        value=None if row.value is None else float(row.value),
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


def keep_to_itself(rows: list[ShownFigure], now: Iterable[ShownFigure]) -> None:
    """Hide among older figures what is hidden now: no older view reveals what the newest hides."""
    hidden_now = {key_of_figure(row): row.status for row in now if row.status in KEPT_BACK}
    for place, row in enumerate(rows):
        status = hidden_now.get(key_of_figure(row))
        if status:
            rows[place] = without_figure(row, status)

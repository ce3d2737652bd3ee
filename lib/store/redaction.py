"""The observations that the store shows: all but small groups, what is confidential, and what gives either away.

A hidden figure loses value, range, count and note; its status gives the reason: 'hidden' (too few people), 'single'
(it sets one person apart from the others), 'confidential', or 'protects' (one of those could be computed from it):
from women, men and all of the same unit; from the units beside it and what they add up to; or from other periods.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter

from lib.privacy.branches import Branches
from lib.privacy.counts import CountedFigure, Gender, hidden, too_small
from lib.privacy.figures import is_of_one, protecting
from lib.privacy.plain_figure import PlainFigure
from lib.privacy.telling import may_tell
from lib.rules.periods import Days
from lib.store.figure_rows import ShownFigure, Traits, key_of_figure, without_figure
from lib.store.withheld import KEPT_BACK
from lib.tables.model import Unit

_COUNTED = ("outcome", "forecast")
_WITH_COUNTS = frozenset({"count", "sum", "share", "mean", "index", "ratio"})
_DAY = timedelta(days=1)
_UNIT = attrgetter("unit")
_KEY = attrgetter("unit", "period_start", "period_end", "kind")
_TIME_AND_GENDER = attrgetter("period_start", "period_end", "gender")


def as_shown(
    rows: Sequence[ShownFigure], about: Mapping[str, Traits], units: Callable[[], Iterable[Unit]]
) -> list[ShownFigure]:
    """A board's observations as they are stored, less what is not shown; `about` has the traits of each indicator.

    What is hidden already, as its status says, stays so. `units` is asked only where figures may give others away.
    """
    organisation, shown = _Organisation(units), list(rows)
    places_of: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places_of[row.indicator].append(place)
    for indicator, places in places_of.items():
        reasons = _reasons([rows[place] for place in places], about[indicator], organisation)
        for number, reason in reasons.items():
            shown[places[number]] = without_figure(shown[places[number]], reason)
    return shown


@dataclass(frozen=True)
class _Organisation:
    """The units of a board, read when they are first asked for, as they are right below each other on a day."""

    units: Callable[[], Iterable[Unit]]
    _branches: dict[int, Branches] = field(default_factory=dict)

    @cached_property
    def _there(self) -> list[tuple[Unit, Days]]:
        return [(unit, Days(unit.valid_from, unit.valid_to)) for unit in self.units() if not unit.is_comparison]

    @cached_property
    def _changes(self) -> list[date]:
        """The days on which some unit begins, or is no more."""
        first = {days.valid_from for _unit, days in self._there if days.valid_from}
        return sorted(first | {days.last + _DAY for _unit, days in self._there if days.last < date.max})

    def on(self, day: date) -> Branches:
        """The branches on a day, without the units that the board is compared with."""
        number = bisect_right(self._changes, day)
        if number not in self._branches:
            below: dict[str, list[str]] = defaultdict(list)
            for unit, days in self._there:
                if days.holds_on(day):
                    below[unit.parent].append(unit.unit)
            self._branches[number] = Branches(below)
        return self._branches[number]


def _reasons(rows: Sequence[ShownFigure], about: Traits, organisation: _Organisation) -> dict[int, str]:
    """The reasons to hide figures of one indicator, by their places."""
    people = _people(rows, about)
    kept = {place: row.status for place, row in enumerate(rows) if row.status in KEPT_BACK}
    if not kept and people.count(None) == len(people):
        return {}  # nobody is counted, and nothing secret
    reasons = kept | _of_few(rows, people, about, kept)
    tables: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        tables[row.kind].append(place)
    for places in tables.values():
        figures = [rows[place] for place in places]
        if reasons.keys().isdisjoint(places) and not _may_tell(figures, about, organisation):
            continue
        counts = _counts(figures, about)
        plain = [
            _plain(rows[place], count, about, reasons.get(place, ""))
            for place, count in zip(places, counts, strict=True)
        ]
        for index in protecting(plain, organisation.on):
            reasons.setdefault(places[index], "protects")
    return reasons


def _people(rows: Sequence[ShownFigure], about: Traits) -> list[int | None]:
    """The number of people figures are about: a number of people counts them itself, unless it is of nobody."""
    people = [0 if row.status == "hidden" else row.people for row in rows]
    if about.statistic != "count":
        return people
    return [
        round(row.value)
        if count is None and row.kind in _COUNTED and row.value is not None and row.value >= 0.5
        else count
        for row, count in zip(rows, people, strict=True)
    ]


def _of_few(
    rows: Sequence[ShownFigure], people: Sequence[int | None], about: Traits, kept: Mapping[int, str]
) -> dict[int, str]:
    """Figures that are about few people themselves, or beside women, men or all who are few; why by their places."""
    places = _in_doubt(rows, people, about.minimum_group)
    cells = [
        CountedFigure(_KEY(rows[place]), Gender(rows[place].gender), people[place], about.minimum_group)
        for place in places
    ]
    small = {places[index] for index in too_small(cells)}
    reasons = {places[index]: "protects" for index in hidden(cells) if places[index] not in kept}
    reasons |= dict.fromkeys(_single(rows, about) - small, "single")
    return reasons | {place: "hidden" for place in small if rows[place].status != "confidential"}


def _in_doubt(rows: Sequence[ShownFigure], people: Sequence[int | None], minimum: int) -> list[int]:
    """The figures that their own count, or one of women, men and all, may hide: of most there is plainly none."""
    keys = [*map(_KEY, rows)]
    doubtful = {key for key, genders in Counter(keys).items() if genders == 2}  # who the third are follows from two
    doubtful |= {key for key, count in zip(keys, people, strict=True) if count is None or count < minimum}
    return [place for place, key in enumerate(keys) if key in doubtful] if doubtful else []


def _single(rows: Sequence[ShownFigure], about: Traits) -> set[int]:
    """Shares of which one person makes up the whole, or all but one do."""
    if about.statistic != "share" or not about.minimum_group:
        return set()
    shares = {
        place: (row.value, row.people, about.decimals)
        for place, row in enumerate(rows)
        if row.value is not None and row.people is not None
    }
    return {place for place, single in zip(shares, is_of_one([*shares.values()]), strict=True) if single}


def _may_tell(rows: Sequence[ShownFigure], about: Traits, organisation: _Organisation) -> bool:
    units = map(_UNIT, rows)
    groups = zip(map(_TIME_AND_GENDER, rows), units, _numbers(rows, about), strict=True)
    return may_tell(groups, about.minimum_group, organisation.on, over_time=about.accumulates)


def _counts(rows: Sequence[ShownFigure], about: Traits) -> list[int | None]:
    """The people that stand beside figures, where they say what part of a whole these are."""
    if about.statistic in _WITH_COUNTS:
        return [row.people for row in rows]
    return [None] * len(rows)


def _numbers(rows: Sequence[ShownFigure], about: Traits) -> list[int | None]:
    """The people that figures tell of: those beside them, or themselves where they count them."""
    counts = _counts(rows, about)
    if about.statistic != "count":
        return counts
    return [
        round(row.value) if count is None and row.kind in _COUNTED and row.value is not None else count
        for row, count in zip(rows, counts, strict=True)
    ]


def _plain(row: ShownFigure, count: int | None, about: Traits, reason: str) -> PlainFigure:
    return PlainFigure(
        unit=row.unit,
        gender=row.gender,
        start=row.period_start,
        end=row.period_end,
        value=None if row.value is None else float(row.value),
        count=count,
        minimum=about.minimum_group,
        adds_up=about.statistic in ("count", "sum"),
        is_share=about.statistic == "share" and about.unit_of_measure == "%",
        people=about.statistic == "count" and row.kind in _COUNTED and count is None,
        over_time=about.accumulates,
        secret=reason in ("hidden", "single", "confidential"),
        hidden=bool(reason),
    )


def keep_to_itself(rows: list[ShownFigure], now: Iterable[ShownFigure]) -> None:
    """Hide among older figures what is hidden now: no older view reveals what the newest hides."""
    hidden_now = {key_of_figure(row): row.status for row in now if row.status in KEPT_BACK}
    for place, row in enumerate(rows):
        status = hidden_now.get(key_of_figure(row))
        if status:
            rows[place] = without_figure(row, status)

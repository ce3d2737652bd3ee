"""Periods that overlap, as sums of the shortest stretches of time between their ends.

A year is its months, January-September is January-August and September. A stretch of which nobody has stored a figure
can be worked out all the same, and is secret where it comes out as few people.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from lib.privacy.plain_figure import PlainFigure

_OFF = 0.02
_NONE = 1e-6
_NOBODY = 0.5  # of a number of people
_DAY = timedelta(days=1)
Stretch = tuple[date, date]


@dataclass(slots=True)
class Intervals:
    """Figures as sums over time; the stretches that are not stored are numbered after the figures."""

    relations: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    figures: list[PlainFigure] = field(default_factory=list)
    """The stretches that are not stored, secret where they are about few people."""

    @classmethod
    def of(cls, stored: Sequence[PlainFigure]) -> "Intervals":
        """Of all figures of an indicator."""
        intervals = cls()
        series: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, figure in enumerate(stored):
            if figure.over_time is not False and figure.can_add_up:
                series[figure.unit, figure.gender].append(place)
        for places in series.values():
            if _overlap([stored[place] for place in places]):
                intervals._add(stored, places)
        return intervals

    def _add(self, stored: Sequence[PlainFigure], places: Sequence[int]) -> None:
        """The relations of a series whose periods overlap, if its figures add up over time."""
        first, stretches = stored[places[0]], _stretches([stored[place] for place in places])
        number_of = {(stored[place].start, stored[place].end): place for place in places}
        parts = {place: _within(stored[place], stretches) for place in places}
        amounts = _solved({place: stored[place].amount for place in places}, parts, stretches)
        people = _solved({place: stored[place].number for place in places}, parts, stretches) or _Solved()
        if amounts is None and first.over_time is not True:
            return
        for stretch in [stretch for stretch in stretches if stretch not in number_of]:
            number_of[stretch] = len(stored) + len(self.figures)
            amount = (amounts or _Solved()).values.get(stretch)
            self.figures.append(_between(first, stretch, amount, people.known.get(stretch)))
        for place in sorted(places, key=lambda place: -len(parts[place])):
            if len(parts[place]) > 1:
                self.relations.append((place, tuple(number_of[part] for part in parts[place])))


@dataclass(frozen=True, slots=True)
class _Solved:
    """Amounts of stretches that agree with the figures, and those of them that follow from the figures."""

    values: Mapping[Stretch, float] = field(default_factory=dict)
    known: Mapping[Stretch, float] = field(default_factory=dict)


def _between(like: PlainFigure, stretch: Stretch, amount: float | None, people: float | None) -> PlainFigure:
    """The figure of a stretch that is not stored. Of nobody it is 0; of unknown people it is their amount."""
    start, end = stretch
    few = people is not None and _NOBODY < people < like.minimum
    figure = replace(like, start=start, end=end, value=amount, count=None, secret=few, hidden=True)
    if like.people:
        return figure
    if like.adds_up or people is None or amount is None:
        return replace(figure, count=None if people is None else round(people), adds_up=like.adds_up or people is None)
    count = round(people)
    return replace(figure, value=amount / count if count else 0.0, count=count)


def _overlap(figures: Sequence[PlainFigure]) -> bool:
    last = date.min
    for figure in sorted(figures, key=lambda figure: (figure.start, figure.end)):
        if figure.start <= last:
            return True
        last = figure.end
    return False


def _stretches(figures: Sequence[PlainFigure]) -> list[Stretch]:
    """The stretches between all first and last days that some figure covers."""
    ends = sorted({figure.start for figure in figures} | {figure.end + _DAY for figure in figures})
    stretches = [(start, following - _DAY) for start, following in pairwise(ends)]
    return [s for s in stretches if any(figure.start <= s[0] and s[1] <= figure.end for figure in figures)]


def _within(figure: PlainFigure, stretches: Sequence[Stretch]) -> list[Stretch]:
    return [stretch for stretch in stretches if figure.start <= stretch[0] and stretch[1] <= figure.end]


def _solved(
    amounts: Mapping[int, float | None], parts: Mapping[int, Sequence[Stretch]], stretches: Sequence[Stretch]
) -> _Solved | None:
    """The amounts of the stretches, by the figures; None where the figures do not add up over time."""
    import numpy as np  # here, as most boards have no periods that overlap

    known = [place for place, amount in amounts.items() if amount is not None]
    if not known:
        return _Solved()
    column = {stretch: number for number, stretch in enumerate(stretches)}
    sums = np.zeros((len(known), len(stretches)))
    for row, place in enumerate(known):
        sums[row, [column[stretch] for stretch in parts[place]]] = 1.0
    values = np.array([amounts[place] for place in known], dtype=float)
    solution = np.linalg.lstsq(sums, values, rcond=None)[0]
    if np.any(np.abs(sums @ solution - values) > np.maximum(1.0, _OFF * np.abs(values))):
        return None
    _left, sizes, ways = np.linalg.svd(sums)
    free = ways[int(np.sum(sizes > _NONE)) :]
    follows = np.abs(free).max(axis=0, initial=0.0) < _NONE
    if np.all(values >= 0) and np.any(solution[follows] < -1.0):
        return None
    solution[np.abs(solution) < _NONE * max(1.0, float(np.abs(values).max()))] = 0.0
    every = {stretch: float(solution[number]) for stretch, number in column.items()}
    return _Solved(every, {stretch: value for stretch, value in every.items() if follows[column[stretch]]})

"""Impossible organisations: a unit above itself, one with two rows on a day, a parent that is not there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from lib.rules.organisation import Span
from lib.words.language import _

Complaint = tuple[str, str, str]
"""Column, the unit it is about, and what to say."""


def impossible(spans: Sequence[Span]) -> Iterator[Complaint]:
    """Everything that is impossible; parents that are in no row at all are reported as unknown codes elsewhere."""
    of_unit: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        of_unit[span.unit].append(span)
    yield from _twice(of_unit)
    yield from _without_parent(spans, of_unit)
    yield from _circles(spans)


def _twice(of_unit: dict[str, list[Span]]) -> Iterator[Complaint]:
    for unit, spans in of_unit.items():
        for earlier, other in pairwise(sorted(spans, key=lambda span: span.first)):
            if earlier.last >= other.first and earlier.valid_from != other.valid_from:
                sentence = _("Two rows of the unit are valid on {day}.").format(day=other.first)
                yield "valid_from", unit, sentence


def _without_parent(spans: Sequence[Span], of_unit: dict[str, list[Span]]) -> Iterator[Complaint]:
    for span in spans:
        if span.parent not in of_unit:
            continue
        day = span.first
        for above in sorted(of_unit[span.parent], key=lambda span: span.first):
            if above.holds_on(day):
                day = above.last if above.last == date.max else above.last + timedelta(days=1)
        if day <= span.last and day != date.max:
            day_text = _("from the beginning") if day == date.min else day.isoformat()
            yield (
                "parent",
                span.unit,
                _("The unit that it is part of, “{parent}”, is not there ({day}).").format(
                    parent=span.parent, day=day_text
                ),
            )


def _circles(spans: Sequence[Span]) -> Iterator[Complaint]:
    reported = set()
    for day in sorted({span.first for span in spans}):
        parents = {span.unit: span.parent for span in spans if span.holds_on(day)}
        for unit in parents:
            if unit not in reported and unit in _above(unit, parents):
                reported.add(unit)
                yield "parent", unit, _("The unit is, through what it is part of, a part of itself.")


def _above(unit: str, parents: dict[str, str]) -> set[str]:
    parents_above: set[str] = set()
    while (unit := parents.get(unit, "")) and unit not in parents_above:
        parents_above.add(unit)
    return parents_above

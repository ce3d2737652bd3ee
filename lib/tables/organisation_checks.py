"""What cannot be in an organisation: a unit above itself, one that is two at once, a parent that is not there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from lib.rules.organisation import Span
from lib.words.language import _

Complaint = tuple[str, str, str]
"""Column, the unit it is about, and what to say."""


def impossible(spans: Sequence[Span]) -> Iterator[Complaint]:
    """Everything that cannot be; parents that are in no row at all are told as unknown codes elsewhere."""
    of_unit: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        of_unit[span.unit].append(span)
    yield from _twice(of_unit)
    yield from _without_parent(spans, of_unit)
    yield from _circles(spans)


def _twice(of_unit: dict[str, list[Span]]) -> Iterator[Complaint]:
    for unit, spans in of_unit.items():
        for one, other in pairwise(sorted(spans, key=lambda span: span.first)):
            if one.last >= other.first and one.valid_from != other.valid_from:
                sentence = _("Two rows of the unit hold on {day}.").format(day=other.first)
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
            said = _("from the beginning") if day == date.min else day.isoformat()
            yield (
                "parent",
                span.unit,
                _("The parent “{parent}” is not there ({day}).").format(parent=span.parent, day=said),
            )


def _circles(spans: Sequence[Span]) -> Iterator[Complaint]:
    told = set()
    for day in sorted({span.first for span in spans}):
        parents = {span.unit: span.parent for span in spans if span.holds_on(day)}
        for unit in parents:
            if unit not in told and unit in _above(unit, parents):
                told.add(unit)
                yield "parent", unit, _("The unit is, over its parents, a part of itself.")


def _above(unit: str, parents: dict[str, str]) -> set[str]:
    found: set[str] = set()
    while (unit := parents.get(unit, "")) and unit not in found:
        found.add(unit)
    return found

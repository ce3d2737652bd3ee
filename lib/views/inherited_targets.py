"""The targets that a series has: its own, and those of the whole that its figures may be held against."""

from collections.abc import Iterator, Mapping, Sequence

from lib.rules.series import IndicatorTraits
from lib.rules.status import Rule
from lib.rules.target_spans import Inherited, TargetSpan

SeriesKey = tuple[str, str, str]
"""Indicator, unit ('' = whole board) and gender."""
Spans = Mapping[SeriesKey, Sequence[TargetSpan]]


def targets_for(key: SeriesKey, about: IndicatorTraits, spans: Spans, comparison: bool) -> tuple[TargetSpan, ...]:
    """The series' own targets, and at times without any those for all genders and the whole board's, marked as such.

    What all have together in a count or a sum is no target for a part of them; that something is to be done is.
    """
    own = list(spans.get(key, ()))
    for span in _wider(key, spans, comparison):
        is_theirs = span.target.rule is Rule.DONE or not about.is_amount
        if is_theirs and not any(span.is_within(nearer) for nearer in own):
            own.append(span)
    return tuple(sorted(own, key=lambda span: span.first))


def whose_target(key: SeriesKey, about: IndicatorTraits, spans: Spans, comparison: bool) -> Inherited:
    """Whom a target is for that is none for this part of them; OWN where there is none such."""
    if spans.get(key) or not about.is_amount:
        return Inherited.OWN
    wider = (span.inherited for span in _wider(key, spans, comparison) if span.target.rule is not Rule.DONE)
    return min(wider, default=Inherited.OWN)


def _wider(key: SeriesKey, spans: Spans, comparison: bool) -> Iterator[TargetSpan]:
    """The targets for all genders, and for the whole board, each marked so."""
    indicator, unit, gender = key
    wider = [((indicator, unit, "T"), Inherited.FROM_ALL)]
    if unit and not comparison:
        wider += [((indicator, "", code), Inherited.FROM_BOARD) for code in dict.fromkeys((gender, "T"))]
    for other, whom in wider:
        if other != key:
            yield from (span.inherited_from(whom) for span in spans.get(other, ()))

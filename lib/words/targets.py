"""Targets in words: as they were given, and as the limit that a change comes to."""

from collections.abc import Collection

from lib.rules.rounding import MOST_PRINTED, decimals_of
from lib.rules.series import IndicatorTraits, Inherited, Point, TargetSpan
from lib.rules.status import Rule
from lib.words.figures import difference_text
from lib.words.language import N_, _, difference_unit, in_period, in_words, number, period_name, with_unit

_TARGETS = {
    Rule.AT_LEAST: N_("at least {limit}"),
    Rule.MORE_THAN: N_("more than {limit}"),
    Rule.AT_MOST: N_("at most {limit}"),
    Rule.LESS_THAN: N_("less than {limit}"),
    Rule.BETWEEN: "{limit}–{upper}",
    Rule.EQUAL: N_("exactly {limit}"),
    Rule.INCREASE: N_("should increase"),
    Rule.DECREASE: N_("should decrease"),
    Rule.NOT_ABOVE: N_("not above the baseline"),
    Rule.NOT_BELOW: N_("not below the baseline"),
    Rule.DONE: N_("should be done"),
}

_NOT_BEYOND = {
    Rule.NOT_ABOVE: N_("not above what it was {when}"),
    Rule.NOT_BELOW: N_("not below what it was {when}"),
}


def target_text(span: TargetSpan | None, about: IndicatorTraits, baseline: Point | None = None) -> str:
    """A target in words: 'högst 5 %', '10–20 dagar', 'ska minska jämfört med 2017'; '' when there is none.

    With the figure that a change is counted from it is the limit: 'högst 43, två färre än i december 2024'.
    """
    if span is None:
        return ""
    text = _limit_of_change(span, about, baseline) if baseline else ""
    text = text or _as_given(span, about)
    if span.inherited is Inherited.FROM_ALL:
        return _("{target} (the target for all)").format(target=text)
    return _("{target} (the target of the whole board)").format(target=text) if span.inherited else text


def _ends(about: IndicatorTraits) -> Collection[tuple[Rule, float]]:
    """The targets that there is nothing beyond: all of a share, or none of a share or a count, need no 'at least'."""
    ends = {(Rule.AT_MOST, 0.0), (Rule.AT_LEAST, 100.0)}
    if about.statistic == "share" and about.unit_of_measure == "%":
        return ends
    return {(Rule.AT_MOST, 0.0)} if about.statistic == "count" else ()


def _as_given(span: TargetSpan, about: IndicatorTraits) -> str:
    rule, value, upper = span.target.rule, span.target.value, span.target.upper
    if rule.needs_value and value is None:
        return _("a limit that the source does not give")
    limit = number(value or 0.0) if rule is Rule.BETWEEN else limit_text(value, about)
    pattern = "{limit}" if (rule, value) in _ends(about) else _(_TARGETS[rule])
    text = pattern.format(limit=limit, upper=limit_text(upper, about))
    if span.baseline is not None and rule in _NOT_BEYOND:
        return _(_NOT_BEYOND[rule]).format(when=in_period(span.baseline))
    if value and rule in {Rule.INCREASE, Rule.DECREASE}:
        text = _("{target} by at least {difference}").format(target=text, difference=difference_text(value, about))
    if span.baseline is not None:
        text = _("{target} (compared with {period})").format(target=text, period=period_name(span.baseline))
    return text


# A target of change as the limit it comes to: without and with a least change, and both again of a count.
_LIMITS = {
    Rule.INCREASE: (
        N_("more than {limit}, as it was {when}"),
        N_("at least {limit}, {difference} higher than {when}"),
        N_("at least {limit}, {difference} more than {when}"),
        N_("a higher number than {limit}, as it was {when}"),
    ),
    Rule.DECREASE: (
        N_("less than {limit}, as it was {when}"),
        N_("at most {limit}, {difference} lower than {when}"),
        N_("at most {limit}, {difference} fewer than {when}"),
        N_("a lower number than {limit}, as it was {when}"),
    ),
    Rule.NOT_ABOVE: (N_("at most {limit}, as {when}"),),
    Rule.NOT_BELOW: (N_("at least {limit}, as {when}"),),
}


def _limit_of_change(span: TargetSpan, about: IndicatorTraits, baseline: Point) -> str:
    """A target of change as the limit it comes to from a figure; '' where it is no change, or the figure no number."""
    rule, value, wanted = span.target.rule, span.target.value or 0.0, span.target.wanted()
    if rule not in _LIMITS or baseline.number is None or wanted is None:
        return ""
    patterns = _LIMITS[rule]
    of_count = about.statistic == "count"
    place = (2 if of_count else 1) if value else (3 if of_count else 0)
    pattern = patterns[place if len(patterns) > 1 else 0]
    limit = wanted.moved(baseline.number).ends[0]
    difference = with_unit(in_words(value, about.decimals), difference_unit(about.unit_of_measure))
    text = with_unit(number(limit, about.decimals), about.unit_of_measure)
    return _(pattern).format(limit=text, difference=difference, when=in_period(baseline.period))


def rule_text(rule: Rule, limit: str, about: IndicatorTraits) -> str:
    """A rule with its limit, already written but for its unit: 'högst 43'."""
    return _(_TARGETS[rule]).format(limit=with_unit(limit, about.unit_of_measure))


def limit_text(limit: float | None, about: IndicatorTraits) -> str:
    """A limit as it is given, with its unit; one that is computed from a register's figure is rounded as that."""
    if limit is None:
        return ""
    decimals = about.decimals if decimals_of(limit) > MOST_PRINTED else 0
    return with_unit(number(limit, decimals), about.unit_of_measure)

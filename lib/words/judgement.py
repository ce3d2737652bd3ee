"""The grounds of a level: the figure, the target and how they differ, always in one full sentence or two."""

from dataclasses import replace

from lib.rules.rounding import decimals_that_add_up
from lib.rules.series import IndicatorTraits, Inherited, Judged
from lib.rules.status import Level, Reason, Rule
from lib.rules.targets import decimal_sum
from lib.words.figures import REASONS, YES_OR_NO, difference_text, distance_text, gap_text, measure_text, point_text
from lib.words.language import N_, _, day_name, number, period_name, with_unit
from lib.words.part_of_year import plan_sentence, so_far
from lib.words.targets import target_text

# A figure compared with an earlier one that is no single number, so that there is no limit to name.
_CHANGES = {
    Rule.INCREASE: N_("{figure}: should increase from {start} ({period})"),
    Rule.DECREASE: N_("{figure}: should decrease from {start} ({period})"),
    Rule.NOT_ABOVE: N_("{figure}: should not be higher than {start} ({period})"),
    Rule.NOT_BELOW: N_("{figure}: should not be lower than {start} ({period})"),
}
_CHANGES_BY = {
    Rule.INCREASE: N_("{figure}: should increase by at least {difference} from {start} ({period})"),
    Rule.DECREASE: N_("{figure}: should decrease by at least {difference} from {start} ({period})"),
}
_WITHOUT_TARGET = {
    Reason.NO_TARGET: N_("{figure}. There is no target."),
    Reason.TARGET_OF_ALL: N_("{figure}. The target is for all, not for each gender."),
    Reason.TARGET_OF_BOARD: N_("{figure}. The target is for the whole board."),
    Reason.NOT_OF_GOAL: N_("{figure}. The figure does not judge the goal."),
}
_AS_THE_TARGET = {
    Inherited.OWN: N_("{figure}, exactly as the target."),
    Inherited.FROM_ALL: N_("{figure}, exactly as the target for all."),
    Inherited.FROM_BOARD: N_("{figure}, exactly as the target of the whole board."),
}
_OF_A_PART = {Reason.NOT_DUE, Reason.ALREADY_OVER, Reason.ALREADY_REACHED}


def arithmetic(judged: Judged, about: IndicatorTraits) -> str:
    """The grounds of the level: '7,0 % mot högst 5 %: 2,0 procentenheter över.' Always full sentences."""
    text = _arithmetic(judged, about)
    return text[:1].upper() + text[1:]


def _arithmetic(judged: Judged, about: IndicatorTraits) -> str:
    exact = _exact(judged, about)
    reason = judged.judgement.reason
    if reason in _OF_A_PART:
        return so_far(judged, about, judged_target(judged, about))
    if judged.women and judged.men and judged.judgement.level is not Level.UNKNOWN:
        return _gap(judged, about)
    if judged.point and judged.point.change:
        return _direction(judged, about)
    if judged.judgement.level is Level.UNKNOWN:
        return _cannot_be_judged(judged, about)
    if judged.span and judged.span.target.rule is Rule.DONE:
        return _milestone(judged)
    figure = point_text(judged.point, exact)
    if judged.baseline and judged.baseline.number is None:
        sentence = _change(judged, exact, figure)
    else:
        sentence = _as_the_target(judged, exact, figure) or _against(judged, exact, figure)
    if judged.judgement.approximate:
        sentence += " " + _("The figure is approximate.")
    return sentence


def tells_its_day(judged: Judged) -> bool:
    """Whether the grounds name the day up to which a part of a year counts, so that its period need not stand by."""
    return judged.judgement.reason in _OF_A_PART


def _against(judged: Judged, about: IndicatorTraits, figure: str) -> str:
    pattern = _("{figure} against {target}: {outcome}.")
    return pattern.format(figure=figure, target=judged_target(judged, about), outcome=_outcome(judged, about))


def _as_the_target(judged: Judged, about: IndicatorTraits, figure: str) -> str:
    """A target met by the very same words, which are said once: '100 %, precis enligt målet.'; '' of others."""
    span = judged.span
    if span is None or judged.judgement.level is not Level.MET:
        return ""
    if target_text(span.inherited_from(Inherited.OWN), about, judged.baseline) != figure:
        return ""
    return _(_AS_THE_TARGET[span.inherited]).format(figure=figure)


def judged_target(judged: Judged, about: IndicatorTraits) -> str:
    """The target that a figure was held against: a change as the limit it comes to, a year's steps as their sum."""
    span, limit = judged.span, judged.judgement.limit
    if judged.largest_gap is not None:
        pattern = _("a difference of at most {difference}")
        return pattern.format(difference=difference_text(judged.largest_gap, about))
    if judged.judgement.reason in _OF_A_PART and span and span.is_step and limit is not None:
        span = replace(span, target=replace(span.target, value=limit))
    return target_text(span, about, judged.baseline)


def _exact(judged: Judged, about: IndicatorTraits) -> IndicatorTraits:
    """The indicator with as many decimals as it takes for figure, limit and difference to add up."""
    limit, gap = judged.judgement.limit, judged.judgement.gap
    if limit is None or gap is None:
        return about
    enough = decimals_that_add_up(decimal_sum(limit, gap), limit, about.decimals)
    near = judged.span.target.near if judged.span and judged.judgement.level is Level.MISSED else None
    if near is not None and abs(gap) > near:  # what is outside the margin is not written as if it were inside
        enough = max(enough, decimals_that_add_up(abs(gap), near, about.decimals))
    return replace(about, decimals=enough)


def _milestone(judged: Judged) -> str:
    if judged.judgement.level is Level.MET:
        return _("Done.")
    if judged.judgement.level is not Level.NOT_YET:
        return _("Not done.")
    last = judged.span.valid_to if judged.span else None
    if last is None:
        return _("Not done so far. No last day is set.")
    return _("Not done so far. The last day is {day}.").format(day=day_name(last))


def _direction(judged: Judged, about: IndicatorTraits) -> str:
    """A change without figure against its target: 'Har minskat, ingen siffra anges; ska minska.'"""
    figure, target = point_text(judged.point, about), target_text(judged.span, about)
    if judged.judgement.level is not Level.UNKNOWN:
        return f"{figure}; {target}."
    if judged.judgement.reason in _WITHOUT_TARGET:
        return _(_WITHOUT_TARGET[judged.judgement.reason]).format(figure=figure)
    pattern = (
        _("{figure}. {target} Cannot be judged: {reason}.") if target else _("{figure}. Cannot be judged: {reason}.")
    )
    told = _target_sentence(judged, about, target)
    return pattern.format(figure=figure, target=told, reason=_(REASONS[judged.judgement.reason]))


def _target_sentence(judged: Judged, about: IndicatorTraits, target: str) -> str:
    """'Målvärdet är högst 50 %.', 'Målet är att det ska minska.', 'Målet: inte högre än 2009.'"""
    rule = judged.span.target.rule if judged.span and target_text(judged.span, about) == target else None
    if rule in (Rule.INCREASE, Rule.DECREASE, Rule.DONE):
        return _("The target is that it {target}.").format(target=target)
    pattern = _("The target: {target}.") if rule in (Rule.NOT_ABOVE, Rule.NOT_BELOW) else _("The target is {target}.")
    return pattern.format(target=target)


def _cannot_be_judged(judged: Judged, about: IndicatorTraits) -> str:
    sentence = _unjudged(judged, about)
    if judged.last_known:
        known = _("The last figure that is known is {figure} ({period}).")
        sentence += " " + known.format(
            figure=point_text(judged.last_known, about), period=period_name(judged.last_known.period)
        )
    return sentence


def _unjudged(judged: Judged, about: IndicatorTraits) -> str:
    point, figure = judged.point, point_text(judged.point, about)
    target = target_text(judged.span, about, judged.baseline)
    if judged.judgement.interval is not None:
        low, high = (number(round(end, about.decimals), about.decimals) for end in judged.judgement.interval)
        high = with_unit(high, about.unit_of_measure)
        return _("{figure} against {target}: cannot be told from the target, as it may be {low} to {high}.").format(
            figure=figure, target=target, low=low, high=high
        )
    if point and point.measure is None and point.status != "normal":
        pattern = _("Cannot be judged, {reason}.") if ": " in figure else _("Cannot be judged: {reason}.")
        return pattern.format(reason=figure)
    reason = judged.judgement.reason
    if point and point.measure and about.unit_of_measure == YES_OR_NO:
        figure = _("The answer is {yes_or_no}").format(yes_or_no=figure)
    has_figure = bool(point and point.measure)
    has_limit = reason is not Reason.TARGET_WITHOUT_LIMIT and bool(target)
    gap = gap_text(judged.women, judged.men, about)
    if has_figure and reason in _WITHOUT_TARGET:
        return _(_WITHOUT_TARGET[reason]).format(figure=figure)
    if has_figure and not has_limit:
        pattern = _("{figure}. Cannot be judged: {reason}.")
        figure = f"{figure}. {gap.rstrip('.')}" if gap else figure
    elif has_figure and judged.span and judged.span.target.rule.needs_value:
        pattern = _("{figure} against {target}. Cannot be judged: {reason}.")
    elif has_figure:
        pattern, target = _("{figure}. {target} Cannot be judged: {reason}."), _target_sentence(judged, about, target)
    elif has_limit:
        pattern, target = _("{target} Cannot be judged: {reason}."), _target_sentence(judged, about, target)
    else:
        pattern = _("Cannot be judged: {reason}.")
    return pattern.format(figure=figure, target=target, reason=_(REASONS[reason]))


def _change(judged: Judged, about: IndicatorTraits, figure: str) -> str:
    """A figure against a range that it shall have changed from: '51: ska minska från 50–55 (2024).'"""
    if judged.span is None or judged.baseline is None:
        return ""
    target, baseline = judged.span.target, judged.baseline
    pattern = _CHANGES_BY if target.value and target.rule in _CHANGES_BY else _CHANGES
    text = _(pattern[target.rule]).format(
        figure=figure,
        difference=difference_text(target.value or 0, about),
        start=measure_text(baseline.measure, about),
        period=period_name(baseline.period),
    )
    if judged.judgement.level is Level.NEARLY:
        text = _("{outcome}, within the margin").format(outcome=text)
    return f"{text}."


def to_target(judged: Judged, about: IndicatorTraits) -> str:
    """The distance to the target, or the reason that there is none to give: '8 över', 'målvärde saknas'."""
    judgement, exact = judged.judgement, _exact(judged, about)
    if judged.plan and judgement.reason in _OF_A_PART:
        return plan_sentence(judged, about).rstrip(".")
    if judgement.level is Level.UNKNOWN:
        return _(REASONS[judgement.reason])
    if judged.span and judged.span.target.rule is Rule.DONE:
        return _milestone(judged).rstrip(".")
    if judgement.limit is None and judgement.gap is None:
        return ""
    return _outcome(judged, exact)


def _outcome(judged: Judged, about: IndicatorTraits) -> str:
    judgement, level = judged.judgement, judged.judgement.level
    if judgement.reason is Reason.AT_LIMIT:
        text = _("exactly at the limit")
        text = _("{outcome}, which is not enough").format(outcome=text) if level is Level.MISSED else text
    elif not judgement.gap or (level is Level.MET and judged.span and judged.span.target.rule is Rule.BETWEEN):
        text = _("inside the target") if level is Level.MET else _("the target is not met")
    else:
        text = distance_text(judgement.gap, about)
        if judged.point and not judged.point.is_plain:
            text = _("at least {difference}").format(difference=text)
    return _("{outcome}, within the margin").format(outcome=text) if level is Level.NEARLY else text


def _gap(judged: Judged, about: IndicatorTraits) -> str:
    """The gap between women and men against the largest that there may be."""
    target = _("The target is at most {difference}.") if judged.largest_gap else _("The target is no difference.")
    target = target.format(difference=difference_text(judged.largest_gap or 0.0, about))
    return f"{point_text(judged.point, about)}. {gap_text(judged.women, judged.men, about)} {target}"

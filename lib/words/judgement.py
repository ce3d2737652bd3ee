"""Why a level is what it is: the figure, the target and how they differ, always in one full sentence or two."""

from lib.rules.series import IndicatorTraits, Judged
from lib.rules.status import Level, Reason, Rule
from lib.words.figures import REASONS, difference_text, measure_text, point_text, target_text
from lib.words.language import N_, _, number, period_name

# How a figure is held against an earlier one.
_CHANGES = {
    Rule.INCREASE: N_("{figure}: shall increase from {start} ({period})"),
    Rule.DECREASE: N_("{figure}: shall decrease from {start} ({period})"),
    Rule.NOT_ABOVE: N_("{figure}: shall not be higher than {start} ({period})"),
    Rule.NOT_BELOW: N_("{figure}: shall not be lower than {start} ({period})"),
}
_CHANGES_BY = {
    Rule.INCREASE: N_("{figure}: shall increase by at least {difference} from {start} ({period})"),
    Rule.DECREASE: N_("{figure}: shall decrease by at least {difference} from {start} ({period})"),
}


def arithmetic(judged: Judged, about: IndicatorTraits) -> str:
    """Why the level is what it is: '7,0 % mot högst 5 %: 2,0 procentenheter över.' Always one full sentence."""
    figure, target = point_text(judged.point, about), target_text(judged.span, about)
    if judged.judgement.level is Level.UNKNOWN:
        return _cannot_be_said(judged, figure, target, about)
    if judged.span and judged.span.target.rule is Rule.DONE:
        return _("Done.") if judged.judgement.level is Level.MET else _("Not done.")
    if judged.baseline:
        sentence = _change(judged, about, figure)
    else:
        pattern = _("{figure} against {target}: {outcome}.")
        sentence = pattern.format(figure=figure, target=target, outcome=_outcome(judged, about))
    if judged.judgement.approximate:
        sentence += " " + _("The figure is approximate.")
    if judged.aside and judged.point:
        sentence += " " + _("The figure is for {period}, the target for another time.").format(
            period=period_name(judged.point.period)
        )
    return sentence


def _cannot_be_said(judged: Judged, figure: str, target: str, about: IndicatorTraits) -> str:
    point, span, reason = judged.point, judged.span, judged.judgement.reason
    if judged.judgement.interval is not None:
        low, high = (number(round(end, about.decimals), about.decimals) for end in judged.judgement.interval)
        return _("{figure} against {target}: cannot be told from the target, as it may be {low} to {high}.").format(
            figure=figure, target=target, low=low, high=high
        )
    if point and point.measure is None and point.status != "normal":
        return _("Cannot be judged: {reason}.").format(reason=figure)
    has_figure, has_limit = bool(point and point.measure), reason is not Reason.TARGET_WITHOUT_LIMIT and bool(target)
    if has_figure and reason is Reason.NO_TARGET:
        pattern = _("{figure}, no target is set.")
    elif has_figure and not has_limit:
        pattern = _("{figure}. Cannot be judged: {reason}.")
    elif has_figure and span and span.target.rule.needs_value:
        pattern = _("{figure} against {target}. Cannot be judged: {reason}.")
    elif has_figure:
        pattern = _("{figure}. Target: {target}. Cannot be judged: {reason}.")
    elif has_limit:
        pattern = _("Target: {target}. Cannot be judged: {reason}.")
    else:
        pattern = _("Cannot be judged: {reason}.")
    return pattern.format(figure=figure, target=target, reason=_(REASONS[reason]))


def _change(judged: Judged, about: IndicatorTraits, figure: str) -> str:
    """A figure against the one that it shall have changed from: '51: ska minska från 55 (2024).'"""
    if judged.span is None or judged.baseline is None:
        return ""
    target, baseline = judged.span.target, judged.baseline
    pattern = _CHANGES_BY if target.value and target.rule in _CHANGES_BY else _CHANGES
    said = _(pattern[target.rule]).format(
        figure=figure,
        difference=difference_text(target.value or 0, about),
        start=measure_text(baseline.measure, about),
        period=period_name(baseline.period),
    )
    if judged.judgement.level is Level.NEARLY:
        said = _("{outcome}, within the margin").format(outcome=said)
    return f"{said}."


def _outcome(judged: Judged, about: IndicatorTraits) -> str:
    judgement, level = judged.judgement, judged.judgement.level
    if judgement.reason is Reason.AT_LIMIT:
        said = _("exactly at the limit")
    elif not judgement.gap or (level is Level.MET and judged.span and judged.span.target.rule is Rule.BETWEEN):
        said = _("inside the target") if level is Level.MET else _("outside the target")
    else:
        pattern = _("{difference} above") if judgement.gap > 0 else _("{difference} below")
        said = pattern.format(difference=difference_text(judgement.gap, about))
        if judged.point and not judged.point.is_plain:
            said = _("at least {difference}").format(difference=said)
    return _("{outcome}, within the margin").format(outcome=said) if level is Level.NEARLY else said

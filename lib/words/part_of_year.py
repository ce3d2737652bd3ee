"""A part of a year in words: what has come so far, the whole year's target, the plan to date and the forecast."""

from dataclasses import replace
from math import floor

from lib.rules.plan_to_date import PlanBasis, PlanToDate
from lib.rules.rounding import decimals_that_add_up
from lib.rules.series import IndicatorTraits, Judged
from lib.rules.status import Reason
from lib.rules.targets import decimal_sum
from lib.words.figures import difference_text, distance_text, point_text
from lib.words.language import N_, _, day_name, number, with_unit

_BASES = {
    PlanBasis.STEPS: N_("by the target's own steps"),
    PlanBasis.LAST_YEAR: N_("by last year's pattern"),
    PlanBasis.EVENLY: N_("evenly over the year"),
}


def so_far(judged: Judged, about: IndicatorTraits, target: str) -> str:
    """A part of a year: what has come so far, the whole year's target, the plan to date and the forecast."""
    if judged.point is None:
        return ""
    plan = judged.plan
    day = day_name(judged.point.period.end)
    is_of_point = judged.point.period.start.month == 1 and judged.point.measure is not None
    if plan and not is_of_point:
        figure = with_unit(number(plan.figure, about.decimals), about.unit_of_measure)
    else:
        figure = point_text(judged.point, about)
    sentences = [_("{figure} as of {day}. The target for the whole year is {target}.")]
    if judged.judgement.reason is Reason.ALREADY_OVER:
        sentences.append(_("It is already exceeded."))
    elif judged.judgement.reason is Reason.ALREADY_REACHED:
        sentences.append(_("It is already reached."))
    elif plan:
        sentences.append(plan_sentence(judged, about))
    sentences += _forecast(judged, about)
    return " ".join(sentences).format(figure=figure, day=day, target=target)


def plan_sentence(judged: Judged, about: IndicatorTraits) -> str:
    """'12 under planen per 31 augusti (267, jämnt fördelat över året).'"""
    plan = judged.plan
    if plan is None or judged.point is None:
        return ""
    day = day_name(judged.point.period.end)
    amount = _amount(plan, about)
    gap = decimal_sum(plan.figure, -amount) if plan.gap else 0.0
    exact = replace(about, decimals=decimals_that_add_up(plan.figure, amount, about.decimals))
    planned = with_unit(number(amount, exact.decimals), about.unit_of_measure)
    if gap == 0:
        pattern = _("That is about according to the plan as of {day} ({planned}, {basis}).")
        if plan.gap == 0:
            pattern = _("That is according to the plan as of {day} ({planned}, {basis}).")
        return pattern.format(day=day, planned=planned, basis=_(_BASES[plan.basis]))
    above = _("{difference} above the plan as of {day} ({planned}, {basis}).")
    below = _("{difference} below the plan as of {day} ({planned}, {basis}).")
    return (above if gap > 0 else below).format(
        difference=difference_text(gap, exact), day=day, planned=planned, basis=_(_BASES[plan.basis])
    )


def _amount(plan: PlanToDate, about: IndicatorTraits) -> float:
    """What is planned; of whole people or things, since none is done to a third."""
    if about.statistic == "count" and float(plan.figure).is_integer():
        return float(floor(plan.planned + 0.5))
    return plan.planned


def _forecast(judged: Judged, about: IndicatorTraits) -> list[str]:
    """The year-end forecast of the source beside the target."""
    point, limit = judged.forecast, judged.judgement.limit
    if point is None:
        return []
    if point.number is None or limit is None:
        return [_("The forecast for the whole year is {forecast}.").format(forecast=point_text(point, about))]
    exact = replace(about, decimals=decimals_that_add_up(point.number, limit, about.decimals))
    gap = decimal_sum(point.number, -limit)
    outcome = distance_text(gap, exact) if gap else _("exactly at the limit")
    pattern = _("The forecast for the whole year is {forecast}: {outcome}.")
    return [pattern.format(forecast=point_text(point, exact), outcome=outcome)]

"""A monthly series in words: which months stand out, the limits of usual variation, how often the target is met."""

from collections.abc import Iterable, Iterator

from lib.rules.events import Event
from lib.rules.monthly_limits import LimitMethod, Limits
from lib.rules.monthly_trend import MonthlyTrend
from lib.rules.movement import TargetMonths
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits
from lib.words.language import _, day_name, join, number, period_name, with_unit

MOST_STRETCHES = 3


def months_text(months: Iterable[int]) -> str:
    """Months counted from year 0, in words: 'juli 2026', 'april–juni och augusti 2026'; of many the newest."""
    stretches = [period_name(period) for period in _stretches(sorted(set(months)))]
    if len(stretches) > MOST_STRETCHES:
        return _("{months} and earlier").format(months=", ".join(stretches[-MOST_STRETCHES:]))
    return join(stretches)


def _stretches(months: list[int]) -> Iterator[Period]:
    """The periods that unbroken months make."""
    first = 0
    for place, month in enumerate(months):
        if place + 1 == len(months) or months[place + 1] > month + 1:
            yield Period(Period.of_number(months[first]).start, Period.of_number(month).end)
            first = place + 1


def months_sentence(trend: MonthlyTrend, direction: str, reason: str) -> str:
    """The direction, its reason and the months it rests on: 'Försämras: ... (april–juni 2026).'"""
    if not trend.grounds:
        return _("{direction}: {reason} (of {n} months).").format(direction=direction, reason=reason, n=trend.n)
    return _("{direction}: {reason} ({months}).").format(
        direction=direction, reason=reason, months=months_text(trend.grounds)
    )


def limits_sentences(trend: MonthlyTrend, about: IndicatorTraits) -> list[str]:
    """The limits and the months that they stand on, and why a month is compared with the same month."""
    if trend.limits is None:
        return []
    sentences = [_limits(trend.limits, about)]
    if trend.seasonal:
        sentences.append(_("The time of year matters, so each month is compared with the same month of other years."))
    return sentences


def _limits(limits: Limits, about: IndicatorTraits) -> str:
    places = about.decimals + 1
    lower, upper, mean = (number(round(value, places), places) for value in (limits.lower, limits.upper, limits.mean))
    pattern = _("The limits of usual variation are {lower}–{upper}, with the mean {mean} (from {months}).")
    if limits.lower < 0:
        pattern = _("The limits of usual variation are {lower} to {upper}, with the mean {mean} (from {months}).")
    if limits.method in (LimitMethod.RARE, LimitMethod.SHARE):
        pattern = _("By chance alone a month can be {lower}–{upper}, with the mean {mean} (from {months}).")
    months = period_name(Period(Period.of_number(limits.first).start, Period.of_number(limits.last).end))
    return pattern.format(lower=lower, upper=upper, mean=with_unit(mean, about.unit_of_measure), months=months)


def target_months_sentence(months: TargetMonths) -> str:
    """The share of months that meet the target: 'Målet nås 3 av de 12 senaste månaderna.'"""
    if not months.met:
        sentence = _("The target is not met in any of the {judged} newest months.")
    elif months.met == months.judged:
        sentence = _("The target is met in all of the {judged} newest months.")
    else:
        sentence = _("The target is met in {met} of the {judged} newest months.")
    sentence = sentence.format(met=months.met, judged=months.judged)
    if months.out_of_reach and not months.met:
        return sentence + " " + _("It will not be met unless something changes.")
    return sentence


def break_sentence(event: Event) -> str:
    """The break that a series starts again from, in words."""
    return _("The series is broken on {day}: {text}").format(day=day_name(event.day), text=_with_stop(event.text))


def shift_sentence(trend: MonthlyTrend) -> str:
    """The suggestion to state a break where the level clearly has shifted; '' where it has not."""
    if trend.shift is None:
        return ""
    return _(
        "The level has shifted since {month}. If the cause is known, state it as an event that breaks the series."
    ).format(month=period_name(Period.of_number(trend.shift.months[0])))


def _with_stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."

"""A series' direction, pace, limits and mix in words: a word for tables, and a sentence with the arithmetic."""

from collections.abc import Sequence
from datetime import date

from lib.rules.monthly_trend import MonthlyTrend
from lib.rules.movement import MixMovement, Movement, mix_movement, movement
from lib.rules.pace import GapDirection, GapTrend, Pace, PaceReason
from lib.rules.series import IndicatorTraits, Point, Series
from lib.rules.targets import decimal_sum
from lib.rules.yearly_trend import Direction, DirectionReason, Trend
from lib.words.figures import change_text, difference_text
from lib.words.language import N_, _, decimals_shown, number, period_name, signed
from lib.words.months import break_sentence, limits_sentences, months_sentence, target_months_sentence

DIRECTIONS = {
    Direction.IMPROVING: N_("improving"),
    Direction.WORSENING: N_("worsening"),
    Direction.RISING: N_("rising"),
    Direction.FALLING: N_("falling"),
    Direction.NO_CLEAR_CHANGE: N_("no clear trend"),
    Direction.TOO_FEW_POINTS: N_("too short for a trend"),
}

REASONS = {
    DirectionReason.TREND_HOLDS: N_("the trend holds whichever year is left out"),
    DirectionReason.NOT_SIGNIFICANT: N_("the years vary more than a trend would"),
    DirectionReason.HANGS_ON_ONE_YEAR: N_("the trend hangs on a single year"),
    DirectionReason.ALL_EQUAL: N_("all figures are alike"),
    DirectionReason.TOO_FEW_YEARS: N_("five years or more are needed"),
    DirectionReason.SAME_PARTS: N_("the trend holds between the same parts of each year"),
    DirectionReason.HANGS_ON_ONE_POINT: N_("the trend hangs on a single figure"),
    DirectionReason.PARTS_NOT_SIGNIFICANT: N_("the figures vary more than a trend would"),
    DirectionReason.TOO_FEW_PARTS: N_("eight figures from three years are needed"),
    DirectionReason.TOO_FEW_MONTHS: N_("13 months or more are needed"),
    DirectionReason.OUTSIDE_LIMITS: N_("the newest month is outside the limits"),
    DirectionReason.STEADY_CHANGE: N_("many months in a row go the same way"),
    DirectionReason.NEAR_LIMIT: N_("two of three months are near a limit"),
    DirectionReason.RUN_BESIDE_MEAN: N_("many months in a row are on one side of the mean"),
    DirectionReason.MONTHS_TOGETHER: N_("the newest months together differ from those that the limits stand on"),
    DirectionReason.SAME_MONTHS: N_("the trend holds between the same months of each year"),
    DirectionReason.COMMON_CAUSE: N_("the months vary as they usually do"),
    DirectionReason.EARLIER_SIGNAL: N_("something happened earlier, but not now"),
    DirectionReason.NEW_LEVEL: N_("the level changed earlier and has stayed"),
    DirectionReason.CONFLICTING_SIGNALS: N_("the signals point both ways"),
}

_PACES = {
    PaceReason.REACHED: N_("at that pace the target is reached in {year}"),
    PaceReason.OVERSHOOTS: N_("at that pace the figure passes beyond the target before {year}"),
    PaceReason.NOT_REACHED: N_("at that pace the target is not reached in {year}"),
    PaceReason.WRONG_WAY: N_("the figure moves away from the target"),
    PaceReason.STANDING_STILL: N_("the figure stands still"),
}

_PARTS_OF_YEAR = frozenset(
    {DirectionReason.SAME_PARTS, DirectionReason.HANGS_ON_ONE_POINT, DirectionReason.PARTS_NOT_SIGNIFICANT}
)

GAPS = {
    GapDirection.NARROWING: N_("the gap is narrowing"),
    GapDirection.WIDENING: N_("the gap is widening"),
    GapDirection.NO_CLEAR_CHANGE: N_("the gap has no clear direction"),
    GapDirection.TOO_FEW_POINTS: N_("there are too few points to say how the gap moves"),
}


def direction_word(trend: Trend) -> str:
    """The direction in a word or two: 'förbättras'."""
    return _(DIRECTIONS[trend.direction])


def moving(series: Series, units: Sequence[Series], point: Point | None, until: date | None = None) -> str:
    """All that is said of a series' movement up to a point: direction, pace or limits, and the mix of its units.

    '' where one figure or none says nothing of movement.
    """
    moved, mixed = movement(series, until), mix_movement(series, units, point)
    sentences = movement_sentences(moved, series.about) if moved.trend.n > 1 else []
    return " ".join([*sentences, mix_sentence(mixed, series.about)] if mixed else sentences).strip()


def movement_sentences(moved: Movement, about: IndicatorTraits) -> list[str]:
    """Direction with its reason, then pace or limits, and the break that they begin at: full sentences."""
    sentences = [direction_sentence(moved.trend, about)]
    if moved.pace is not None:
        sentences.append(pace_sentence(moved.pace, about))
    if moved.monthly is not None:
        sentences += limits_sentences(moved.monthly, about)
    if moved.months is not None:
        sentences.append(target_months_sentence(moved.months))
    if moved.broken is not None:
        sentences.append(break_sentence(moved.broken))
    return [sentence for sentence in sentences if sentence]


def direction_sentence(trend: Trend, about: IndicatorTraits) -> str:
    """The direction and its reason: 'Förbättras: trenden håller oavsett vilket år som tas bort (...).'"""
    word, reason = direction_word(trend), _(REASONS[trend.reason])
    first = word[0].upper() + word[1:]
    if trend.direction is Direction.TOO_FEW_POINTS:
        return _("{direction}: {reason} (there are {n}).").format(direction=first, reason=reason, n=trend.n)
    if isinstance(trend, MonthlyTrend):
        return months_sentence(trend, first, reason)
    if trend.slope is None:
        return _("{direction}: {reason}.").format(direction=first, reason=reason)
    pattern = _("{direction}: {reason} ({change} per year over {n} years).")
    if trend.reason in _PARTS_OF_YEAR:
        pattern = _("{direction}: {reason} ({change} per year over {n} figures).")
    return pattern.format(direction=first, reason=reason, change=_rate(trend.slope, about), n=trend.n)


def _rate(value: float, about: IndicatorTraits) -> str:
    """A change per year, to one decimal more than the figures."""
    return change_text(round(value, about.decimals + 1), about)


def pace_sentence(answer: Pace, about: IndicatorTraits) -> str:
    """Pace so far, pace needed and what comes of it; '' where there is no target year to hold it against."""
    if answer.reason in (PaceReason.ALREADY_MET, PaceReason.MET_BUT_LEAVING):
        met = _("The target is already met.")
        leaving = _("At the pace so far it will not be met in the target's year.")
        return met if answer.reason is PaceReason.ALREADY_MET else f"{met} {leaving}"
    if answer.reason is PaceReason.TARGET_YEAR_PASSED:
        return _("The target's year has passed.")
    if answer.reason is PaceReason.NOT_ONE_NUMBER:
        return _("The pace cannot be held against the target: the newest figure is not one number.")
    if answer.reason is PaceReason.ONE_POINT:
        return _("One figure gives no pace.")
    if answer.reason is PaceReason.UNCERTAIN:
        return _needed_sentence(answer, about)
    if answer.reason not in _PACES or answer.per_year is None or answer.needed is None:
        return ""
    decimals = about.decimals + 1
    pattern = _("The pace is {pace} per year, {needed} is needed; {outcome}.")
    if not answer.needed:
        pattern = _("The pace is {pace} per year, and the limit must be passed; {outcome}.")
    return pattern.format(
        pace=signed(round(answer.per_year, decimals), about.decimals),
        needed=signed(round(answer.needed, decimals), about.decimals),
        outcome=_(_PACES[answer.reason]).format(year=_target_year(answer)),
    )


def _target_year(answer: Pace) -> int:
    return (answer.newest[0] if answer.newest else 0) + (answer.years_left or 0)


def _needed_sentence(answer: Pace, about: IndicatorTraits) -> str:
    """The pace that the target needs, where none can be computed for the figures."""
    if not answer.needed:
        return ""
    return _(
        "To reach the target in {year}, {needed} per year is needed; there is no certain pace to count on."
    ).format(year=_target_year(answer), needed=signed(round(answer.needed, about.decimals + 1), about.decimals))


def gap_sentence(gap: GapTrend, about: IndicatorTraits) -> str:
    """The movement of the gap between women and men; '' where too few years or months have both."""
    if gap.direction is GapDirection.TOO_FEW_POINTS:
        return ""
    if isinstance(gap.trend, MonthlyTrend) or gap.trend.slope is None:
        return _("Over {n} months {direction}: {reason}.").format(
            n=gap.trend.n, direction=_(GAPS[gap.direction]), reason=_(REASONS[gap.trend.reason])
        )
    return _("Over {n} years {direction} ({change} per year).").format(
        n=gap.trend.n, direction=_(GAPS[gap.direction]), change=_rate(gap.trend.slope, about)
    )


def mix_sentence(moved: MixMovement, about: IndicatorTraits) -> str:
    """The parts of a change: the units' own, and the changed balance between them; '' where nothing moved."""
    change, own, mix = _rounded(moved, about)
    if not (change or own or mix):
        return ""
    if own * mix < 0 or not change:
        pattern = _(
            "Since {period} the units' own change is {own}, while the changed balance between them gives {mix}: "
            "together {change}."
        )
        amounts = {"own": change_text(own, about), "mix": change_text(mix, about), "change": change_text(change, about)}
        return pattern.format(period=period_name(moved.earlier.period), **amounts)
    if not mix:
        pattern = _(
            "{move} of {change} since {period} comes from the units themselves, not from a changed balance "
            "between them."
        )
    elif not own:
        pattern = _("{move} of {change} since {period} is that the balance between the units has changed.")
    else:
        pattern = _(
            "{move} of {change} since {period}: {own} is the units' own change and {mix} that the balance between "
            "them has changed."
        )
    return pattern.format(
        move=_("The increase") if change > 0 else _("The decrease"),
        change=difference_text(change, about),
        period=period_name(moved.earlier.period),
        own=number(abs(own), about.decimals),
        mix=number(abs(mix), about.decimals),
    )


def _rounded(moved: MixMovement, about: IndicatorTraits) -> tuple[float, float, float]:
    """The change, own and mix as they are shown: the larger of the two takes what rounding leaves over."""
    places = decimals_shown(moved.change, about.decimals)
    change, own, mix = (round(float(value), places) for value in (moved.change, moved.mix.own, moved.mix.mix))
    if abs(own) >= abs(mix):
        return change, decimal_sum(change, -mix), mix
    return change, own, decimal_sum(change, -own)

"""A series' direction, pace, limits and mix in words: a word for tables, and a sentence with the arithmetic."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lib.rules.monthly_trend import MonthlyTrend
from lib.rules.movement import MixMovement, Movement, mix_movement, movement
from lib.rules.pace import GapDirection, GapTrend, Pace, PaceReason
from lib.rules.rounding import decimals_that_show
from lib.rules.series import IndicatorTraits, Point, Series
from lib.rules.targets import decimal_sum
from lib.rules.yearly_trend import Direction, DirectionReason, Trend
from lib.words.figures import change_text, difference_text
from lib.words.language import N_, NO_BREAK, _, decimals_shown, number, period_name
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
    PaceReason.REACHED: N_("At that pace the target is reached in {year}."),
    PaceReason.OVERSHOOTS: N_("At that pace the figure passes beyond the target before {year}."),
    PaceReason.MET_BUT_LEAVING: N_("The target is met, but at that pace it will not be in {year}."),
    PaceReason.TARGET_YEAR_PASSED: N_("The target's year has passed."),
}

GAPS = {
    GapDirection.NARROWING: N_("the gap is narrowing"),
    GapDirection.WIDENING: N_("the gap is widening"),
    GapDirection.NO_CLEAR_CHANGE: N_("the gap has no clear direction"),
    GapDirection.TOO_FEW_POINTS: N_("there are too few points to say how the gap moves"),
}

_GAPS_OF_YEARS = {
    GapDirection.NARROWING: N_("The gap has narrowed since {year}, by {difference} per year on average."),
    GapDirection.WIDENING: N_("The gap has widened since {year}, by {difference} per year on average."),
    GapDirection.NO_CLEAR_CHANGE: N_("The gap has not changed clearly since {year}."),
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
    """The direction and its reason: 'Försämras: i snitt 6,6 fler personer per år sedan 2021. Trenden är säker.'

    Only a direction that is claimed has its change per year: beside an unclear one it would be read as a fact.
    """
    word, reason = direction_word(trend), _(REASONS[trend.reason])
    first = word[0].upper() + word[1:]
    if trend.direction is Direction.TOO_FEW_POINTS:
        return _("{direction}: {reason} (there are {n}).").format(direction=first, reason=reason, n=trend.n)
    if isinstance(trend, MonthlyTrend):
        return months_sentence(trend, first, reason)
    if not trend.is_certain or trend.slope is None:
        return _("{direction}: {reason}.").format(direction=first, reason=reason)
    pattern = _("{direction}: {change} since {year}. The trend is certain.")
    if trend.reason is DirectionReason.SAME_PARTS:
        pattern = _("{direction}: {change} since {year}, when the same parts of each year are compared.")
    return pattern.format(direction=first, change=_rate(trend.slope, about), year=trend.first)


def _rate(slope: float, about: IndicatorTraits) -> str:
    """A change per year, to one decimal more than the figures: 'i snitt 6,6 fler personer per år'."""
    difference = _per_year(slope, about)
    if about.statistic != "count":
        pattern = (
            _("on average {difference} higher per year") if slope > 0 else _("on average {difference} lower per year")
        )
        return pattern.format(difference=difference)
    amount, _space, unit = difference.partition(NO_BREAK)
    if not unit:
        pattern = _("on average {n} more per year") if slope > 0 else _("on average {n} fewer per year")
    else:
        pattern = _("on average {n} more {unit} per year") if slope > 0 else _("on average {n} fewer {unit} per year")
    return pattern.format(n=amount, unit=unit)


def _per_year(change: float, about: IndicatorTraits) -> str:
    """A change per year without its sign, with as many decimals as it takes not to be written as zero."""
    rounded = round(change, about.decimals + 1)
    exact = replace(about, decimals=decimals_that_show(rounded or change, about.decimals))
    return difference_text(rounded or change, exact)


def pace_sentence(answer: Pace, about: IndicatorTraits) -> str:
    """The outcome of the pace that the direction has told, or the change per year that the target needs; else ''."""
    if answer.reason is PaceReason.NOT_ONE_NUMBER and answer.per_year is not None:
        return _("The pace cannot be held against the target: the newest figure is not one number.")
    if answer.reason in _PACES:
        return _(_PACES[answer.reason]).format(year=_target_year(answer))
    if not answer.needed:
        return ""
    needed, year = _per_year(answer.needed, about), _target_year(answer)
    if answer.reason is PaceReason.NOT_REACHED:
        return _("At that pace the target is not reached in {year}: that takes {needed} per year.").format(
            year=year, needed=needed
        )
    pattern = _("To reach the target in {year}, an increase of {needed} per year is needed.")
    if answer.needed < 0:
        pattern = _("To reach the target in {year}, a decrease of {needed} per year is needed.")
    return pattern.format(year=year, needed=needed)


def _target_year(answer: Pace) -> int:
    return (answer.newest[0] if answer.newest else 0) + (answer.years_left or 0)


def gap_sentence(gap: GapTrend, about: IndicatorTraits) -> str:
    """The movement of the gap between women and men; '' where too few years or months have both."""
    if gap.direction is GapDirection.TOO_FEW_POINTS:
        return ""
    if gap.trend.reason is DirectionReason.NEW_LEVEL:
        return _("The gap changed earlier and has stayed as it became.")
    if isinstance(gap.trend, MonthlyTrend) or gap.trend.slope is None:
        return _("Over {n} months {direction}: {reason}.").format(
            n=gap.trend.n, direction=_(GAPS[gap.direction]), reason=_(REASONS[gap.trend.reason])
        )
    return _(_GAPS_OF_YEARS[gap.direction]).format(year=gap.trend.first, difference=_per_year(gap.trend.slope, about))


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

"""Whether a unit's months are outside the usual, and since when in words: by the signals of its limits."""

from enum import StrEnum

from lib.rules.monthly_limits import Signal
from lib.rules.monthly_trend import MonthlyTrend
from lib.rules.yearly_trend import Direction, DirectionReason
from lib.views.absence.unit import UnitRow
from lib.words.language import _
from lib.words.months import months_text


class Standing(StrEnum):
    """A unit's newest months held against its own usual ones."""

    WORSE = "worse"
    OTHER = "other"
    """Outside, but neither better nor worse: the signals point both ways."""
    BETTER = "better"
    USUAL = "usual"
    FEW = "few"
    """Too few months to tell."""

    @property
    def is_outside(self) -> bool:
        """Whether it is outside the usual."""
        return self in (Standing.WORSE, Standing.BETTER, Standing.OTHER)


ORDER = tuple(Standing)
_STANDINGS = {Direction.WORSENING: Standing.WORSE, Direction.IMPROVING: Standing.BETTER}


def standing(row: UnitRow) -> Standing:
    """The standing of a unit whose figures are shown."""
    trend = row.movement.monthly
    if trend is None or trend.limits is None:
        return Standing.FEW
    if trend.is_certain or trend.now:
        return _STANDINGS.get(trend.direction, Standing.OTHER)
    return Standing.USUAL


def standing_text(row: UnitRow) -> str:
    """The standing in a few words, of the signals that it comes of: 'över det vanliga sedan 9 månader'."""
    trend = row.movement.monthly
    if trend is None or trend.limits is None:
        return _("too few months to tell a change from chance")
    if trend.reason is DirectionReason.SAME_MONTHS:
        is_higher = (trend.slope or 0) > 0
        return _("higher than the years before") if is_higher else _("lower than the years before")
    if trend.reason is DirectionReason.CONFLICTING_SIGNALS:
        return _("out of the ordinary: {months}").format(months=months_text(trend.grounds))
    if trend.now:
        return _signal_text(max(trend.now, key=lambda signal: len(signal.months)))
    return _usual_text(trend)


def _signal_text(signal: Signal) -> str:
    if signal.rule is DirectionReason.STEADY_CHANGE:
        pattern = _("rises {n} months in a row") if signal.high else _("falls {n} months in a row")
        return pattern.format(n=len(signal.months) - 1)
    n = signal.months[-1] - signal.months[0] + 1
    if n == 1:
        pattern = _("above the usual in {month}") if signal.high else _("below the usual in {month}")
        return pattern.format(month=months_text(signal.months))
    pattern = _("above the usual for {n} months") if signal.high else _("below the usual for {n} months")
    return pattern.format(n=n)


def _usual_text(trend: MonthlyTrend) -> str:
    if trend.reason is DirectionReason.NEW_LEVEL and trend.shift:
        pattern = _("a higher level since {month}") if trend.shift.high else _("a lower level since {month}")
        return pattern.format(month=months_text(trend.shift.months[:1]))
    return _("as it usually is again") if trend.signals else _("as it usually is")

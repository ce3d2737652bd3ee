"""The bullet of a judged figure: the same figure and the same limit as its sentence, so that they cannot disagree."""

from lib.charts.bullet import Bullet
from lib.rules.points import gap
from lib.rules.series import Judged
from lib.rules.status import Level, Reason
from lib.rules.targets import Bounds, decimal_sum
from lib.views.leads import Lead
from lib.views.statuses import of_level

# Without a level, yet compared: a bullet shows why nothing can be said.
_UNDECIDED = (Reason.NOT_DISTINGUISHED, Reason.RANGE_STRADDLES_LIMIT)


def bullet_of(lead: Lead) -> Bullet | None:
    """A lead's bullet; None where there is no number, no target or no limit that the figure was compared with."""
    judged = lead.judged
    now, allowed = _figure(judged), _allowed(judged)
    if now is None or allowed is None:
        return None
    judgement = judged.judgement
    return Bullet(
        now=now,
        allowed=allowed,
        tone=of_level(judgement.level).name,
        unit=lead.series.about.unit_of_measure,
        before=_before(lead),
        interval=judgement.interval if judgement.reason is Reason.NOT_DISTINGUISHED else None,
    )


def _figure(judged: Judged) -> Bounds | None:
    """The figure that was compared: of a year so far its sum, of women and men the difference between them."""
    if judged.plan is not None:
        return Bounds(judged.plan.figure, judged.plan.figure)
    if judged.largest_gap is not None:
        apart = gap(judged.women, judged.men)
        return None if apart is None else Bounds(abs(apart), abs(apart))
    return judged.point.measure.bounds() if judged.point and judged.point.measure else None


def _allowed(judged: Judged) -> Bounds | None:
    """The stretch that the target allows, by the limit that the judgement names."""
    judgement = judged.judgement
    if judgement.limit is None or (judgement.level is Level.UNKNOWN and judgement.reason not in _UNDECIDED):
        return None
    if judged.largest_gap is not None:
        return Bounds(0.0, judged.largest_gap)
    wanted = judged.span.target.wanted() if judged.span else None
    if wanted is None or not wanted.ends:
        return None
    if wanted.low in wanted.ends and wanted.high in wanted.ends:
        return wanted
    return wanted.moved(decimal_sum(judgement.limit, -wanted.ends[0]))


def _before(lead: Lead) -> float | None:
    """The number that the figure's change is counted from; none for a sum so far, or a difference between two."""
    judged = lead.judged
    if judged.point is None or judged.plan is not None or judged.largest_gap is not None:
        return None
    earlier = lead.series.before(judged.point)
    return earlier.number if earlier else None

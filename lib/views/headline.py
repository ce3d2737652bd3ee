"""What a goal has to say in one line, for a slide's headline or a letter: figure, limit, distance, direction."""

from collections.abc import Sequence

from lib.rules.movement import movement
from lib.rules.series import Judged
from lib.rules.status import Level, Rule
from lib.rules.traits import IndicatorTraits
from lib.rules.yearly_trend import Direction
from lib.views.distance import beside, distance
from lib.views.key_figure import series_name
from lib.views.leads import Lead
from lib.words.chart_text import limit_of_change
from lib.words.figures import point_text
from lib.words.judgement import arithmetic, judged_target, tells_its_day, to_target
from lib.words.language import N_, _, named

_AND = {
    Direction.IMPROVING: N_("{text}, and improving"),
    Direction.WORSENING: N_("{text}, and worsening"),
    Direction.RISING: N_("{text}, and rising"),
    Direction.FALLING: N_("{text}, and falling"),
}
_BUT = {
    Direction.IMPROVING: N_("{text}, but improving"),
    Direction.WORSENING: N_("{text}, but worsening"),
    Direction.RISING: N_("{text}, but rising"),
    Direction.FALLING: N_("{text}, but falling"),
}
_SIDES = {
    (Direction.WORSENING, "lower"): Direction.RISING,
    (Direction.WORSENING, "higher"): Direction.FALLING,
}
_FEW = 3  # figures that a goal's title is about without their names
_WORST_FIRST = (Level.MISSED, Level.NEARLY, Level.NOT_YET, Level.MET)


def headline(lead: Lead) -> str:
    """'51 – at most 43 – 8 too many, and rising'; '' of a figure that is not judged."""
    judged, about = lead.judged, lead.series.about
    span, point = judged.span, judged.point
    if judged.judgement.level not in _WORST_FIRST or point is None or judged.women:
        return ""
    if span is None or span.target.rule is Rule.DONE or point.change:
        return ""
    figure, limit = point_text(point, about), _limit(judged, beside(about))
    if judged.judgement.level is Level.MET:
        text = _("{figure} – the target {limit} is met").format(figure=figure, limit=limit)
    elif judged.judgement.level is Level.MISSED and not judged.judgement.gap:
        text = _("{figure} – the target {limit} is not met").format(figure=figure, limit=limit)
    else:
        text = " – ".join(filter(None, (figure, limit, distance(judged, about))))
    return _moving(text, movement(lead.series, point.period.end).trend.direction, judged, about)


def _limit(judged: Judged, about: IndicatorTraits) -> str:
    """The limit alone, without the figure that it was counted from."""
    span = judged.span
    return (limit_of_change(span, about, judged.baseline) if span else "") or judged_target(judged, about)


def _moving(text: str, direction: Direction, judged: Judged, about: IndicatorTraits) -> str:
    """The text with where the figures go; what goes against the level comes after a 'but'."""
    is_met = judged.judgement.level is Level.MET
    is_against = direction is (Direction.WORSENING if is_met else Direction.IMPROVING)
    moves = (_BUT if is_against else _AND).get(_SIDES.get((direction, about.better), direction))
    return _(moves).format(text=text) if moves else text


def of_leads(leads: Sequence[Lead]) -> str:
    """The headline of the figure that is worst, named where it is one of many; '' where there is none to say."""
    judged = [lead for lead in leads if lead.judged.judgement.level in _WORST_FIRST]
    worst = _worst(judged)
    text = headline(worst) if worst else ""
    return f"{worst.series.about.name}: {text}" if worst and text and len(judged) > _FEW else text


def sentence_of_leads(leads: Sequence[Lead]) -> str:
    """What the worst figure says, as in a letter: of what, against what, and where it goes; '' where none is judged."""
    lead = _worst([lead for lead in leads if lead.judged.judgement.level in _WORST_FIRST])
    if lead is None or lead.judged.point is None or not headline(lead):
        return ""
    judged, about, point = lead.judged, lead.series.about, lead.judged.point
    text = arithmetic(judged, about).removesuffix(".")
    if tells_its_day(judged):
        text = ", ".join(filter(None, (point_text(point, about), to_target(judged, about))))
    direction = movement(lead.series, point.period.end).trend.direction
    return named(series_name(lead.series), f"{_moving(text, direction, judged, about)}.")


def _worst(leads: Sequence[Lead]) -> Lead | None:
    """The worst by level; of one indicator's, that which is furthest from its target."""
    order = {code: place for place, code in enumerate(dict.fromkeys(lead.series.about.code for lead in leads))}

    def rank(lead: Lead) -> tuple[int, int, float]:
        judgement = lead.judged.judgement
        return _WORST_FIRST.index(judgement.level), order[lead.series.about.code], -abs(judgement.gap or 0.0)

    return min(leads, key=rank, default=None)

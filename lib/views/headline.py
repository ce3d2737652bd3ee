"""What a goal has to say in one line, for a slide's headline or a letter: figure, limit, distance, direction."""

from lib.rules.movement import movement
from lib.rules.status import Level, Rule
from lib.rules.yearly_trend import Direction
from lib.views.goal_story import GoalStory
from lib.views.leads import Lead
from lib.words.figures import point_text
from lib.words.judgement import judged_target, to_target
from lib.words.language import N_, _

_MOVES = {
    Direction.IMPROVING: N_("{text}, and improving"),
    Direction.WORSENING: N_("{text}, and worsening"),
    Direction.RISING: N_("{text}, and rising"),
    Direction.FALLING: N_("{text}, and falling"),
}
_WORST_FIRST = (Level.MISSED, Level.NEARLY, Level.NOT_YET, Level.MET)


def headline(lead: Lead) -> str:
    """'51 – högst 43 – 8 över, och det försämras'; '' of a figure that is not judged."""
    judged, about = lead.judged, lead.series.about
    level, span, point = judged.judgement.level, judged.span, judged.point
    if level not in _WORST_FIRST or point is None or judged.women:
        return ""
    if span is None or span.target.rule is Rule.DONE or point.change:
        return ""
    limit, distance = judged_target(judged, about), "" if level is Level.MET else to_target(judged, about)
    text = " – ".join(filter(None, (point_text(point, about), limit, distance)))
    moves = _MOVES.get(movement(lead.series, point.period.end).trend.direction)
    return _(moves).format(text=text) if moves else text


def worst(story: GoalStory) -> Lead | None:
    """The figure of a goal that is furthest from its target's level; None where none is judged."""
    leads = [lead for one in story.indicators for lead in one.view.leads if lead.judged.judgement.level in _WORST_FIRST]
    return min(leads, key=lambda lead: _WORST_FIRST.index(lead.judged.judgement.level), default=None)


def of_goal(story: GoalStory) -> str:
    """The headline of the figure that is worst; '' where there is none to say."""
    lead = worst(story)
    return headline(lead) if lead else ""

"""The years that can be chosen: those in which something is to be seen."""

from lib.rules.periods import Days
from lib.views.board import BoardData


def of_goals(data: BoardData) -> list[int]:
    """The years with a verdict on a goal or a figure of its indicators while the goal holds, the newest first."""
    seen: set[int] = set()
    for code, goal in data.goals.items():
        days = Days(goal.valid_from, goal.valid_to)
        figures = (
            point.period.year
            for indicator in data.goal_indicators.get(code, ())
            for series in data.of_indicator(indicator)
            for point in series.points
        )
        verdicts = (row.period_end.year for row in data.assessments.get(code, ()))
        seen |= {year for year in {*figures, *verdicts} if days.holds_in(year)}
    return sorted(seen, reverse=True)

"""The figure that says most about a goal, beside its chart: how far from the target, how it moves, how sure.

For the goal's page, and for a slide that shows the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lib.charts.background import EventMark, decimal_year
from lib.charts.chart import Chart
from lib.rules.movement import Movement, movement
from lib.rules.series import Point, Series, difference
from lib.rules.yearly_trend import Direction
from lib.views.as_of import BoardState
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.goal import IndicatorView
from lib.views.goal_story import GoalStory, IndicatorStory
from lib.views.key_figure import KeyFigure
from lib.views.leads import Lead
from lib.views.overview import VerdictRow
from lib.views.statuses import Look, of_level
from lib.words.figures import STAGES, YES_OR_NO, change_since, change_text, gender_text, point_text, short_name
from lib.words.judgement import to_target
from lib.words.language import _, day_name, number, period_name
from lib.words.movement import REASONS, direction_word


@dataclass(frozen=True, slots=True)
class GenderFigure:
    """The figure of women or of men and its level; `period` is '' where it is that of the whole."""

    gender: str
    name: str
    figure: str
    period: str
    look: Look | None


@dataclass(frozen=True, slots=True)
class Comment:
    """What was written with a verdict, by whom and about what time."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class GoalPanel:
    """A goal's leading indicator: its figure, the facts about it, women and men, and the chart with the meetings.

    `direction` is '' where nothing is said of it; `others` are the figures of the other units or genders that speak
    for the indicator too.
    """

    indicator: IndicatorStory
    figure: KeyFigure
    direction: str
    direction_word: str
    facts: tuple[tuple[str, str], ...]
    genders: tuple[GenderFigure, ...]
    others: tuple[KeyFigure, ...]
    chart: Chart | None


def goal_panel(
    story: GoalStory, choice: Choice, meetings: Sequence[BoardState] = (), earlier: BoardData | None = None
) -> GoalPanel | None:
    """The panel of a goal, beside the meetings held, the newest first, and the board as that one saw it.

    None where no indicator has figure or target.
    """
    indicator = leading_indicator(story)
    if indicator is None:
        return None
    place = _place(story, indicator)
    lead, moved = indicator.view.leads[place], movement(indicator.view.leads[place].series, indicator.view.until)
    is_said = moved.trend.direction is not Direction.TOO_FEW_POINTS and lead.judged.point is not None
    return GoalPanel(
        indicator=indicator,
        figure=indicator.figures[place],
        direction=moved.trend.direction.value if is_said else "",
        direction_word=direction_word(moved.trend) if is_said else "",
        facts=tuple(_facts(lead, moved, _since(lead, earlier, choice, indicator.view.until))),
        genders=tuple(_genders(lead, indicator.view)),
        others=tuple(figure for n, figure in enumerate(indicator.figures) if n != place),
        chart=replace(indicator.chart, meetings=_marks(meetings)) if indicator.chart else None,
    )


def leading_indicator(story: GoalStory) -> IndicatorStory | None:
    """The indicator of the goal's leading figure; without one the first that has a figure or a target."""
    lead = story.view.row.lead
    reported = [indicator for indicator in story.indicators if indicator.is_reported and indicator.figures]
    own = (indicator for indicator in reported if lead and indicator.view.about.code == lead.series.about.code)
    return next(own, next(iter(reported), None))


def comments(rows: Sequence[VerdictRow]) -> tuple[Comment, ...]:
    """The comments that verdicts were given with."""
    return tuple(
        Comment(
            row.comment,
            ", ".join(
                filter(
                    None, (short_name(row.unit_name), row.aspect, f"{_(STAGES[row.stage])} {period_name(row.period)}")
                )
            ),
        )
        for row in rows
        if row.comment
    )


def _place(story: GoalStory, indicator: IndicatorStory) -> int:
    """The place of the goal's leading figure among those of its indicator."""
    lead = story.view.row.lead
    keys = [(each.series.unit, each.series.gender) for each in indicator.view.leads]
    key = (lead.series.unit, lead.series.gender) if lead else None
    return keys.index(key) if key in keys else 0


def _marks(meetings: Sequence[BoardState]) -> tuple[EventMark, ...]:
    return tuple(
        EventMark(decimal_year(meeting.day), f"{_('the meeting of {day}').format(day=day_name(meeting.day))}")
        for meeting in reversed(meetings)
    )


def _facts(lead: Lead, moved: Movement, since: str) -> Iterator[tuple[str, str]]:
    """The facts as terms and texts; a text may be ''."""
    point, series = lead.judged.point, lead.series
    yield _("To the target"), to_target(lead.judged, series.about)
    yield _("Since the last meeting"), since
    before = series.before(point) if point and point.measure else None
    is_year = point is not None and before is not None and before.period == point.period.year_before()
    yield _("In a year") if is_year else _("Change"), change_since(series, point)
    if series.about.unit_of_measure != YES_OR_NO:
        yield _("How sure?"), _certainty(lead, moved)


def _since(lead: Lead, earlier: BoardData | None, choice: Choice, until: date | None) -> str:
    """The figure's change since the board's last meeting; '' where there was none."""
    series, point = lead.series, lead.judged.point
    if earlier is None or point is None:
        return ""
    seen = earlier.series.get((series.about.code, series.unit, series.gender))
    return since_then(series, point, seen.newest(choice.year, until) if seen else None)


def since_then(series: Series, point: Point, then: Point | None) -> str:
    """The change of a series' newest figure since it was another, or not there."""
    about = series.about
    if then is None or then.measure is None:
        return _("new figure") if point.measure else ""
    if (then.period, then.measure) == (point.period, point.measure):
        return _("no new figure")
    figure, when = point_text(then, about), period_name(then.period, short=True)
    if then.period == point.period:
        return _("corrected, was {figure}").format(figure=figure)
    is_like = not about.depends_on_length or then.period.months == point.period.months
    moved = difference(point, then) if is_like and about.unit_of_measure != YES_OR_NO else None
    if moved is None:
        return _("{figure} then ({period})").format(figure=figure, period=when)
    change = change_text(moved, about) if moved else _("unchanged")
    return _("{change}, {figure} then ({period})").format(change=change, figure=figure, period=when)


def _certainty(lead: Lead, moved: Movement) -> str:
    """The interval of the figure, and the grounds of its direction with the limits of the newest month."""
    point, about, texts = lead.judged.point, lead.series.about, []
    if point is None or point.measure is None:
        return ""
    measure = lead.series.with_interval(point).measure
    interval = measure.interval() if measure else None
    if interval is not None:
        low, high = (number(round(end, about.decimals), about.decimals) for end in interval)
        texts.append(_("it may be {low} to {high}").format(low=low, high=high))
    if moved.trend.n > 1:
        texts.append(f"{_(REASONS[moved.trend.reason])}{_limits(moved, point, about.decimals)}")
    return "; ".join(texts)


def _limits(moved: Movement, point: Point, decimals: int) -> str:
    band = moved.monthly.band if moved.monthly else ()
    month = next((each for each in band if each.month == point.period.number), None)
    if month is None:
        return ""
    low, high = (number(round(end, decimals), decimals) for end in (month.lower, month.upper))
    return f" ({low}–{high})"


def _genders(lead: Lead, view: IndicatorView) -> Iterator[GenderFigure]:
    """Women and men of the unit that leads, where the leading figure is about both."""
    about, point = view.about, lead.judged.point
    if lead.series.gender != "T" or point is None:
        return
    for gender, figure in (("K", view.women), ("M", view.men)):
        series = next((each for each in view.series if (each.unit, each.gender) == (lead.series.unit, gender)), None)
        if figure is None or series is None:
            continue
        judged = series.judge(figure)
        yield GenderFigure(
            gender=gender,
            name=gender_text(gender, about),
            figure=point_text(figure, about),
            period="" if figure.period == point.period else period_name(figure.period, short=True),
            look=of_level(judged.judgement.level) if judged.span else None,
        )

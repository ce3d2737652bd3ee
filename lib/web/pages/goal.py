"""A goal's page: the goal with its leading figure and chart, its other measures, and what is behind the figures."""

from collections.abc import Sequence
from datetime import date

from lib.meetings import agenda
from lib.site import GOAL, MEETING, href
from lib.tables.model import Question
from lib.views.actions import ordered
from lib.views.as_of import BoardState
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figure_table import FigureTable, figure_table, newest_figures
from lib.views.figures import source_line
from lib.views.goal_panel import comments, goal_panel
from lib.views.goal_story import GoalStory, goal_story
from lib.views.key_figure import key_figure
from lib.views.overview import in_page_order
from lib.views.verdict_differences import explain, reasons
from lib.web import downloads, memory
from lib.web.choices import Choices, choices
from lib.web.memory import page_cache
from lib.web.pages import data as data_page
from lib.web.pages.meeting import Asked, meeting_name
from lib.web.render import render
from lib.words.language import _, day_name

# With more figures than this, the tables have the newest of each series until all are asked for.
MOST_FIGURES = 120
EVERY = "all"


def page(data: BoardData, code: str, choice: Choice, *, every: bool = False) -> str:
    """The whole page of one goal, beside the meetings held and the questions asked; `every` figure in its tables."""
    state = memory.state_or_now(data.code, choice.asof)
    meetings = memory.earlier(data.code, state)
    earlier = _board_at(data.code, meetings[0]) if meetings else None
    return draw(data, code, choice, meetings, earlier, memory.questions(data.code), every, state.day)


def _board_at(code: str, meeting: BoardState) -> BoardData | None:
    """The board as a meeting saw it; None where it was not there then."""
    try:
        return memory.board(code, meeting.version)
    except KeyError:
        return None


@page_cache
def draw(
    data: BoardData,
    code: str,
    choice: Choice,
    meetings: tuple[BoardState, ...] = (),
    earlier: BoardData | None = None,
    questions: tuple[Question, ...] = (),
    every: bool = False,
    day: date = date.min,
) -> str:
    """The page on a day, compared with the board as its last meeting saw it."""
    story = goal_story(data, code, choice)
    panel, verdicts = goal_panel(story, choice, meetings, earlier), story.view.row.verdicts
    rest = [indicator for indicator in story.indicators if panel is None or indicator is not panel.indicator]
    return render(
        "goal",
        story=story,
        panel=panel,
        choice=choice,
        is_judged=bool(data.assessments),
        several=len(verdicts) > 1,
        comments=() if len(verdicts) > 1 else comments(verdicts),
        why=_why(data, story, choice),
        others=[indicator for indicator in rest if indicator.is_reported],
        silent=[indicator for indicator in rest if not indicator.is_reported],
        children=[(row, key_figure(row.lead) if row.lead else None) for row in story.view.children],
        asked=_asked(data, code, questions),
        ask=href(MEETING, choice.query(asof="", edit="1", ask=agenda.to_goal(code))),
        acted=ordered(story.actions, day),
        day=day,
        act=data_page.to_action(choice, code),
        tables=_tables(data, story, every),
        every=every,
        all_figures=href(GOAL, choice.query(goal=code, figures=EVERY)),
        files=downloads.links(downloads.TREND, choice, indicator=",".join(_with_figures(story))),
        sources=_sources(story),
        source_line=source_line,
        chooser=_chooser(data, code, choice),
    )


def _why(data: BoardData, story: GoalStory, choice: Choice) -> str:
    """The reasons that the verdict differs from the computed level, as far as the data show."""
    if not story.differs:
        return ""
    return " ".join(reasons(explain(data, story.view.row, choice.year, choice.gender)))


def _tables(data: BoardData, story: GoalStory, every: bool) -> list[tuple[str, FigureTable]]:
    """The figures of each indicator that has any, with its name: the newest of each series where they are many."""
    made = figure_table if every or _figures(story) <= MOST_FIGURES else newest_figures
    tables = ((indicator.name, made(data, indicator.series)) for indicator in story.indicators)
    return [(name, table) for name, table in tables if table.rows]


def _figures(story: GoalStory) -> int:
    return sum(len(series.points) for indicator in story.indicators for series in indicator.series)


def _with_figures(story: GoalStory) -> list[str]:
    return [indicator.view.about.code for indicator in story.indicators if indicator.has_figures]


def _sources(story: GoalStory) -> list[tuple[str, str]]:
    """The goal's source and each indicator's, by name."""
    return [(_("The goal"), story.source), *((indicator.name, indicator.source) for indicator in story.indicators)]


def _asked(data: BoardData, code: str, questions: Sequence[Question]) -> list[Asked]:
    """The questions on the goal at this and earlier meetings, the newest first."""
    names = {row.meeting: meeting_name(row) for row in data.meetings}
    return [
        Asked(names.get(row.meeting, row.meeting), day_name(row.asked), row.text, row.answer, row.decision)
        for row in agenda.of_goal(data, questions, code)
    ]


def _chooser(data: BoardData, code: str, choice: Choice) -> Choices:
    """The select box of the board's goals."""
    order = in_page_order(data)
    titles = {key: _numbered(data, key) for key in order}
    return choices(GOAL, choice.query(), _("Goal"), "goal", titles, code, order[0])


def _numbered(data: BoardData, code: str) -> str:
    goal = data.goals[code]
    return f"{goal.number} {goal.title}" if goal.number else goal.title

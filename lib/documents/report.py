"""A board's follow-up as in its papers: every goal, area by area, or a meeting's points in their order.

The documents are written from this and from nothing else, so that they say the same as the pages and each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from lib.meetings.agenda import View
from lib.meetings.questions import PointQuestions, at_points
from lib.meetings.slide import Deck, Slide
from lib.rules.series import Series
from lib.site import GOAL
from lib.tables.model import Meeting, Question
from lib.views.as_of import NOW, BoardState
from lib.views.board import BoardData
from lib.views.choice import ALL, Choice, choice_of
from lib.views.figures import download
from lib.views.goal_story import GoalStory, goal_story
from lib.views.overview import Overview, overview
from lib.views.selection import example_text, stamp
from lib.views.text_table import TextCell, TextTable, status
from lib.views.totals import shares, total_sentences
from lib.words.language import _, day_name, language


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A point of a meeting: the slide of its view, the goal in full where it is one, and the questions to it."""

    slide: Slide
    goal: GoalStory | None
    questions: tuple[PointQuestions, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A board's follow-up. `stamp` is the selection: board, area, year, gender, state and data version.

    `goals` are all goals of the selection, `figures` every observation behind them, a row each. A meeting that has an
    agenda has `points`, and the questions to it that belong to none of them are `others`.
    """

    title: str
    board: str
    code: str
    language: str
    example: bool
    stamp: tuple[tuple[str, str], ...]
    totals: tuple[str, ...]
    shares: tuple[tuple[str, int, str], ...]
    goals: tuple[GoalStory, ...]
    figures: pd.DataFrame = field(repr=False)
    points: tuple[AgendaPoint, ...] = ()
    others: tuple[PointQuestions, ...] = ()

    @property
    def series(self) -> tuple[Series, ...]:
        """Every series of the goals' indicators, once each, in the order of `figures`."""
        return _series(self.goals)

    @property
    def line(self) -> str:
        """The stamp in one line, for the foot of every page."""
        texts = " · ".join(text for _term, text in self.stamp)
        return f"{example_text()} · {texts}" if self.example else texts

    def place_of(self, address: str) -> int:
        """The number of the point that shows the goal which an address leads to; 0 where none does."""
        goal = View("", address).query.get("goal", "")
        places = (n for n, point in enumerate(self.points, start=1) if goal and point.goal and point.goal.code == goal)
        return next(places, 0)

    @property
    def overview(self) -> TextTable | None:
        """All goals with verdict and level; the address of a title is the goal's number. None where there are none."""
        rows = tuple(
            (TextCell(goal.title, address=str(number)), status(goal.verdict), status(goal.computed))
            for number, goal in enumerate(self.goals, start=1)
        )
        return TextTable(_("All goals"), (_("Goal"), _("Verdict"), _("Computed")), rows) if rows else None

    @property
    def agenda(self) -> TextTable:
        """The points in their order, of goals how they stand; the address of a heading is the point's number."""
        rows = tuple(
            (TextCell(str(number)), TextCell(point.slide.heading, address=str(number)), *_standing(point.goal))
            for number, point in enumerate(self.points, start=1)
        )
        return TextTable(_("Agenda"), (_("No."), _("Point"), _("Verdict"), _("Computed")), rows)

    def by_area(self) -> list[tuple[str, list[GoalStory]]]:
        """The goals area by area, in their order."""
        areas: dict[str, list[GoalStory]] = {}
        for goal in self.goals:
            areas.setdefault(goal.area or _("Without area"), []).append(goal)
        return list(areas.items())


def _standing(goal: GoalStory | None) -> tuple[TextCell, TextCell]:
    return (status(goal.verdict), status(goal.computed)) if goal else (TextCell(""), TextCell(""))


def report(data: BoardData, choice: Choice, state: BoardState) -> Report:
    """The follow-up of a board in a state, for a filter."""
    view = overview(data, area=choice.area, year=choice.year, gender=choice.gender)
    goals = _goals(data, view, choice)
    return Report(
        title=_("Follow-up of the goals"),
        board=data.board.name,
        code=data.code,
        language=language(),
        example=data.is_example,
        stamp=stamp(data, choice, state),
        totals=tuple(total_sentences(view)) if view.rows else (_("No goal is valid for this choice."),),
        shares=tuple(shares(view)) if view.rows else (),
        goals=goals,
        figures=download(data, _series(goals)),
    )


def meeting_report(
    data: BoardData, deck: Deck, state: BoardState, questions: Iterable[Question], meetings: Iterable[Meeting]
) -> Report:
    """The papers of a meeting: the views of its agenda as its slides say them, and every goal among them in full."""
    made = report(data, ALL, state)
    placed, others = at_points(data, deck.meeting, [slide.view.address for slide in deck.slides], questions, meetings)
    known = {goal.code: goal for goal in made.goals}
    return replace(
        made,
        title=deck.title or made.title,
        stamp=_meeting_stamp(data, deck, state),
        points=tuple(
            AgendaPoint(slide, _goal(data, slide, known), questions)
            for slide, questions in zip(deck.slides, placed, strict=True)
        ),
        others=others,
    )


def _meeting_stamp(data: BoardData, deck: Deck, state: BoardState) -> tuple[tuple[str, str], ...]:
    """The selection of the papers: the points choose area, year and gender each for itself."""
    board, *_choices, _state, version = stamp(data, ALL, state)
    meeting = _("{day}: {title}").format(day=day_name(deck.day), title=deck.title) if deck.title else day_name(deck.day)
    state_text = _("today") if state.code == NOW else _("the meeting")
    return board, (_("Meeting"), meeting), (_("Period"), deck.period), (_("Figures as of"), state_text), version


def _goal(data: BoardData, slide: Slide, known: dict[str, GoalStory]) -> GoalStory | None:
    """The goal of a point, filtered as its address says; None where the point is about no goal."""
    code, choice = slide.view.query.get("goal", ""), choice_of(data, slide.view.query)
    if slide.view.path != GOAL or code not in data.goals:
        return None
    if choice.selects_all and code in known:
        return known[code]
    return goal_story(data, code, choice)


def _series(goals: Sequence[GoalStory]) -> tuple[Series, ...]:
    series = {
        (line.about.code, line.unit, line.gender): line
        for goal in goals
        for indicator in goal.indicators
        for line in indicator.series
    }
    return tuple(series.values())


def _goals(data: BoardData, view: Overview, choice: Choice) -> tuple[GoalStory, ...]:
    return tuple(goal_story(data, row.goal.goal, choice) for group in view.groups for row in group.rows)

"""A board's follow-up as in its papers: every goal, area by area, or a meeting's points in their order.

The documents are written from this and from nothing else, so that they say the same as the pages and each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from lib.documents.appendix import is_bare
from lib.documents.letter import NONE_WRITTEN, Letter, Occasion, Texts, letter
from lib.meetings.agenda import View
from lib.meetings.questions import PointQuestions, at_points
from lib.meetings.slide import Deck, Slide
from lib.rules.actions import ActionChange
from lib.rules.series import Series
from lib.site import GOAL
from lib.tables.model import Meeting, Question
from lib.views.actions import changed_table
from lib.views.as_of import NOW, BoardState
from lib.views.attention import late_actions
from lib.views.board import BoardData
from lib.views.choice import ALL, Choice, choice_of
from lib.views.figures import download, source_text
from lib.views.goal_story import GoalStory, goal_story
from lib.views.overview import Overview, overview
from lib.views.selection import example_text, stamp
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
    agenda has `points`, and the questions to it that belong to none of them are `others`. The `letter` stands first;
    what follows is its appendix, left out where the papers are not `whole`.
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
    letter: Letter = field(repr=False)
    whole: bool = True
    points: tuple[AgendaPoint, ...] = ()
    others: tuple[PointQuestions, ...] = ()
    day: date = date.min

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
    def heading(self) -> str:
        """The letter's title with the meeting's, where the papers are for one, or the meeting's where it says both."""
        if not self.points or not self.title:
            return self.letter.title
        begins_alike = self.title.split()[0].casefold() == self.letter.title.split()[0].casefold()
        return self.title if begins_alike else f"{self.letter.title}: {self.title}"

    def repeats(self, slide: Slide) -> bool:
        """Whether a point's table is that of the letter: all goals, not filtered."""
        return slide.kind == "overview" and not slide.view.query

    @property
    def foot(self) -> str:
        """The line at the foot of every page: board, day and the version of the figures, and what is made up."""
        day, saved = self.letter.facts[0][1], dict(self.stamp).get(_("Figures saved"), "")
        texts = (example_text() if self.example else "", self.board, "" if saved.startswith(day) else day, saved)
        return " · ".join(filter(None, texts))

    @property
    def anchors(self) -> dict[str, str]:
        """Where each goal stands in the appendix, by its code."""
        if not self.points:
            return {goal.code: f"goal_{number}" for number, goal in enumerate(self.goals, start=1)}
        places = ((point.goal.code, f"point_{n}") for n, point in enumerate(self.points, start=1) if point.goal)
        return dict(reversed(list(places)))

    @property
    def contents(self) -> list[tuple[int, str, str]]:
        """The appendix's list of contents: level, text and place ('' = none)."""
        if self.points:
            lines = [(2, f"{n}. {point.slide.heading}", f"point_{n}") for n, point in enumerate(self.points, start=1)]
            return [*lines, *([(2, _("Other questions from the board"), "")] if self.others else [])]
        found = []
        for area, goals in self.by_area():
            found.append((1, area, ""))
            found += [(2, goal.title, self.anchors[goal.code]) for goal in goals if not is_bare(goal)]
        return found

    def by_area(self) -> list[tuple[str, list[GoalStory]]]:
        """The goals area by area, in their order."""
        areas: dict[str, list[GoalStory]] = {}
        for goal in self.goals:
            areas.setdefault(goal.area or _("Without area"), []).append(goal)
        return list(areas.items())


@dataclass(frozen=True, slots=True)
class Papers:
    """How papers are made: for what occasion, with what texts of a person, of which day, short or `whole`.

    `acted` is what has become of the actions since the meeting before.
    """

    occasion: Occasion = Occasion.FOLLOW_UP
    texts: Texts = field(default_factory=lambda: NONE_WRITTEN)
    day: date | None = None
    whole: bool = True
    acted: tuple[ActionChange, ...] = ()


PLAIN = Papers()


def report(data: BoardData, choice: Choice, state: BoardState, papers: Papers = PLAIN) -> Report:
    """The follow-up of a board in a state, for a filter."""
    view = overview(data, area=choice.area, year=choice.year, gender=choice.gender)
    goals = _goals(data, view, choice)
    totals = tuple(total_sentences(view)) if view.rows else (_("No goal is valid for this choice."),)
    parts = tuple(shares(view)) if view.rows else ()
    day = papers.day or state.day
    undone = late_actions(data, day, choice)
    return Report(
        title=_("Follow-up of the goals"),
        board=data.board.name,
        code=data.code,
        language=language(),
        example=data.is_example,
        stamp=stamp(data, choice, state),
        totals=totals,
        shares=parts,
        goals=goals,
        figures=download(data, _series(goals)),
        letter=letter(
            data.board.name,
            goals,
            papers.texts,
            day=day,
            occasion=papers.occasion,
            totals=totals,
            shares=parts,
            basis=_basis(data, goals, whole=papers.whole),
            actions=changed_table(data, papers.acted, undone, day, None),
        ),
        whole=papers.whole,
        day=day,
    )


def _basis(data: BoardData, goals: Sequence[GoalStory], *, whole: bool) -> tuple[str, ...]:
    """The documents and registers that goals, verdicts and figures come from, and the appendix."""
    series = _series(goals)
    codes = [goal.view.row.goal.source for goal in goals]
    codes += [row.source for goal in goals for row in goal.view.row.verdicts]
    codes += [point.source for line in series for point in line.points]
    return (
        *(_source(data, code) for code in dict.fromkeys(codes) if code in data.sources),
        *([_("Appendix: goal by goal")] if whole else []),
    )


def _source(data: BoardData, code: str) -> str:
    """A document with its day, where it has one."""
    day = data.sources[code].date
    return ", ".join(filter(None, (source_text(data, code, ""), day_name(day) if day else "")))


def meeting_report(
    data: BoardData,
    deck: Deck,
    state: BoardState,
    questions: Iterable[Question],
    meetings: Iterable[Meeting],
    papers: Papers = PLAIN,
) -> Report:
    """The papers of a meeting: the views of its agenda as its slides say them, and every goal among them in full."""
    made = report(data, ALL, state, replace(papers, day=deck.day))
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

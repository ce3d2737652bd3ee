"""The reminder list before a meeting: goals that ask for a comment or a risk, by who answers, and what is said.

A comment and a risk are texts of the meeting's papers (`MeetingText`), where they stand with the goal.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lib.rules.actions import answers_for
from lib.rules.organisation import below
from lib.store.access import Right, access
from lib.tables.model import MeetingText
from lib.views.board import BoardData
from lib.views.overview import GoalRow, overview
from lib.views.statuses import Look, of_goal_level, of_summary
from lib.words.language import _

COMMENT, RISK = "comment", "risk"
# Tones of goals that the responsible are reminded of.
_ASKED = frozenset({"missed", "nearly", "split"})


@dataclass(frozen=True, slots=True)
class GoalRemark:
    """A goal that something is to be said of, or has been: its statuses, the comment and the risk ('' = none yet)."""

    goal: str
    title: str
    responsible: str
    looks: tuple[Look, ...]
    comment: str
    risk: str
    is_own: bool

    @property
    def is_lacking(self) -> bool:
        """Whether nothing has been said yet."""
        return not (self.comment or self.risk)


def remarks(data: BoardData, texts: Iterable[MeetingText], meeting: str) -> tuple[GoalRemark, ...]:
    """The goals that are not met, and all that something was said of; those that lack it first, then by who answers.

    `is_own` are those that the current user may write about.
    """
    said = {(row.goal, row.part): row.text for row in texts if row.meeting == meeting and row.goal and row.text}
    own = writable(data)
    there = (_remark(row, said, own) for row in overview(data).rows)
    listed = [one for one in there if not one.is_lacking or any(look.name in _ASKED for look in one.looks)]
    return tuple(sorted(listed, key=lambda one: (not one.is_lacking, one.responsible)))


def _remark(row: GoalRow, said: Mapping[tuple[str, str], str], own: frozenset[str]) -> GoalRemark:
    goal = row.goal
    looks = [of_summary(row.summary, row.word)] if row.verdicts else []
    return GoalRemark(
        goal=goal.goal,
        title=f"{goal.number} {goal.title}".strip(),
        responsible=goal.responsible or _("nobody named"),
        looks=(*looks, of_goal_level(row.computed)),
        comment=said.get((goal.goal, COMMENT), ""),
        risk=said.get((goal.goal, RISK), ""),
        is_own=goal.goal in own,
    )


def writable(data: BoardData) -> frozenset[str]:
    """The goals that the current user may write about: all, or those that the own units answer for."""
    may = access(data.code)
    if may.may(Right.MEET) or may.may(Right.WRITE):
        return frozenset(data.goals)
    return frozenset(_answered_for(data, may.units))


def _answered_for(data: BoardData, units: frozenset[str]) -> Iterator[str]:
    own = below(((code, unit.parent) for code, unit in data.units.items()), units)
    names = {code: data.units[code].name for code in own if code in data.units}
    for code, goal in data.goals.items():
        if answers_for(goal.unit, goal.responsible, names):
            yield code

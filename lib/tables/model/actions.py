"""What is done about a goal."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from lib.rules.actions import ActionState
from lib.tables.base import Row, in_order, one_of, text_column, value_column
from lib.words.language import N_


class GoalAction(Row):
    """An action for a goal that somebody answers for, by role, and what it is expected to change."""

    __tablename__ = "actions"
    key = ("board", "action")
    checks = (
        one_of("state", tuple(ActionState)),
        in_order("begun", "ended"),
        CheckConstraint("(ended IS NULL) = (state IN ('planned', 'ongoing'))", name="ended"),
    )

    action: Mapped[str] = text_column(N_("Action"))
    goal: Mapped[str] = text_column(N_("Goal"), refers="goals")
    text: Mapped[str] = text_column(N_("What is done"))
    responsible: Mapped[str] = text_column(N_("Responsible"), N_("A role, such as head of department; never a name"))
    unit: Mapped[str] = text_column(
        N_("Unit"), N_("The unit that answers for it; empty: the whole board"), refers="units"
    )
    begun: Mapped[dt.date | None] = value_column(N_("Begun"), N_("Shown in the charts from this day"))
    due: Mapped[dt.date | None] = value_column(N_("Due"))
    state: Mapped[str] = text_column(N_("State"), choices=tuple(ActionState))
    ended: Mapped[dt.date | None] = value_column(N_("Done or stopped"), N_("The day on which it was"))
    meeting: Mapped[str] = text_column(N_("Decided at"), refers="meetings")
    paragraph: Mapped[str] = text_column(N_("Paragraph"), N_("In the protocol, such as § 112"))
    decision: Mapped[str] = text_column(N_("Decision"))
    indicator: Mapped[str] = text_column(N_("Expected to change"), N_("The indicator"), refers="indicators")
    effect: Mapped[str] = text_column(N_("Expected effect"))
    note: Mapped[str] = text_column(N_("Note"))

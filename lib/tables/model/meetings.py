"""Meetings of a board, with their agendas and questions."""

import datetime as dt

from sqlalchemy.orm import Mapped

from lib.tables.base import Row, one_of, text_column, value_column
from lib.words.language import N_

# What a person writes in a meeting's papers: of the whole letter, and of one goal.
LETTER_PARTS = ("reference", "officer", "recipient", "proposal", "summary", "children", "equality", "economy", "basis")
# Of these, what whoever answers for the goal says of it before the meeting.
REMARKS = ("comment", "risk")
GOAL_PARTS = ("comment", "risk", "action", "responsible", "due")


class Meeting(Row):
    """A meeting of the board. `frozen` is the day whose data the meeting saw, once that is settled.

    `sent` is the day that its papers were ready to be sent: from then on their texts stay as they are.
    """

    __tablename__ = "meetings"
    key = ("board", "meeting")

    meeting: Mapped[str] = text_column(N_("Meeting"))
    date: Mapped[dt.date] = value_column(N_("Date"))
    title: Mapped[str] = text_column(N_("Title"))
    frozen: Mapped[dt.date | None] = value_column(N_("Locked"), N_("The day whose figures the meeting saw"))
    note: Mapped[str] = text_column(N_("Note"))
    sent: Mapped[dt.date | None] = value_column(
        N_("Ready to be sent"), N_("The day from which the papers' texts are not changed"), later=True
    )


class AgendaItem(Row):
    """A point of a meeting: a view of Målbild, by its address without the board, and what the presenter says of it."""

    __tablename__ = "agenda_items"
    key = ("board", "meeting", "item")

    meeting: Mapped[str] = text_column(N_("Meeting"), refers="meetings")
    item: Mapped[str] = text_column(N_("Point"))
    order: Mapped[int] = value_column(N_("Order"))
    address: Mapped[str] = text_column(N_("Address"), N_("Page and choices, such as /mal?goal=…"))
    heading: Mapped[str] = text_column(N_("Heading"))
    notes: Mapped[str] = text_column(N_("Notes"))
    minutes: Mapped[int | None] = value_column(N_("Minutes"), N_("The time set aside for the point"), later=True)


class MeetingText(Row):
    """A text that a person wrote in a meeting's papers: of the whole letter (goal ''), or about one goal."""

    __tablename__ = "meeting_texts"
    key = ("board", "meeting", "part", "goal")
    checks = (one_of("part", (*LETTER_PARTS, *GOAL_PARTS)),)

    meeting: Mapped[str] = text_column(N_("Meeting"), refers="meetings")
    part: Mapped[str] = text_column(N_("Part of the papers"), choices=(*LETTER_PARTS, *GOAL_PARTS))
    goal: Mapped[str] = text_column(N_("Goal"), N_("Empty: of the whole letter"), refers="goals")
    text: Mapped[str] = text_column(N_("Text"))


class Question(Row):
    """A question that a member left at a view before or in a meeting, with the answer and what was decided."""

    __tablename__ = "questions"
    key = ("board", "meeting", "question")

    meeting: Mapped[str] = text_column(N_("Meeting"), refers="meetings")
    question: Mapped[str] = text_column(N_("Question"))
    address: Mapped[str] = text_column(N_("Address"), N_("Page and choices, such as /mal?goal=…"))
    text: Mapped[str] = text_column(N_("Text"))
    asked: Mapped[dt.date] = value_column(N_("Asked"))
    answer: Mapped[str] = text_column(N_("Answer"))
    decision: Mapped[str] = text_column(N_("Decision"))

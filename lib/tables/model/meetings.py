"""Meetings of a board, with their agendas and questions."""

import datetime as dt

from sqlalchemy.orm import Mapped

from lib.tables.base import Row, text_column, value_column
from lib.words.language import N_


class Meeting(Row):
    """A meeting of the board. `frozen` is the day whose data the meeting saw, once that is settled."""

    __tablename__ = "meetings"
    key = ("board", "meeting")

    meeting: Mapped[str] = text_column(N_("Meeting"))
    date: Mapped[dt.date] = value_column(N_("Date"))
    title: Mapped[str] = text_column(N_("Title"))
    frozen: Mapped[dt.date | None] = value_column(N_("Locked"), N_("The day whose figures the meeting saw"))
    note: Mapped[str] = text_column(N_("Note"))


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

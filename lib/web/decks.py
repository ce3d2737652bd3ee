"""A meeting's slides as they are read from the store, kept for as long as their data are the same."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Condition

from cachetools import LRUCache, cached

from lib.documents.letter import proposal, texts_of
from lib.meetings import agenda
from lib.meetings import deck as slides
from lib.meetings.agenda import View
from lib.meetings.slide import Deck, Slide
from lib.site import ABSENCE, BY_PATH
from lib.store.installation.given import installation
from lib.tables.model import AgendaItem, Meeting, MeetingText
from lib.views import as_of
from lib.views.as_of import BoardState
from lib.views.board import BoardData
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.web import absence_memory, memory
from lib.web.absence_slide import absence_slide
from lib.words.language import _, language


def agenda_of(code: str, meeting: str) -> tuple[View, ...]:
    """A meeting's points as they are now, whatever state the meeting sees."""
    return agenda.views(memory.store().rows(AgendaItem, code), meeting)


@dataclass(frozen=True, slots=True)
class DeckKey:
    """The sources of a meeting's slides: as long as they are the same, so are the slides.

    `earlier` are the meetings it is compared with, `newest` is the newest data version about the board; an agenda or
    a question changes no slide that was there.
    """

    language: str
    board: str
    meeting: str
    title: str
    day: date
    view: BoardState
    earlier: tuple[BoardState, ...]
    points: tuple[View, ...]
    newest: int
    proposal: tuple[str, ...] = ()


def deck_key(code: str, meeting: Meeting) -> DeckKey:
    """The key of a meeting's slides in the language in use: the data that it saw, or those of now until it is held."""
    first, *_more, newest = (*memory.versions(code),) * 2
    seen = memory.state(code, meeting.meeting)
    # A meeting held before the board's first batch has no data of its own: it is shown that of now.
    view = seen if seen and seen.version >= first else BoardState(as_of.NOW, newest, memory.today())
    points = agenda_of(code, meeting.meeting)
    before = memory.earlier(code, view)
    asked = proposed(code, meeting)
    return DeckKey(language(), code, meeting.meeting, meeting.title, meeting.date, view, before, points, newest, asked)


def proposed(code: str, meeting: Meeting) -> tuple[str, ...]:
    """What the board is asked to decide at a meeting, as it is written now."""
    texts = texts_of(memory.store().rows(MeetingText, code), meeting.meeting)
    return proposal(memory.board(code).board.name, texts)


def deck(code: str, meeting: Meeting) -> Deck:
    """A meeting's slides, in the language in use."""
    return deck_of(deck_key(code, meeting))


@cached(LRUCache(16), condition=Condition())  # documents that come at once wait for one deck
def deck_of(key: DeckKey) -> Deck:
    """The slides; the language in use must be theirs."""
    made = [_slide(key.language, key.board, key.view, key.earlier, key.newest, point) for point in key.points]
    row = Meeting(board=key.board, meeting=key.meeting, title=key.title, date=key.day)
    colour = installation().colour_of(key.board)
    return slides.deck(memory.board(key.board, key.view.version), row, key.view, made, key.proposal, colour)


@lru_cache(maxsize=1024)  # the slides of some meetings: one that is moved on its agenda is not made again
def _slide(
    _language: str, board: str, view: BoardState, meetings: tuple[BoardState, ...], _newest: int, point: View
) -> Slide:
    data = memory.board(board, view.version)

    def compare(choice: Choice, since: str) -> ChangeReport:
        first = meetings[0] if meetings else None
        return memory.change_report(board, view, next((m for m in meetings if m.code == since), first), choice)

    return slides.slide(data, point, view, compare, other(data, view))


def other(data: BoardData, state: BoardState) -> Callable[[View, Choice], Slide]:
    """The maker of slides of pages that slides know nothing of: absence by its own read model, others by name."""

    def made(view: View, choice: Choice) -> Slide:
        title = _(BY_PATH[view.path].title) if view.path in BY_PATH else view.address
        if view.path != ABSENCE:
            return slides.page(view, title)
        units = absence_memory.units(data.code, state.version)
        if not units:
            return slides.thin_absence(data, view, choice, title)
        unit = view.query.get("unit", "")
        absence = absence_memory.absence(
            data.code, state.version, unit if unit in units else "", view.query.get("org", ""), choice.year
        )
        return absence_slide(view, absence, choice) if absence else slides.page(view, title)

    return made

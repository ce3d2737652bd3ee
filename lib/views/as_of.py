"""The states in which a board can be shown, and their words: now, as a meeting saw it, as of a data version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lib.store.store import Store
from lib.tables.base import Batch
from lib.tables.model import Meeting
from lib.words.language import _, day_name

NOW = ""


@dataclass(frozen=True, slots=True)
class BoardState:
    """A state of a board. `code` is how an address asks for it: '' (now), a meeting's code or a batch's number.

    `day` is the day of the meeting or the batch, or today; `title` is the meeting's, '' for the others.
    """

    code: str
    version: int
    day: date
    title: str = ""


def at_meetings(store: Store, meetings: Iterable[Meeting], today: date) -> tuple[BoardState, ...]:
    """The state that each meeting saw, the newest meeting first: of its frozen day, else of its own day.

    A meeting that is not frozen is left out until its day has passed: until then it sees what is there now.
    """
    held = [meeting for meeting in meetings if meeting.frozen or meeting.date < today]
    return tuple(
        BoardState(
            meeting.meeting,
            store.version_on(meeting.frozen or meeting.date, meeting.board),
            meeting.date,
            meeting.title,
        )
        for meeting in sorted(held, key=lambda meeting: (meeting.date, meeting.meeting), reverse=True)
    )


def asked_for(
    code: str, now: BoardState, meetings: Sequence[BoardState], batches: Iterable[Batch]
) -> BoardState | None:
    """The state that an address asks for; None if there is no such meeting or batch. Meetings go before batches."""
    of_batches = (BoardState(str(batch.id), batch.id, batch.at.date()) for batch in batches)
    return next((state for state in (now, *meetings, *of_batches) if state.code == code), None)


def before(state: BoardState, meetings: Sequence[BoardState]) -> tuple[BoardState, ...]:
    """The meetings that a state can be compared with: those held before it, on the same data or older."""
    if state.code == NOW:
        return tuple(meetings)
    return tuple(meeting for meeting in meetings if meeting.day < state.day and meeting.version <= state.version)


def name(state: BoardState) -> str:
    """A state as a choice: a meeting's day and title, or a data version with its day."""
    if state.title:
        return _("{day}: {title}").format(day=state.day.isoformat(), title=state.title)
    if state.code == str(state.version):
        return _("{day} (version {version})").format(version=state.code, day=state.day.isoformat())
    return state.day.isoformat()


def spoken(state: BoardState) -> str:
    """A state inside a sentence: 'mötet den 14 februari 2024 (Bokslut)', 'dataversion 3 den 14 februari 2024'."""
    if state.code == str(state.version) and not state.title:
        return _("{day} (version {version})").format(version=state.code, day=day_name(state.day))
    text = _("the meeting of {day}").format(day=day_name(state.day))
    return f"{text} ({state.title})" if state.title else text

"""The words that a board has written itself: they are Swedish whatever language a page is in."""

from collections.abc import Iterable, Iterator

from lib.rules.settings import CONTACT, STATEMENT, VERDICT_SETTINGS
from lib.tables.base import Row
from lib.views.board import BoardData
from lib.words.language import UNITS_LEFT_OUT

# The columns that hold words, by table; a code, an enumeration or a place in a source is none.
_COLUMNS = {
    "boards": ("name",),
    "sources": ("title", "note"),
    "areas": ("name",),
    "units": ("name",),
    "goals": ("title", "description", "responsible", "follow_up", "level"),
    "indicators": ("name", "definition"),
    "assessments": ("comment", "aspect"),
    "meetings": ("title", "note"),
    "agenda_items": ("heading", "notes"),
    "questions": ("text", "answer", "decision"),
}
_OF_ACTIONS = ("text", "responsible", "paragraph", "decision", "effect", "note")
_TEXT_SETTINGS = {CONTACT, STATEMENT, *VERDICT_SETTINGS}
# Shorter words are as often something else.
_SHORTEST = 3


def own_words(data: BoardData, others: Iterable[Row] = ()) -> frozenset[str]:
    """Every text that a board has written, with its units of measure; the texts of `others`, such as questions, too."""
    texts = {str(getattr(row, column)) for row in (*_rows(data), *others) for column in _COLUMNS[row.__tablename__]}
    texts |= {about.unit_of_measure for about in data.indicators.values()} - UNITS_LEFT_OUT
    texts |= {event.text for event in data.events}
    texts |= {getattr(action, name) for action in data.actions for name in _OF_ACTIONS}
    texts |= {span.value for span in data.settings if span.setting in _TEXT_SETTINGS}
    return frozenset(text.strip() for text in texts if len(text.strip()) >= _SHORTEST)


def _rows(data: BoardData) -> Iterator[Row]:
    yield data.board
    for by_code in (data.sources, data.areas, data.units, data.goals, data.definitions):
        yield from by_code.values()
    for verdicts in data.assessments.values():
        yield from verdicts
    yield from data.meetings

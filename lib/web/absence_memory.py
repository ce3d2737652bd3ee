"""Sickness absence as the pages and slides read it, kept in memory as boards are (see `memory`)."""

from functools import cache

from lib.store.absence_published import AbsenceReader
from lib.views.absence import view
from lib.views.absence.view import AbsenceView
from lib.web import memory
from lib.web.memory import own_version, per_board


class KeptReader:
    """A board's absence as of a data version; each reading is kept for the next time."""

    def __init__(self, reader: AbsenceReader) -> None:
        self.organisation = cache(reader.organisation)
        self.months = cache(reader.months)
        self.rolling = cache(reader.rolling)
        self.cells = reader.cells


@per_board(8)
def _reader(code: str, version: int) -> KeptReader:
    return KeptReader(AbsenceReader(memory.store(), code, None if version >= own_version(code) else version))


def units(code: str, version: int) -> tuple[str, ...]:
    """Every unit that a board's absence can be shown of as of a data version, '' first; none where it has no hours."""
    reader = _reader(code, version)
    return ("", *reader.organisation().of_unit) if reader.months() else ()


@per_board(64)
def absence(code: str, version: int, unit: str, org: str = "", year: int | None = None) -> AbsenceView | None:
    """A unit's absence as of a data version, up to a year's end; `org` is the organisation that it is counted by."""
    return view.absence_view(memory.board(code, version), _reader(code, version), unit, org, year)

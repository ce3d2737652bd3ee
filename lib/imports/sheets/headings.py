"""Recognises a table of the interchange format by its headings: names or titles of its columns in any order."""

from collections.abc import Sequence

from lib.imports.sheets.words import PERIOD, headings_of, sheet_names_of
from lib.tables.base import Row
from lib.tables.model import TABLES
from lib.words.folding import fold

# The columns without which a row of a table says nothing, each by what may stand for it.
_NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "boards": (("board",), ("municipality", "name")),
    "sources": (("source",), ("title",)),
    "areas": (("area",), ("name",)),
    "units": (("unit",), ("name",)),
    "goals": (("goal",), ("title",)),
    "indicators": (("indicator",), ("name",)),
    "goal_indicators": (("goal",), ("indicator",)),
    "targets": (("indicator",), ("rule", "value"), ("valid_from", "rule")),
    "observations": (("indicator",), ("period_start", PERIOD), ("period_end", PERIOD), ("value", "lower", "status")),
    "assessments": (("goal",), ("period_start", PERIOD), ("period_end", PERIOD), ("verdict",)),
    "events": (("event",), ("date",), ("text",)),
    "actions": (("action",), ("goal",), ("text",)),
    "meetings": (("meeting",), ("date",)),
    "settings": (("setting",), ("value",)),
}
# As large a share of the headings must be columns of the table.
_MOSTLY = 0.6


def table_of(headings: Sequence[str], hint: str) -> tuple[type[Row], dict[int, str]] | None:
    """The table whose columns these headings are, and which column each is; None where it is none.

    `hint` is the sheet's or file's name: it settles which of two tables with the same headings is meant.
    """
    best, most = None, (False, 0.0, 0)
    given = [fold(heading) for heading in headings]
    for table in TABLES:
        known = headings_of(table)
        placed = {number: known[heading] for number, heading in enumerate(given) if heading in known}
        there = set(placed.values())
        needed = _NEEDED.get(table.__tablename__, tuple((name,) for name in table.key[1:]))
        if len(there) < len(placed) or not all(there & set(either) for either in needed):
            continue
        share = len(placed) / sum(heading != "" for heading in given)
        score = (fold(hint) in sheet_names_of(table), share, len(placed))
        if share > _MOSTLY and score > most:
            best, most = (table, placed), score
    return best

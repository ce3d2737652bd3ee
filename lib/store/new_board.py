"""The rows that a new board begins with: empty, the structure of another board, or indicators that are usual.

Nothing here reads or writes the store.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lib.rules.settings import CONTACT, STATEMENT
from lib.tables.base import columns, type_of
from lib.tables.catalogue import KOLADA, area_code, usual_indicators
from lib.tables.model import BY_NAME
from lib.tables.records import Record, Records
from lib.words.folding import fold

# What may be taken over from another board, and the tables that belong to it; indicators and areas always are.
GOALS, UNITS, TARGETS, SETTINGS = "goals", "units", "targets", "settings"
_TABLES = {
    GOALS: ("goals", "goal_indicators"),
    UNITS: ("units", "successions"),
    TARGETS: ("targets",),
    SETTINGS: ("settings",),
}
_ALWAYS = ("areas", "indicators")
# The name that a board most often has, in the language of its data.
USUAL_NAME = "Socialnämnden i {place}"
# What is a board's own, and says nothing of another.
_NOT_COPIED = {CONTACT, STATEMENT}
_FROM = ("source", "locator")


@dataclass(frozen=True, slots=True)
class NewBoard:
    """A board that is to be: its code, its municipality ('' = none) with its code, its name and what to know of it."""

    code: str
    name: str
    municipality: str = ""
    municipality_code: str = ""
    note: str = ""

    def record(self) -> Record:
        """The board's own row."""
        return _whole(
            "boards",
            board=self.code,
            name=self.name,
            municipality=self.municipality,
            municipality_code=self.municipality_code,
            note=self.note,
        )


def empty(new: NewBoard) -> Records:
    """The rows of a board with nothing yet."""
    return {"boards": [new.record()]}


def like(new: NewBoard, other: Mapping[str, Iterable[Record]], parts: Collection[str]) -> Records:
    """The rows of a board with the structure of another, of which `other` has the rows: never a figure or a verdict.

    Without the goals no link between goals and indicators is taken over, without the units nothing that names one.
    Sources are the other board's documents, and stay with it.
    """
    wanted = [*_ALWAYS, *(table for part in parts for table in _TABLES[part])]
    records = empty(new)
    for table in sorted(wanted, key=list(BY_NAME).index):
        rows = [_moved(table, row, new.code, parts) for row in other.get(table, ()) if _is_copied(table, row, parts)]
        if rows:
            records[table] = rows
    return records


def _is_copied(table: str, row: Record, parts: Collection[str]) -> bool:
    if table == "settings":
        return row["setting"] not in _NOT_COPIED
    return not (table == "targets" and row["unit"] and UNITS not in parts)


def _moved(table: str, row: Record, board: str, parts: Collection[str]) -> Record:
    moved = {**row, "board": board, **{name: "" for name in _FROM if name in row}}
    if table in ("goals", "goal_indicators") and UNITS not in parts:
        moved["unit"] = ""
    return moved


def with_usual(board: str, kolada: Collection[str], there: Mapping[str, Iterable[Record]] | None = None) -> Records:
    """The rows of the usual indicators of these Kolada ids for a board, with their areas and Kolada as their source.

    `there` has the board's rows: an indicator that it follows already is left out, and an area is known by its name.
    """
    there = there or {}
    followed = {row["kolada"] for row in there.get("indicators", ())} | {
        row["indicator"].removeprefix(f"{KOLADA}-").upper() for row in there.get("indicators", ())
    }
    areas = {fold(row["name"]): row["area"] for row in there.get("areas", ())}
    records: Records = {"sources": [], "areas": [], "indicators": []}
    for area, indicators in usual_indicators().items():
        rows = [row for row in indicators if row["kolada"] in kolada and row["kolada"] not in followed]
        if rows and fold(area) not in areas:
            areas[fold(area)] = area_code(area)
            order = len(areas)
            records["areas"].append(_whole("areas", board=board, area=area_code(area), name=area, order=order))
        records["indicators"] += [{"board": board, "area": areas[fold(area)], **row} for row in rows]
    if records["indicators"] and not any(row["source"] == KOLADA for row in there.get("sources", ())):
        records["sources"] = [_kolada(board)]
    return {table: rows for table, rows in records.items() if rows}


def _kolada(board: str) -> Record:
    return _whole(
        "sources",
        board=board,
        source=KOLADA,
        title="Kolada, öppna nyckeltal",
        kind=KOLADA,
        reference="Källa: Kolada",
        note="Nyckeltalen gäller hela kommunen. Kolada finns på https://www.kolada.se.",
    )


def _whole(table: str, **given: Any) -> Record:
    return {**{column.name: _nothing(column) for column in columns(BY_NAME[table])}, **given}


def _nothing(column: Any) -> Any:
    return "" if type_of(column) is str else None

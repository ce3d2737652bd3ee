"""The stored rows that a reader may not see: figures that the pages hide, and the hours behind the absence figures.

A preview or a history that names such a row repeats what a file says of it and nothing that the
store holds: it is neither merged with the stored row nor compared with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lib.store.figure_rows import ShownFigure, key_of_figure
from lib.store.plans import Plan, Stands
from lib.tables.model import BY_NAME, Observation
from lib.tables.records import Key, Record, Records, key_of

SECRET = ("observations", "absence")
"""The tables that may have something to withhold."""
KEPT_BACK = ("hidden", "confidential", "single", "protects")
_HOURS = ("sick_1_14", "sick_15_59", "sick_60", "ordinary", "employees")
_BLANK = {"value": None, "lower": None, "upper": None, "count": None, "qualifier": "="}
_BLANK_HOURS = dict.fromkeys(_HOURS) | {"status": "missing"}


@dataclass(frozen=True, slots=True)
class Withheld:
    """The figures of a board that are not shown, each with the status that says why; and whether hours are not."""

    figures: Mapping[Key, str] = field(default_factory=dict)
    hours: bool = False

    def has(self, table: str, key: Key) -> bool:
        """Whether a row is withheld."""
        return (self.hours and table == "absence") or (table == "observations" and key in self.figures)

    def __or__(self, other: "Withheld") -> "Withheld":
        """The union of both."""
        return Withheld({**other.figures, **self.figures}, self.hours or other.hours)


def kept_back(board: str, readings: Iterable[Iterable[ShownFigure]]) -> dict[Key, str]:
    """The figures of a board that are hidden in any of the readings that the pages have; why in the first of them."""
    reasons: dict[Key, str] = {}
    for figures in readings:
        for row in figures:
            if row.status in KEPT_BACK:
                reasons.setdefault((board, *key_of_figure(row)), row.status)
    return reasons


def visible(standing: Mapping[str, Iterable[Stands]], withheld: Withheld) -> Records:
    """The stored rows less what is withheld, to hold a file against."""
    return {
        table: [row.record for row in rows if not withheld.has(table, key_of(BY_NAME[table], row.record))]
        for table, rows in standing.items()
    }


def blanked(standing: Mapping[str, Iterable[Stands]], withheld: Withheld) -> dict[str, list[Stands]]:
    """The stored rows with nothing in what is withheld but its status: the board that a plan is carried out on.

    Hours by gender or age are left out.
    """
    blank = {}
    for table, rows in standing.items():
        remaining = (
            rows if not withheld.hours or table != "absence" else [row for row in rows if _is_of_all(row.record)]
        )
        blank[table] = [Stands(row.row, row.place, _blank(table, row.record, withheld)) for row in remaining]
    return blank


def without_withheld(plan: Plan, withheld: Withheld) -> Plan:
    """The plan of an undo with the withheld values that it would restore left blank; any other plan as it is."""
    if plan.undoes is None:
        return plan
    return plan.restoring(lambda table, record: _blank(table, record, withheld))


def _is_of_all(record: Record) -> bool:
    return record["gender"] == "T" and not record["age"]


def _blank(table: str, record: Record, withheld: Withheld) -> Record:
    if table == "absence" and withheld.hours:
        return {**record, **_BLANK_HOURS}
    if table == "observations" and (status := withheld.figures.get(key_of(Observation, record))):
        note = record["note"] if status == "confidential" else ""
        return {**record, **_BLANK, "status": status, "note": note}
    return record

"""What a board wants from Kolada: indicators, its municipality and those it is compared with, years; known offline."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from lib.rules.organisation import COMPARISON
from lib.tables.catalogue import municipalities
from lib.tables.records import Record, Records
from lib.words.folding import fold

COUNTRY, COUNTRY_NAME = "0000", "Riket"
# As many years back are asked for again, since published figures are revised.
YEARS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to fetch. `own` is the board's municipality; `others` those it is compared with, all four-digit codes."""

    board: str
    own: str
    indicators: tuple[str, ...]
    others: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    with_units: bool = False


def places() -> dict[str, str]:
    """The name of the country and of every municipality by its code."""
    return {COUNTRY: COUNTRY_NAME, **municipalities()}


def followed(stored: Records) -> dict[str, Record]:
    """The indicators of a board that are Kolada's, by Kolada's id."""
    return {row["kolada"]: row for row in stored.get("indicators", ()) if row["kolada"]}


def compared(stored: Records) -> dict[str, str]:
    """The units that a board is compared with, by the code of the municipality that has their name."""
    codes = {fold(name): code for code, name in places().items()}
    units = (row for row in stored.get("units", ()) if row["kind"] == COMPARISON)
    return {codes[fold(row["name"])]: row["unit"] for row in units if fold(row["name"]) in codes}


def standing_order(board: str, stored: Records, today: date, years: Collection[int] = ()) -> Wanted:
    """What a board follows already, of the last years, or those asked for."""
    [own] = [row["municipality_code"] for row in stored["boards"]]
    last = tuple(range(today.year - YEARS, today.year + 1))
    return Wanted(board, own, tuple(followed(stored)), tuple(compared(stored)), tuple(years) or last)


def names_of(codes: Collection[str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """The names of some places; the code where there is none."""
    return {code: (known or places()).get(code, code) for code in codes}

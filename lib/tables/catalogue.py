"""What comes with Målbild to begin from: the municipalities' codes, and indicators that social services boards follow.

Both are facts in small files in `data/`: the codes are Statistics Sweden's (2025), the indicators Kolada's with our own
short names; which direction is better is read by us, since Kolada does not say.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lib.tables.records import Record
from lib.words.folding import fold

_DATA = Path(__file__).parents[2] / "data"
KOLADA = "kolada"
_SMALLEST_GROUP = 11


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def municipalities() -> Mapping[str, str]:
    """The name of each municipality by its code, in order of name as Swedish sorts it."""
    rows = sorted(_rows("municipalities.csv"), key=lambda row: row["name"].translate(_SWEDISH_ORDER).casefold())
    return {row["code"]: row["name"] for row in rows}


_SWEDISH_ORDER = str.maketrans("ÅÄÖåäöéü", "ÝÞßýþÿeu")


@cache
def usual_indicators() -> Mapping[str, tuple[Record, ...]]:
    """The usual indicators by the name of their area, each as a row of the table without board and area."""
    areas: dict[str, list[Record]] = {}
    for row in _rows("usual_indicators.csv"):
        areas.setdefault(row["area"], []).append(_indicator(row))
    return {area: tuple(rows) for area, rows in areas.items()}


def _indicator(row: Mapping[str, str]) -> Record:
    return {
        "indicator": f"{KOLADA}-{row['kolada'].casefold()}",
        "name": row["name"],
        "definition": row["definition"],
        "unit_of_measure": row["unit_of_measure"],
        "decimals": int(row["decimals"]),
        "better": row["better"],
        "statistic": row["statistic"],
        "frequency": "year",
        "accumulates": None,
        "divided_by_gender": row["divided_by_gender"] == "true",
        "about_children": True if row["about_children"] == "true" else None,
        "kolada": row["kolada"],
        "minimum_group": _SMALLEST_GROUP,
        "source": KOLADA,
        "locator": row["kolada"],
    }


def area_code(name: str) -> str:
    """The code of an area of the usual indicators."""
    return fold(name).replace(" ", "-")

"""Kolada's figures as rows of a board: what they are about is made where the board lacks it.

A figure is a year's. Kolada's reasons for having none are kept as what they are; one that Kolada has taken away is
missing, with a note. Nothing follows from what Kolada does not mention: that stays as it stands.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lib.imports.from_kolada.replies import KoladaFigure, KoladaIndicator, KoladaPlace
from lib.imports.from_kolada.wanted import Wanted, compared, followed, names_of
from lib.imports.kolada import bare_title
from lib.rules.organisation import COMPARISON
from lib.store.new_board import with_usual
from lib.tables.catalogue import KOLADA
from lib.tables.codes import code_of
from lib.tables.records import Record, Records

_MISSING, _CONFIDENTIAL = "missing", "confidential"
_STATUSES = {"private": _CONFIDENTIAL, "confidential": _CONFIDENTIAL, "secret": _CONFIDENTIAL}
_WITHDRAWN = "Värdet har tagits bort i Kolada."
_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of what was wanted: figures, the descriptions of the indicators, and the units that have figures."""

    wanted: Wanted
    figures: tuple[KoladaFigure, ...]
    about: Mapping[str, KoladaIndicator]
    units: tuple[KoladaPlace, ...] = ()
    today: date = date.min


def rows_of(fetched: Fetched, stored: Records) -> Records:
    """The rows to put: observations, and the indicators, areas, units and source that they refer to and that lack."""
    wanted, there = fetched.wanted, followed(stored)
    given = {figure.indicator for figure in fetched.figures}
    records = with_usual(wanted.board, [code for code in given if code not in there], stored)
    made = followed(records)
    for code in sorted(given - {*there, *made}):
        records.setdefault("indicators", []).append(_indicator(wanted.board, fetched.about[code], stored))
    if not any(row["source"] == KOLADA for row in (*stored.get("sources", ()), *records.get("sources", ()))):
        records["sources"] = with_usual(wanted.board, ["N00090"], {})["sources"]
    codes = {code: row["indicator"] for code, row in {**followed(records), **there}.items()}
    units, new = _units(fetched, stored)
    if new:
        records["units"] = new
    records["observations"] = [_observation(fetched, figure, codes, units) for figure in fetched.figures]
    if fetched.today > date.min and _is_new(records["observations"], stored.get("observations", ())):
        sources = (*records.get("sources", ()), *stored.get("sources", ()))
        records["sources"] = [next({**row, "date": fetched.today} for row in sources if row["source"] == KOLADA)]
    return records


def _is_new(fetched: Iterable[Record], stored: Iterable[Record]) -> bool:
    """Whether any figure says something else than what is stored, so that the day it was fetched is the source's."""
    key = ("indicator", "unit", "gender", "period_end", "kind")
    there = {tuple(row[column] for column in key): (row["value"], row["status"]) for row in stored}
    return any(there.get(tuple(row[column] for column in key)) != (row["value"], row["status"]) for row in fetched)


def _units(fetched: Fetched, stored: Records) -> tuple[dict[str, str], list[Record]]:
    """The board's unit for each place that figures are of, and the rows of those that it lacks."""
    wanted = fetched.wanted
    units = {wanted.own: "", **compared(stored)}
    there = {row["name"]: row["unit"] for row in stored.get("units", ()) if row["kind"] != COMPARISON}
    taken = {row["unit"] for row in stored.get("units", ())}
    own = {place.id: place.name for place in fetched.units}
    names = {**names_of({figure.place for figure in fetched.figures}), **own}
    new = list[Record]()
    for place in dict.fromkeys(figure.place for figure in fetched.figures):
        if place in own and names[place] in there:
            units[place] = there[names[place]]
        if place not in units:
            units[place] = code_of(names[place], taken)
            taken.add(units[place])
            kind = "unit" if place in own else COMPARISON
            new.append(_unit(wanted.board, units[place], names[place], kind))
    return units, new


def _unit(board: str, code: str, name: str, kind: str) -> Record:
    return {
        "board": board,
        "unit": code,
        "parent": "",
        "name": name,
        "kind": kind,
        "valid_from": None,
        "valid_to": None,
    }


def _observation(
    fetched: Fetched, figure: KoladaFigure, indicators: Mapping[str, str], units: Mapping[str, str]
) -> Record:
    status, note = _status(fetched, figure)
    return {
        "board": fetched.wanted.board,
        "indicator": indicators[figure.indicator],
        "unit": units[figure.place],
        "gender": figure.gender,
        "period_start": date(figure.year, 1, 1),
        "period_end": date(figure.year, 12, 31),
        "kind": "outcome",
        "value": None if figure.is_deleted else figure.value,
        "lower": None,
        "upper": None,
        "qualifier": "=",
        "status": status,
        "change": "",
        "source": KOLADA,
        "locator": f"{figure.indicator}, {figure.place}, {figure.year}",
        **({"note": note} if note else {}),
    }


def _status(fetched: Fetched, figure: KoladaFigure) -> tuple[str, str]:
    """The figure's status, and the note that a withdrawn one has."""
    if figure.is_deleted:
        return _MISSING, _WITHDRAWN
    if figure.value is None:
        return _STATUSES.get(figure.status.casefold(), _MISSING), ""
    about = fetched.about.get(figure.indicator)
    return ("preliminary" if about and _is_preliminary(about, figure.year, fetched.today) else "normal"), ""


def _is_preliminary(about: KoladaIndicator, year: int, today: date) -> bool:
    """Whether the year is the one being published, and only its preliminary figures are."""
    now = today.isoformat()
    first, last = about.preliminary_on, about.final_on
    return bool(first and last) and about.published_period == str(year) and first <= now < last


def _indicator(board: str, about: KoladaIndicator, stored: Records) -> Record:
    """An indicator that is not among the usual ones: named as Kolada does, without a direction."""
    measure = _measure(about.title)
    taken = {row["indicator"] for row in stored.get("indicators", ())}
    return {
        "board": board,
        "indicator": code_of(f"{KOLADA}-{about.id.casefold()}", taken),
        "area": "",
        "name": bare_title(about.title) or about.id,
        "definition": "",
        "unit_of_measure": measure,
        "decimals": 0 if measure == "antal" else 1,
        "better": "none",
        "statistic": _statistic(measure),
        "frequency": "year",
        "accumulates": None,
        "divided_by_gender": about.by_gender,
        "about_children": None,
        "kolada": about.id,
        "minimum_group": 11,
        "source": KOLADA,
        "locator": about.id,
    }


def _measure(title: str) -> str:
    """The unit of measure, which Kolada has in the title alone: 'andel (%)', 'kr/inv', 'antal', 'index'."""
    bare = bare_title(title)
    if "(%)" in bare:
        return "%"
    last = bare.rpartition(",")[2].strip()
    if last.startswith(("kr", "antal", "dagar")):
        return last
    if "index" in bare.casefold():
        return "index"
    brackets = _BRACKETS.search(bare)
    return brackets[1] if brackets else ""


def _statistic(measure: str) -> str:
    if measure in ("%", "index", "antal"):
        return {"%": "share", "index": "index", "antal": "count"}[measure]
    return "mean" if "dagar" in measure else "ratio"


def absent(fetched: Fetched, stored: Records) -> int:
    """How many of Kolada's stored figures of what was asked for were not in the answer; they stay as they stand."""
    asked, codes = fetched.wanted, followed(stored)
    indicators = {codes[code]["indicator"] for code in asked.indicators if code in codes}
    units = _units(fetched, stored)[0]
    given = {
        (codes[figure.indicator]["indicator"], units[figure.place], figure.gender, figure.year)
        for figure in fetched.figures
        if figure.indicator in codes
    }
    wanted = {asked.own, *asked.others}
    places = {unit for place, unit in units.items() if place in wanted}
    return sum(
        (row["indicator"], row["unit"], row["gender"], row["period_end"].year) not in given
        for row in _of_kolada(stored.get("observations", ()), indicators, places, asked.years)
    )


def _of_kolada(rows: Iterable[Record], indicators: set[str], units: set[str], years: Sequence[int]) -> Iterable[Record]:
    return (
        row
        for row in rows
        if row["indicator"] in indicators
        and row["unit"] in units
        and row["source"] == KOLADA
        and row["value"] is not None
        and row["period_end"].year in years
    )

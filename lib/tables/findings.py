"""Faults and gaps in the tables: errors that must be corrected, and remarks worth knowing.

Errors break a rule of the format. Remarks are gaps a source may well have: an indicator without figures, a target
without a direction, parts that do not add up to their sum.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from lib.rules.organisation import Organisation
from lib.rules.status import Rule
from lib.tables.model import HOURS
from lib.tables.records import Record, Records
from lib.tables.table_checks import broken
from lib.words.language import _, number

_ROUNDING = 0.051  # figures with one decimal may each be off by half of it


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: in which board and table, on what, and a plain sentence."""

    error: bool
    board: str
    where: str
    sentence: str

    def __str__(self) -> str:
        kind = _("Error") if self.error else _("Remark")
        place = ", ".join(part for part in (self.board, self.where) if part)
        return f"{kind}: {place}: {self.sentence}"


def findings(records: Records) -> list[Finding]:
    """All errors, then all remarks, in order of board."""
    errors = [Finding(True, "", problem.where, problem.sentence) for problem in broken(records)]
    errors += _hours_apart(records) if not errors else []
    remarks = [
        *_without_figures(records),
        *_without_direction(records),
        *_without_indicator(records),
        *_genders_apart(records),
    ]
    return errors + sorted(remarks, key=lambda finding: finding.board)


def _without_figures(records: Records) -> list[Finding]:
    having = {
        (r["board"], r["indicator"])
        for r in records["observations"]
        if r["value"] is not None or r["lower"] is not None
    }
    return [
        Finding(False, r["board"], r["indicator"], _("The indicator has no figures."))
        for r in records["indicators"]
        if (r["board"], r["indicator"]) not in having
    ]


def _without_direction(records: Records) -> list[Finding]:
    better = {(r["board"], r["indicator"]): r["better"] for r in records["indicators"]}
    return [
        Finding(False, r["board"], r["indicator"], _("There is a target, but neither higher nor lower is better."))
        for r in records["targets"]
        if better.get((r["board"], r["indicator"])) == "none" and r["rule"] not in {Rule.DONE, Rule.EQUAL}
    ]


def _without_indicator(records: Records) -> list[Finding]:
    measured = {(r["board"], r["goal"]) for r in records["goal_indicators"]}
    return [
        Finding(False, r["board"], r["goal"], _("The goal has no indicator."))
        for r in records["goals"]
        if (r["board"], r["goal"]) not in measured
    ]


def _genders_apart(records: Records) -> list[Finding]:
    """Counts of women and men that do not add up to the total, and totals outside both for other figures."""
    statistic = {(r["board"], r["indicator"]): r["statistic"] for r in records["indicators"]}
    groups: dict[tuple[Any, ...], dict[str, Record]] = defaultdict(dict)
    for r in records["observations"]:
        if r["value"] is not None:
            key = (r["board"], r["indicator"], r["unit"], r["period_start"], r["period_end"], r["kind"])
            groups[key][r["gender"]] = r
    faults = []
    for (board, indicator, unit, _start, end, _kind), by_gender in groups.items():
        if set(by_gender) == {"T", "K", "M"}:
            total, women, men = (by_gender[gender]["value"] for gender in "TKM")
            where = f"{indicator} {unit} {end.year}".replace("  ", " ")
            if statistic.get((board, indicator)) in {"count", "sum"}:
                if abs(women + men - total) > _ROUNDING:
                    sentence = _("Women {women} and men {men} do not add up to {total}.")
                    faults.append((board, where, sentence, total, women, men))
            elif not min(women, men) - _ROUNDING <= total <= max(women, men) + _ROUNDING:
                sentence = _("The total {total} lies outside women {women} and men {men}.")
                faults.append((board, where, sentence, total, women, men))
    return [
        Finding(False, board, where, text.format(total=number(total), women=number(women), men=number(men)))
        for board, where, text, total, women, men in faults
    ]


def _hours_apart(records: Records) -> list[Finding]:
    """Hours that a unit reports for a month and that are not those of the units below it, where all have reported."""
    hours: dict[tuple[str, date], dict[tuple[str, str, str], list[float]]] = defaultdict(dict)
    for row in records.get("absence", ()):
        if row["status"] != "missing":
            place = row["unit"], row["gender"], row["age"]
            hours[row["board"], row["period_end"]][place] = [row[name] for name in HOURS]
    boards = {board: _organisation(records, board) for board, _month in hours}
    findings = []
    for (board, month), rows in hours.items():
        children = boards[board].on(month).children
        for (unit, gender, age), own in rows.items():
            below = [rows.get((child, gender, age)) for child in children.get(unit, ())]
            if not below or None in below:
                continue
            summed = [sum(part[place] for part in below if part) for place in range(len(HOURS))]
            findings += [
                Finding(True, board, _where(unit, month, gender, age), _apart(name, number(reported), number(all_)))
                for name, reported, all_ in zip(HOURS, own, summed, strict=True)
                if abs(reported - all_) > _ROUNDING * len(below)
            ]
    return findings


def _organisation(records: Records, board: str) -> Organisation:
    return Organisation.of_rows(row for row in records["units"] if row["board"] == board)


def _where(unit: str, month: date, gender: str, age: str) -> str:
    return " ".join(part for part in ("absence", unit, f"{month:%Y-%m}", gender, age) if part)


def _apart(name: str, own: str, below: str) -> str:
    return _("{column} is {own} hours, but {below} in the sub-units together.").format(
        column=name, own=own, below=below
    )

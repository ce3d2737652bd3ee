"""Wholes that are not what their parts make together: each unit beside those right below it, at every level."""

from collections.abc import Iterator
from typing import Any

from lib.imports.cautions.beside_stored import StoredMatch, StoredRows, period_of, shown
from lib.rules.organisation import WHOLE, Organisation, Tree
from lib.tables.model import Observation
from lib.tables.records import Key, Record, key_of
from lib.words.language import _, decimals_of

_UNIT = Observation.key.index("unit")


def off_by(whole: float, parts: list[float], counted: bool) -> bool:
    """Whether parts differ from their whole by more than the rounding of their decimals explains.

    Whole numbers that are `counted` are not rounded at all.
    """
    decimals = max(map(decimals_of, [whole, *parts]))
    rounding = 0.0 if counted and not decimals else 0.5 * 10**-decimals * (len(parts) + 1)
    return abs(sum(parts) - whole) > rounding + 1e-9 * max(abs(whole), 1)


def sums(held: StoredRows) -> Iterator[StoredMatch]:
    """Figures of units that those right below them do not make together, where all of them are known."""
    organisation = Organisation.of_rows(held.stored.get("units", ()))
    if len(organisation.of_unit) < 2:
        return
    reported: set[Key] = set()
    for record, number in held.changed():
        if not held.adds_up(record["indicator"]):
            continue
        tree = organisation.on(record["period_end"])
        for whole in _wholes(tree, record["unit"]):
            key = _with_unit(key_of(Observation, record), whole)
            if key not in reported:
                reported.add(key)
                yield from _checked(held, key, tree, (record, number))


def _wholes(tree: Tree, unit: str) -> list[str]:
    """The units whose sum a figure of this unit is in: its own, and that of the unit above it."""
    above = tree.path(unit)
    return [unit, *([above[-2] if len(above) > 1 else WHOLE] if above else [])]


def _checked(held: StoredRows, key: Key, tree: Tree, first: tuple[Record, int]) -> Iterator[StoredMatch]:
    parts = [_with_unit(key, child) for child in tree.children.get(key[_UNIT], ())]
    now = [held.known(part) for part in (key, *parts)]
    if len(parts) < 2 or not _differs(held, now):
        return
    if not _differs(held, [held.before.get(part) for part in (key, *parts)]):  # else the board counts like that
        yield _caution_at(held, key, parts, first)


def _differs(held: StoredRows, rows: list[Record | None]) -> bool:
    known = [row["value"] for row in rows if row is not None]
    if len(known) < len(rows) or not rows[0]:
        return False
    return off_by(known[0], known[1:], held.indicators[rows[0]["indicator"]]["statistic"] == "count")


def _caution_at(held: StoredRows, key: Key, parts: list[Key], first: tuple[Record, int]) -> StoredMatch:
    """A caution at the whole, if it is in the file, or else at the part that was met first."""
    record, number = first
    if key in held.now and record["unit"] != key[_UNIT]:
        number = held.now[key]
        record = held.records[number]
    values: dict[str, Any] = {"value": shown(record["value"]), "period": period_of(record), "unit": _name(held, key)}
    if record["unit"] != key[_UNIT]:
        return record, number, _("The units' sum does not agree with {unit} ({value}, {period}).").format(**values)
    if all(part in held.now for part in parts):
        values["sum"] = shown(sum(held.records[held.now[part]]["value"] for part in parts))
        sentence = _("{value} for {period} is not the sum of the units, {sum}. Correct the sum or one of the units.")
        return record, number, sentence.format(**values)
    sentence = _("{value} for {period} is not what the units below make together, some of them as they are stored.")
    return record, number, sentence.format(**values)


def _name(held: StoredRows, key: Key) -> str:
    names = {row["unit"]: row["name"] for row in held.stored.get("units", ())}
    return names.get(key[_UNIT]) or _("the whole board")


def _with_unit(key: Key, unit: str) -> Key:
    return (*key[:_UNIT], unit, *key[_UNIT + 1 :])

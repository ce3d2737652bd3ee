"""Figures under another heading or name than before: figures of another time, units called something else."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lib.imports.cautions.beside_stored import StoredMatch, StoredRows, period_of, shown
from lib.imports.names import TITLE_OF
from lib.rules.time_shift import moved, where_of
from lib.tables.model import BY_NAME
from lib.tables.records import Record, Records, key_of
from lib.words.folding import fold
from lib.words.language import _, ngettext

# At least so many figures must match another time, or another unit, before the user is asked.
_FEWEST = 3
# The identity of a figure: indicator (or unit), first day, last day, value.
SeriesIdentity = tuple[Any, ...]


def shifted(held: StoredRows) -> Iterator[StoredMatch]:
    """Indicators of which most figures are those that stand at another time in the store."""
    if not held.before:
        return
    by_indicator: dict[str, list[tuple[Record, int]]] = defaultdict(list)
    known = {row["indicator"] for row in held.before.values()}
    for record, number in held.changed():
        if record["indicator"] in known:
            by_indicator[record["indicator"]].append((record, number))
    stored: dict[str, dict[Any, float]] = defaultdict(dict)
    for row in held.before.values():
        if row["indicator"] in by_indicator:
            stored[row["indicator"]][where_of(row)] = row["value"]
    for indicator, figures in by_indicator.items():
        after = {where_of(record): record["value"] for record, _number in figures}
        step, places = moved(stored[indicator], after, _FEWEST)
        if step:
            record, number = next(figure for figure in figures if where_of(figure[0]) in places)
            yield record, number, _of_another_time(held.name(indicator), record, step, len(figures))


def _of_another_time(name: str, record: Record, step: int, n: int) -> str:
    text = (
        _("Most of the {n} figures of {name}, such as {value} for {period}, are those of {time} earlier.")
        if step > 0
        else _("Most of the {n} figures of {name}, such as {value} for {period}, are those of {time} later.")
    )
    text += " " + _("Have the periods moved? Correct the headings, or accept the figures if they are right.")
    return text.format(n=n, name=name, value=shown(record["value"]), period=period_of(record), time=_length(abs(step)))


def _length(months: int) -> str:
    years, left = divmod(months, 12)
    text = ngettext("{n} month", "{n} months", months) if left else ngettext("{n} year", "{n} years", years)
    return text.format(n=months if left else years)


def renamed(records: Records, stored: Records) -> Iterator[tuple[str, StoredMatch]]:
    """Units and indicators that have another name in the file than in the store, each with its table."""
    for table in ("units", "indicators"):
        names = {key_of(BY_NAME[table], row): row["name"] for row in stored.get(table, ())}
        for number, record in enumerate(records.get(table, ())):
            old = names.get(key_of(BY_NAME[table], record), "")
            if old and fold(old) != fold(record[TITLE_OF[table]]):
                sentence = _(
                    "“{code}” is called “{old}” here, but “{new}” in the file. If it is read in, the name changes."
                )
                message = sentence.format(code=record[table[:-1]], old=old, new=record["name"])
                yield table, (record, number, message)


def unfamiliar(held: StoredRows) -> Iterator[StoredMatch]:
    """New units whose figures are those that a known unit has: probably the same unit with a new name."""
    known = {row["unit"]: row["name"] for row in held.stored.get("units", ())}
    new: dict[str, list[tuple[Record, int]]] = defaultdict(list)
    for record, number in held.new():
        if record["unit"] and record["unit"] not in known:
            new[record["unit"]].append((record, number))
    figures = StoredFigures(held.stored) if new else None
    for unit, rows in new.items():
        like = figures.like((identity_of(record, "unit") for record, _number in rows), "unit") if figures else ""
        if like:
            sentence = _(
                "The new unit “{new}” has the figures of “{old}”. If it is the same unit, write the code {code}."
            )
            record, number = rows[0]
            yield record, number, sentence.format(new=unit, old=known[like], code=like)


class StoredFigures:
    """The stored figures of a board, to recognise by them a unit or an indicator that is called something else."""

    def __init__(self, stored: Records) -> None:
        self._codes: dict[str, dict[SeriesIdentity, set[str]]] = {
            "unit": defaultdict(set),
            "indicator": defaultdict(set),
        }
        for row in stored.get("observations", ()):
            if row["value"] is not None:
                for name, codes in self._codes.items():
                    codes[identity_of(row, name)].add(row[name])

    def like(self, figures: Iterable[SeriesIdentity], name: str) -> str:
        """The one unit or indicator (`name`) that has most of these figures; '' where none has, or several have."""
        wanted = set(figures)
        codes = self._codes[name]
        votes = Counter(code for figure in wanted for code in codes.get(figure, ()) if code)
        best = votes.most_common(2)
        if not best or best[0][1] < _FEWEST or 2 * best[0][1] <= len(wanted):
            return ""
        return "" if len(best) > 1 and best[1][1] == best[0][1] else best[0][0]


def identity_of(record: Mapping[str, Any], name: str) -> SeriesIdentity:
    """The identity of a figure when its unit or its indicator (`name`) may be called something else."""
    other = "indicator" if name == "unit" else "unit"
    return record[other], record["period_start"], record["period_end"], record["value"]

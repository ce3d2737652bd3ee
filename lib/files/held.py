"""A file's figures beside those that are stored, which is what every check for strange figures looks at.

Sentences about them tell the file's own figures only: a stored one may be of a group too small to be shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lib.files.reading import Place
from lib.model import Observation
from lib.periods import Period
from lib.tables import Record, Records, key_of
from lib.words import decimals_of, number, period_name

Key = tuple[Any, ...]
# A row, where it stands, and what is strange about it.
Found = tuple[Record, Place, str]
# Statistics whose parts add up to the whole.
_MOST_DECIMALS = 6
ADDED = frozenset({"count", "sum"})


@dataclass(frozen=True)
class Held:
    """The figures of a file (`new`, with their places) and the rows of its board that are stored."""

    new: Sequence[tuple[Record, Place]]
    stored: Records

    @cached_property
    def before(self) -> dict[Key, Record]:
        """The stored observations that have a figure."""
        return {
            key_of(Observation, row): row for row in self.stored.get("observations", ()) if row["value"] is not None
        }

    @cached_property
    def now(self) -> dict[Key, Record]:
        """The file's figures."""
        return {key_of(Observation, record): record for record, _place in self.new}

    @cached_property
    def places(self) -> dict[Key, Place]:
        """Where the file's figures stand."""
        return {key_of(Observation, record): place for record, place in self.new}

    @cached_property
    def changed(self) -> list[tuple[Record, Place]]:
        """The figures that are not stored just so."""
        before = self.before
        if not before:
            return list(self.new)
        return [
            (record, place)
            for record, place in self.new
            if (old := before.get(key_of(Observation, record))) is None or old["value"] != record["value"]
        ]

    @cached_property
    def indicators(self) -> dict[str, Record]:
        """The stored indicators by their code."""
        return {row["indicator"]: row for row in self.stored.get("indicators", ())}

    def adds_up(self, indicator: str) -> bool:
        """Whether parts of this indicator's figures make a whole."""
        return indicator in self.indicators and self.indicators[indicator]["statistic"] in ADDED

    def name(self, indicator: str) -> str:
        """What an indicator is called."""
        return str(self.indicators[indicator]["name"]) if indicator in self.indicators else indicator


def shown(value: float) -> str:
    """A figure with the decimals that it has, also where there are more than are printed elsewhere."""
    return number(value, min(decimals_of(value), _MOST_DECIMALS))


def period_of(record: Record) -> str:
    """A figure's period in words."""
    return period_name(Period(record["period_start"], record["period_end"]))

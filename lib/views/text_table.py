"""A table of texts and statuses, before it stands on a page, a slide or in a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.views.statuses import Look


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell of a table: its text, a status if it is one, the address it leads to, and on a page a line below."""

    text: str
    look: Look | None = None
    address: str = ""
    note: str = ""

    @property
    def marked(self) -> str:
        """The text, after its icon if it is a status."""
        return f"{self.look.icon} {self.text}" if self.look else self.text

    @property
    def measured(self) -> str:
        """The text as a column is made for it: a status on one line."""
        return self.marked.replace(" ", "\u00a0") if self.look else self.text


def status(look: Look | None) -> TextCell:
    """A cell with a status, a dash where there is none."""
    return TextCell(look.word, look) if look else TextCell("–")


def shared_out(room: float, least: Sequence[float], wanted: Sequence[float]) -> list[float]:
    """The widths of columns in a room: the least of each, and of what is left each gets its share of what it lacks.

    Where nothing lacks, all grow evenly.
    """
    spare, lacking = room - sum(least), [max(want - low, 0.0) for want, low in zip(wanted, least, strict=True)]
    if sum(lacking) > spare:
        return [low + spare * lack / sum(lacking) for low, lack in zip(least, lacking, strict=True)]
    whole = [low + lack for low, lack in zip(least, lacking, strict=True)]
    return [width * room / sum(whole) for width in whole]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A whole table; a slide may show its first rows only."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[TextCell, ...], ...]

    @property
    def informative(self) -> "TextTable":
        """The table without the columns, but the first, that say nothing in any row."""
        columns = range(len(self.headings))
        places = [n for n in columns if n == 0 or any(row[n].text not in {"", "–"} for row in self.rows)]
        rows = tuple(tuple(row[n] for n in places) for row in self.rows)
        return TextTable(self.caption, tuple(self.headings[n] for n in places), rows)

    @property
    def measured(self) -> tuple[tuple[str, ...], ...]:
        """The headings and the rows as the columns are made for them."""
        return self.headings, *(tuple(cell.measured for cell in row) for row in self.rows)

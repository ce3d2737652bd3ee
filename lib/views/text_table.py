"""A table of texts and statuses, before it stands on a page, a slide or in a document."""

from dataclasses import dataclass

from lib.views.statuses import Look


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell of a table: its text, a status if it is one, and the address it leads to."""

    text: str
    look: Look | None = None
    address: str = ""

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


@dataclass(frozen=True, slots=True)
class TextTable:
    """A whole table; a slide may show its first rows only."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[TextCell, ...], ...]

    @property
    def measured(self) -> tuple[tuple[str, ...], ...]:
        """The headings and the rows as the columns are made for them."""
        return self.headings, *(tuple(cell.measured for cell in row) for row in self.rows)

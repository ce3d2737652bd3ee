"""The first rows of a table of a file that could not be read."""

from html import escape

from lib.imports.result import Unknown
from lib.web.pages import parts


def sample(table: Unknown) -> str:
    """The first rows of a table that could not be read, to recognise it by."""
    width = max([len(table.headings), *map(len, table.sample)])
    headings = [*table.headings, *[""] * width][:width]
    rows = [[escape(cell) for cell in [*row, *[""] * width][:width]] for row in table.sample]
    grid = parts.table([heading or "–" for heading in headings], rows, caption=table.sheet, css_class="mb-sample")
    return _scrolled(grid, table.sheet)


def _scrolled(grid: str, name: str) -> str:
    return f'<div class="mb-scroll" tabindex="0" role="region" aria-label="{escape(name)}">{grid}</div>'

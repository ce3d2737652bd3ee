"""A workbook as it was read, packed to be kept while its user answers what it means.

Reading takes the rows out of a workbook as it goes, so each reading unpacks its own.
"""

import pickle
import zlib
from dataclasses import dataclass

from lib.imports.workbook.read import Workbook

# A larger one is parsed again instead: packing it takes as long, and its user's session holds it.
MOST_CELLS_KEPT = 1_000_000


@dataclass(frozen=True, slots=True)
class PackedWorkbook:
    """A workbook in a tenth of its memory, or less."""

    content: bytes

    def unpacked(self) -> Workbook:
        """The workbook, a new one each time."""
        book: Workbook = pickle.loads(zlib.decompress(self.content))  # noqa: S301 - packed below, and never stored
        return book


def packed(book: Workbook) -> PackedWorkbook | None:
    """The workbook packed; None where it is too large to keep."""
    if sum(len(row) for sheet in book.sheets for row in sheet.rows) > MOST_CELLS_KEPT:
        return None
    return PackedWorkbook(zlib.compress(pickle.dumps(book), level=1))

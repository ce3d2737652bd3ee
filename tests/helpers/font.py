"""The widths of the font's letters, read from its file: `python -m tests.helpers.font` writes the table again."""

import csv
from math import ceil

from fontTools.ttLib import TTFont

from lib.charts import font

HEADINGS = ["code", "regular", "bold"]


def widths() -> list[list[str]]:
    """Every character of the font with its width at weight 400 and 700, in thousandths of its size, rounded up."""
    file = TTFont(font.file())
    letters, high = file.getBestCmap(), file["head"].unitsPerEm
    regular, bold = (file.getGlyphSet(location={"wght": weight}) for weight in (400, 700))
    return [
        [f"{code:04x}", *(str(ceil(1000 * round(of[name].width, 3) / high)) for of in (regular, bold))]
        for code, name in sorted(letters.items())
    ]


if __name__ == "__main__":
    with font.WIDTHS.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([HEADINGS, *widths()])

"""What is made of the font's file: `python -m tests.helpers.font` writes the widths of its letters and its part again.

The part has the letters that Swedish pages use. Its name is another, as the font's licence (OFL, with the reserved name
'Source') asks of what is changed.
"""

import csv
from math import ceil
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from lib.charts import font

HEADINGS = ["code", "regular", "bold"]
# Latin with its marks, and the signs of Swedish and English text and figures.
LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "‐‑‒–—‘’‚“”„•…‰′″€−→←↑↓≠≤≥≈\u2009\u202f™"))
FEATURES = ("kern", "liga", "tnum", "lnum", "ccmp", "locl", "mark", "mkmk")
NAMES = {1: font.PART_FAMILY, 4: font.PART_FAMILY, 6: font.PART_FAMILY.replace(" ", "")}
KEPT_NAMES = (0, 1, 2, 4, 5, 6, 13, 14)  # of them the copyright and the licence


def widths(path: Path | None = None) -> list[list[str]]:
    """Every character of a font, the whole one if none is named: its width at weight 400 and 700.

    In thousandths of its size, rounded up.
    """
    file = TTFont(path or font.file())
    letters, high = file.getBestCmap(), file["head"].unitsPerEm
    regular, bold = (file.getGlyphSet(location={"wght": weight}) for weight in (400, 700))
    return [
        [f"{code:04x}", *(str(ceil(1000 * round(of[name].width, 3) / high)) for of in (regular, bold))]
        for code, name in sorted(letters.items())
    ]


def part() -> TTFont:
    """The part of the font."""
    file = TTFont(font.file())
    options = Options(flavor="woff2", layout_features=list(FEATURES), name_IDs=list(KEPT_NAMES), hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(file)
    for place, name in NAMES.items():
        file["name"].setName(name, place, 3, 1, 0x409)
    file.flavor = "woff2"
    return file


if __name__ == "__main__":
    part().save(font.PART)
    with font.WIDTHS.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([HEADINGS, *widths()])

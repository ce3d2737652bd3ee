"""The font that everything is drawn in, Source Sans, and how wide its letters are.

The file comes with Streamlit, whose pages are written in it; slides, followers' pages and documents bring it along, so
that words are as wide everywhere as they are measured here. The widths are kept as a table, since reading them takes a
library and a while: `python -m tests.helpers.font` writes it, and a test compares it with the file. It also makes the
part of the font that pages ask for first, so that the first words stand as they will stay.
"""

import csv
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# The letters that pages need, in a file small enough to be there with the style sheet (28 kB of 170).
PART = Path(__file__).with_name("malbild_sans.woff2")
PART_FAMILY = "Malbild Sans"
FAMILY = '"Source Sans", system-ui, sans-serif'
WIDTHS = Path(__file__).with_name("source_sans.csv")
# Of what the font lacks, and another one writes: as wide as a letter is high.
UNKNOWN = 1.0


def _read() -> list[tuple[str, float, float]]:
    with WIDTHS.open(encoding="utf-8", newline="") as rows:
        _headings, *lines = csv.reader(rows)
    return [(chr(int(code, 16)), int(regular) / 1000, int(bold) / 1000) for code, regular, bold in lines]


# By letter, of a font that is 1 high: weight 400, and 700 for what is bold (600 is narrower).
REGULAR = {letter: regular for letter, regular, _bold in _read()}
BOLD = {letter: bold for letter, _regular, bold in _read()}


@cache
def file() -> Path:
    """The font's file, all its weights in one. Streamlit is found by name and not loaded."""
    package = find_spec("streamlit")
    folders = [Path(folder) for folder in (package and package.submodule_search_locations) or ()]
    [upright] = [path for folder in folders for path in folder.glob("static/static/media/SourceSansVF-Upright*.woff2")]
    return upright

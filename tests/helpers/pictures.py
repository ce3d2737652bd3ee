"""Stored pictures of pages, and how far a page may be from its own.

A picture is grey and a quarter as wide and high: each of its cells is the mean of 4 x 4 pixels, so that the edges of
letters, which browsers smooth in ways of their own, count for little. Cells that differ by more than `LEVELS` of 256
are counted, and `CELLS` of them are allowed: the letters of half a short word are more.
`make pictures` stores them anew; look at what git says has changed.
"""

import os
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

FOLDER = Path(__file__).parents[1] / "pictures"
SMALLER = 4
LEVELS = 40
CELLS = 24
# Sixteen greys are enough to tell cells apart, and a third of the bytes.
STEP = 17
RENEW = "RENEW_PICTURES"


def small(png: bytes) -> Image.Image:
    """A screen's picture, as it is stored."""
    grey = Image.open(BytesIO(png)).convert("L")
    reduced = grey.resize((grey.width // SMALLER, grey.height // SMALLER), Image.Resampling.BOX)
    return reduced.point([round(level / STEP) * STEP for level in range(256)])


def cells_off(seen: Image.Image, stored: Image.Image) -> int:
    """How many cells differ; all of them where the pictures are of different sizes."""
    if seen.size != stored.size:
        return seen.width * seen.height
    difference = np.abs(np.asarray(seen, int) - np.asarray(stored, int))
    return int((difference > LEVELS).sum())


def faults(name: str, png: bytes) -> list[str]:
    """What is wrong with a picture held against the stored one of its name; what was seen is kept beside it."""
    path, seen = FOLDER / f"{name}.png", small(png)
    if os.environ.get(RENEW):
        _write(seen, path)
    if not path.exists():
        return [f"{name} has no stored picture"]
    off = cells_off(seen, Image.open(path).convert("L"))
    if off <= CELLS:
        return []
    _write(seen, path.with_suffix(".seen.png"))
    return [f"{name}: {off} cells of 4 x 4 pixels differ, see {path.name} and {path.stem}.seen.png in {FOLDER.name}"]


def _write(picture: Image.Image, path: Path) -> None:
    """Few greys make a small file."""
    picture.quantize(16).save(path, optimize=True)

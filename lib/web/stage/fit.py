"""Making words fit a box on a slide: the largest size at which they do, and an ellipsis where none is small enough.

Sizes and rooms are in units of a slide that is 1080 high, where nothing is written smaller than 24.
"""

from collections.abc import Sequence

from lib.charts.svg import plain_words, text_width, wrap

SMALLEST = 24


def fit(words: str, room: float, lines: int, sizes: Sequence[int], *, bold: bool = False) -> tuple[int, str]:
    """The largest of some sizes (in falling order) at which the words take so few lines, and the words that do.

    A word is broken only where it is too long for a line at the smallest size.
    """
    for size in sizes:
        whole = all(text_width(word, size, bold=bold) <= room for word in plain_words(words))
        if len(wrap(words, room, size, bold=bold)) <= lines and (whole or size == sizes[-1]):
            return size, words
    return sizes[-1], cut(words, room, lines, sizes[-1], bold=bold)


def cut(words: str, room: float, lines: int, size: int, *, bold: bool = False) -> str:
    """The words that so many lines of this size hold, with an ellipsis after if they are not all.

    Whole words are left out, so that no figure loses its last digits; letters only of one that fills its line alone.
    """
    split = wrap(words, room, size, bold=bold)
    if len(split) <= lines:
        return words
    *before, last = split[:lines]
    while last and text_width(f"{last}…", size, bold=bold) > room:
        last = last.rpartition(" ")[0] or last[:-1]
    return " ".join([*before, last]).rstrip(" ,.;:-") + "…"


def height(words: str, room: float, size: int, line: float, *, bold: bool = False) -> float:
    """The height of the words in a column of this width, a line being so many times their size."""
    return wrapped(words, room, size, bold=bold) * size * line


def wrapped(words: str, room: float, size: int, *, bold: bool = False) -> int:
    """The number of lines that the words take."""
    return len(wrap(words, room, size, bold=bold))

"""The widths of texts in Office files, and how the columns of a table share its width by them.

Office files cannot bring a font along: they are written in Arial, which every Office has and others have an equal of.
"""

from collections.abc import Sequence

from lib.views.text_table import shared_out

# About the widths of Arial's letters, of a font that is 1 high.
_LETTERS = (
    ("iïjl|.,:;'’!()[]/\\-‐", 0.31),
    ("\u00a0 ftrI", 0.33),
    ("csvxyzkJ?°", 0.53),
    ("ABDEFGHKLNOPQRSTUVXYZÅÄÖ&", 0.74),
    ("mMwW%@—…", 0.95),
)
_ARIAL = {letter: width for letters, width in _LETTERS for letter in letters}
_OTHERS, _BOLD = 0.6, 1.06
# Room for estimates that are only about right, and for fonts that stand in for Arial.
WIDER = 1.1
LONGEST_WORD, WIDEST = 110.0, 720.0  # that a column is made for, in points
LONGER = 1.5  # than the mean, that a column is made for


def arial_width(words: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is in Arial, rather too much than too little."""
    return sum(_ARIAL.get(letter, _OTHERS) for letter in words) * size * WIDER * (_BOLD if bold else 1)


def column_widths(rows: Sequence[Sequence[str]], width: float, size: float, padding: float) -> list[float]:
    """The columns' widths in points, those of padding on both sides included; the first row is the headings.

    In proportion to the texts that they mostly have, no longest one taking it all, no word parted while there is room.
    """
    least, wanted = _needs(rows, size)
    room = width - 2 * padding * len(wanted)
    if sum(least) > room:
        return [low * room / sum(least) + 2 * padding for low in least]
    return [column + 2 * padding for column in shared_out(room, least, wanted)]


def has_room(rows: Sequence[Sequence[str]], width: float, size: float, padding: float) -> bool:
    """Whether no word of a table's columns is parted in so many points."""
    least, _wanted = _needs(rows, size)
    return sum(least) + 2 * padding * len(least) <= width


def _needs(rows: Sequence[Sequence[str]], size: float) -> tuple[list[float], list[float]]:
    """The least width of each column, its longest word's, and the width that it would rather have."""
    wanted, least = [], []
    for texts in zip(*rows, strict=True):
        words = [word for text in texts for word in text.split(" ")]
        longest = max((arial_width(word, size, bold=True) for word in words), default=0.0)
        least.append(min(longest + 0.5, LONGEST_WORD))  # a hair more, so that rounding parts no word
        widths = [arial_width(text, size, bold=True) for text in texts]
        typical = max(sum(widths) / len(widths) * LONGER, widths[0])
        wanted.append(min(max(widths), typical, WIDEST))
    return least, wanted

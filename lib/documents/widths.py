"""How the columns of a table share its width, by what stands in them."""

from collections.abc import Sequence

from lib.charts.svg import text_width

# Fonts other than the one measured may be so much wider.
WIDER = 1.06
LONGEST_WORD, WIDEST = 110.0, 360.0  # that a column is made for, in points


def column_widths(rows: Sequence[Sequence[str]], width: float, size: float, padding: float) -> list[float]:
    """The columns' widths in points, those of padding on both sides included; the first row is the headings.

    In proportion to their texts, no longest one taking it all, no word parted as long as there is room.
    """
    wanted, least = [], []
    for texts in zip(*rows, strict=True):
        words = [word for text in texts for word in text.split(" ")]
        longest = WIDER * max((text_width(word, size, bold=True) for word in words), default=0.0)
        least.append(min(longest + 0.5, LONGEST_WORD))  # a hair more, so that rounding parts no word
        wanted.append(min(WIDER * max(text_width(text, size, bold=True) for text in texts), WIDEST))
    room = width - 2 * padding * len(wanted) - sum(least)
    more = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    share = room / (sum(more) or 1.0)
    return [need + extra * share + 2 * padding for need, extra in zip(least, more, strict=True)]

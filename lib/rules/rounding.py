"""With how many decimals a figure is shown, and how many it takes for two figures and their difference to add up."""

from decimal import ROUND_HALF_EVEN, Decimal

from lib.rules.targets import decimal_sum

MOST_PRINTED = 2
"""Documents print so many decimals at most; what has more is a register's unrounded value."""
MOST_DECIMALS = 10


def shortest(value: float) -> str:
    """A stored figure as it was given, decimal point and no exponent: 66.27 -> '66.27', 7.0 -> '7'."""
    text = format(Decimal(str(round(value, MOST_DECIMALS) + 0.0)), "f")  # adding zero makes 0 of -0
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals_of(value: float) -> int:
    """The number of decimals a stored figure was given with: 66.27 -> 2, 7.0 -> 0."""
    return len(shortest(value).partition(".")[2])


def decimals_shown(value: float, decimals: int) -> int:
    """The number of decimals a figure is written with: as it was given, but at least so many."""
    given = decimals_of(value)
    return max(decimals, given) if given <= MOST_PRINTED else decimals


def as_shown(value: float, decimals: int) -> Decimal:
    """The number that is written for a figure."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals_shown(value, decimals)), ROUND_HALF_EVEN)


def decimals_that_add_up(figure: float, other: float, decimals: int) -> int:
    """The fewest decimals, from `decimals` up, with which two figures and their difference tell the same story.

    The difference written is then that of the figures written, and nothing is written as zero that is not.
    """
    gap = decimal_sum(figure, -other)
    for enough in range(decimals, MOST_DECIMALS):
        written = as_shown(gap, enough)
        if as_shown(figure, enough) - as_shown(other, enough) == written and bool(written) == bool(gap):
            return enough
    return MOST_DECIMALS


def decimals_that_show(value: float, decimals: int) -> int:
    """The fewest decimals, from `decimals` up, with which a figure that is not zero is not written as zero."""
    return next((n for n in range(decimals, MOST_DECIMALS) if as_shown(value, n) or not value), MOST_DECIMALS)

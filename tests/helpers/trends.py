"""Yearly figures in order or with some pairs the wrong way, and short names of directions and reasons."""

from hypothesis import settings

from lib.rules.yearly_trend import Direction, DirectionReason

IMPROVING, WORSENING, RISING, FALLING, UNCLEAR, TOO_FEW = Direction
HOLDS, CHANCE, ONE_YEAR, EQUAL = list(DirectionReason)[:4]
QUICK = settings(deadline=None, max_examples=80)


def order(n, discordant):
    """The numbers 1 to n, rising but for so many pairs."""
    left, numbers = list(range(1, n + 1)), []
    while left:
        place = min(discordant, len(left) - 1)
        discordant -= place
        numbers.append(left.pop(place))
    return numbers


def from_2010(*figures):
    return list(enumerate(figures, 2010))

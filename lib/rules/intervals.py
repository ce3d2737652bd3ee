"""The interval of a figure: the bounds of its true value, from a share of counted people or from the source.

A share of forty answers is not the share of everybody, and one of twelve cases would be another next year by chance
alone. The interval is E. B. Wilson's score interval (Journal of the American Statistical Association 22, 1927), which
keeps within 0 and 100 and holds also for few and near the ends.
"""

import math
from statistics import NormalDist

from lib.rules.rare import part_of

CONFIDENCE = 0.95
FEW = 30
"""Shares of fewer than this are too uncertain to be read without their interval (J. D. Parker and others, National
Center for Health Statistics Data Presentation Standards for Proportions, 2017)."""


def wilson(events: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The score interval of a share in percent; `of` is above zero.

    >>> [round(end, 1) for end in wilson(81, 263)]
    [25.5, 36.6]
    """
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share = events / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    low = 0.0 if events == 0 else 100 * (middle - reach)
    high = 100.0 if events == of else 100 * (middle + reach)
    return low, high


def share_interval(percent: float, count: int | None, decimals: int) -> tuple[float, float] | None:
    """The interval of a share of `count` people; None where it is not a share of so many, or not of few."""
    part = part_of(percent, count, decimals)
    return wilson(part.events, part.of) if part and part.of < FEW else None

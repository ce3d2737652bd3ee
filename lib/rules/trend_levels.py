"""The probability below which a trend of years is not taken for chance, by the number of years.

Years resemble the years before them: the same children, the same staff, the same agreements. Mann and Kendall's test
takes them for independent, and where each has a correlation of 0.5 with the one before it claims a trend in 5 % of
series of five years without any, and in more than 20 % of those of fifteen or more. The correlation of so few years
cannot be estimated, which corrections of the variance need (Hamed and Rao, Journal of Hydrology 204, 1998; Yue and
Wang, Water Resources Management 18, 2004), so these are the largest p that at most 4.7 % of such series reach, found
by simulation of 100,000 of each length (`python -m bench.trend_levels`). The price is paid by years that do not
resemble each other: a rise of three standard deviations over ten of them is found in 3 series of 10 instead of 7.
"""

LEVELS = {
    5: 0.01667,
    6: 0.00278,
    7: 0.00278,
    8: 0.00551,
    9: 0.00589,
    10: 0.00469,
    11: 0.00311,
    12: 0.00318,
    13: 0.00268,
    14: 0.00302,
    15: 0.00286,
    16: 0.00237,
    17: 0.00246,
    18: 0.00224,
    19: 0.00186,
    20: 0.00184,
    21: 0.00208,
    22: 0.00171,
    23: 0.00162,
    24: 0.00173,
    25: 0.00169,
    26: 0.00155,
    27: 0.00157,
    28: 0.00149,
    29: 0.00155,
    30: 0.00151,
}
OF_MORE = 0.0008
"""Of more years than the table has; of 60 years 0.0009 would do."""
_ROUNDED = 1e-5


def is_trend(p: float, years: int) -> bool:
    """Whether an order of so many years with this probability is more than chance gives."""
    return p < LEVELS.get(years, OF_MORE) + _ROUNDED

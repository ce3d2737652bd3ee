"""The absence of a board without hours: the figures that its documents and Kolada give, as they are."""

from lib.views.board import BoardData

_WORDS = ("sjukfranvaro", "frisk")
_KOLADA = frozenset({"N00090"})


def indicators(data: BoardData) -> list[str]:
    """The indicators about absence or healthy attendance that have figures; those of documents first."""
    about = [
        indicator
        for indicator in data.indicators.values()
        if indicator.kolada in _KOLADA or any(word in indicator.code for word in _WORDS)
    ]
    matches = [indicator for indicator in about if any(series.points for series in data.of_indicator(indicator.code))]
    return [indicator.code for indicator in sorted(matches, key=lambda indicator: bool(indicator.kolada))]

"""The absence of a board without hours: the figures that its documents and Kolada give, as they are."""

from lib.views.board import BoardData

_WORDS = ("sjukfranvaro", "frisk")
_KOLADA = frozenset({"N00090"})


def indicators(data: BoardData) -> list[str]:
    """The indicators about absence or healthy attendance that have figures; those of documents first."""
    about = [
        one for one in data.indicators.values() if one.kolada in _KOLADA or any(word in one.code for word in _WORDS)
    ]
    matches = [one for one in about if any(series.points for series in data.of_indicator(one.code))]
    return [one.code for one in sorted(matches, key=lambda one: bool(one.kolada))]

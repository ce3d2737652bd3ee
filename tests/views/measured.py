"""A goal with one indicator, and its row on the start page."""

from lib.views.board import BoardData
from lib.views.overview import overview
from tests.helpers.rows import goal, goal_indicator, indicator, target, unit
from tests.helpers.seeded import read


def measured(*figures: dict, **rows) -> BoardData:
    """A goal with the indicator 'i' and its figures; at most 5 % where no other targets are given."""
    standing = {
        "goals": [goal()],
        "indicators": [indicator()],
        "goal_indicators": [goal_indicator()],
        "targets": [target(value=5.0)],
        "units": [unit(unit="u"), unit(unit="v")],
        "observations": list(figures),
    }
    return read(**standing | rows)


def one_row(data: BoardData, **choice):
    (row,) = overview(data, **choice).rows
    return row

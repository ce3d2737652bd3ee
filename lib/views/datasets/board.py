"""A whole board as tables for other programs: all that its pages show, and nothing that they hide."""

from collections.abc import Iterator

from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.datasets.dataset import Dataset, Field, Layout
from lib.views.datasets.figures import ABOUT, about, figures, targets
from lib.views.datasets.goals import goals, verdicts
from lib.views.datasets.sources import sources
from lib.views.figures import source_text
from lib.views.overview import goal_row, in_page_order
from lib.words.language import N_

AREAS = Layout("areas", N_("Areas"), (*ABOUT, Field("area", N_("Area")), Field("name", N_("Name"))))
UNITS = Layout(
    "units",
    N_("Units"),
    (
        *ABOUT,
        Field("unit", N_("Unit")),
        Field("parent", N_("Part of")),
        Field("name", N_("Name")),
        Field("kind", N_("Kind")),
        Field("valid_from", N_("Valid from"), "date"),
        Field("valid_to", N_("Valid to"), "date"),
    ),
)
INDICATORS = Layout(
    "indicators",
    N_("Indicators"),
    (
        *ABOUT,
        Field("indicator", N_("Indicator")),
        Field("area", N_("Area")),
        Field("name", N_("Name")),
        Field("definition", N_("Definition")),
        Field("unit_of_measure", N_("Unit of measure")),
        Field("decimals", N_("Decimals"), "integer"),
        Field("better", N_("Better")),
        Field("kolada", N_("Kolada")),
        Field("minimum_group", N_("Smallest group"), "integer"),
        Field("source", N_("Source")),
    ),
)
GOAL_INDICATORS = Layout(
    "goal-indicators",
    N_("Indicators of goals"),
    (*ABOUT, Field("goal", N_("Goal")), Field("indicator", N_("Indicator"))),
)


def whole_board(data: BoardData) -> Iterator[Dataset]:
    """Every table of a board, as its pages show it without a filter."""
    there, order = about(data), in_page_order(data)
    yield AREAS.of((*there, row.area, row.name) for row in data.areas.values())
    yield UNITS.of(
        (*there, row.unit, row.parent, row.name, row.kind, row.valid_from, row.valid_to) for row in data.units.values()
    )
    yield goals(data, (goal_row(data, data.goals[code], None, "T") for code in order))
    yield INDICATORS.of(
        (
            *there,
            row.code,
            row.area,
            row.name,
            row.definition,
            row.unit_of_measure,
            row.decimals,
            row.better,
            row.kolada,
            row.minimum_group,
            source_text(data, row.source, row.locator),
        )
        for row in data.indicators.values()
    )
    yield GOAL_INDICATORS.of((*there, goal, code) for goal in order for code in data.goal_indicators.get(goal, ()))
    yield targets(data, data.series.values())
    yield figures(data, data.series.values())
    yield verdicts(data, order)
    yield sources(data, Choice(board=data.code))

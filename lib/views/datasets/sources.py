"""The sources of a board and what each of them gave, as a table for other programs."""

from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.datasets.dataset import Dataset, Field, Layout
from lib.views.datasets.figures import ABOUT, about
from lib.views.sources import given
from lib.words.language import N_

SOURCES = Layout(
    "sources",
    N_("Sources"),
    (
        *ABOUT,
        Field("source", N_("Source")),
        Field("title", N_("Title")),
        Field("kind", N_("Kind")),
        Field("date", N_("Date"), "date"),
        Field("reference", N_("Reference")),
        Field("note", N_("Note")),
        Field("goals", N_("Goals"), "integer"),
        Field("indicators", N_("Indicators"), "integer"),
        Field("targets", N_("Targets"), "integer"),
        Field("figures", N_("Figures"), "integer"),
        Field("verdicts", N_("Verdicts"), "integer"),
    ),
)


def sources(data: BoardData, choice: Choice) -> Dataset:
    """Every source of the board."""
    return SOURCES.of(
        (
            *about(data),
            row.source.source,
            row.source.title,
            row.source.kind,
            row.source.date,
            row.source.reference,
            row.source.note,
            row.goals,
            row.indicators,
            row.targets,
            row.figures,
            row.verdicts,
        )
        for row in given(data, choice.year, choice.gender)
    )

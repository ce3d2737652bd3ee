"""The figures of series, and the targets that they are held against, as tables for other programs."""

from collections.abc import Iterable, Iterator

from lib.rules.series import OUTCOME, Point, Series
from lib.views.board import BoardData
from lib.views.datasets.dataset import Dataset, Field, Layout, Value
from lib.views.figures import source_text
from lib.words.language import N_
from lib.words.targets import target_text

ABOUT = (
    Field("board", N_("Board")),
    Field("example_data", N_("Made-up example data"), "boolean"),
)
_SERIES = (
    Field("indicator", N_("Indicator")),
    Field("indicator_name", N_("The indicator’s name")),
    Field("unit", N_("Unit")),
    Field("unit_name", N_("The unit’s name")),
    Field("gender", N_("Gender")),
)
FIGURES = Layout(
    "figures",
    N_("Figures"),
    (
        *ABOUT,
        *_SERIES,
        Field("period_start", N_("Period from"), "date"),
        Field("period_end", N_("Period to"), "date"),
        Field("kind", N_("Kind of figure")),
        Field("value", N_("Value"), "number"),
        Field("lower", N_("Lower"), "number"),
        Field("upper", N_("Upper"), "number"),
        Field("qualifier", N_("Precision")),
        Field("unit_of_measure", N_("Unit of measure")),
        Field("status", N_("Status of the figure")),
        Field("target", N_("Target")),
        Field("level", N_("Status")),
        Field("note", N_("Note")),
        Field("source", N_("Source")),
    ),
)
TARGETS = Layout(
    "targets",
    N_("Targets"),
    (
        *ABOUT,
        *_SERIES,
        Field("valid_from", N_("Valid from"), "date"),
        Field("valid_to", N_("Valid to"), "date"),
        Field("rule", N_("Rule")),
        Field("value", N_("Value"), "number"),
        Field("upper", N_("Upper"), "number"),
        Field("near", N_("Near"), "number"),
        Field("baseline_start", N_("Baseline from"), "date"),
        Field("baseline_end", N_("Baseline to"), "date"),
        Field("note", N_("Note")),
        Field("source", N_("Source")),
    ),
)


def figures(data: BoardData, series: Iterable[Series]) -> Dataset:
    """Every observation of some series, oldest first within each; what is not shown has its reason as status."""
    return FIGURES.of(_figure(data, line, point) for line in series for point in line.points)


def targets(data: BoardData, series: Iterable[Series]) -> Dataset:
    """Every target of some series, of their own."""
    return TARGETS.of(row for line in series for row in _targets(data, line))


def about(data: BoardData) -> tuple[Value, Value]:
    """The first columns of every table."""
    return data.code, data.is_example


def _series(line: Series) -> tuple[Value, ...]:
    return line.about.code, line.about.name, line.unit, line.unit_name, line.gender


def _figure(data: BoardData, line: Series, point: Point) -> tuple[Value, ...]:
    measure = point.measure
    judged = line.judge(point) if point.kind == OUTCOME and point.is_known else None
    held = judged if judged and judged.span else None
    return (
        *about(data),
        *_series(line),
        point.period.start,
        point.period.end,
        point.kind,
        measure.value if measure else None,
        measure.lower if measure else None,
        measure.upper if measure else None,
        measure.qualifier.value if measure else "",
        line.about.unit_of_measure,
        point.status,
        target_text(held.span, line.about) if held else "",
        held.judgement.level.value if held else "",
        point.note,
        source_text(data, point.source, point.locator),
    )


def _targets(data: BoardData, line: Series) -> Iterator[tuple[Value, ...]]:
    for span in line.targets:
        if span.inherited or span.gender != line.gender:
            continue
        yield (
            *about(data),
            *_series(line),
            span.valid_from,
            span.valid_to,
            span.target.rule.value,
            span.target.value,
            span.target.upper,
            span.target.near,
            span.baseline.start if span.baseline else None,
            span.baseline.end if span.baseline else None,
            span.note,
            source_text(data, span.source, span.locator),
        )

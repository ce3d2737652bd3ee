"""A chart as columns of figures, as programs that draw charts themselves want it: a row a period, a column a line.

The targets are columns of their own, so that they are lines in the chart and figures in its table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from lib.charts.chart import Chart, Mark, TargetStep, Trace
from lib.charts.style import LIGHT, Style, styles, whole_year
from lib.words.language import _

# A longer hole in the figures is drawn as one of this many empty periods.
_LONGEST_HOLE = 12


@dataclass(frozen=True, slots=True)
class Column:
    """One line of a chart: a value or a hole for each row. `joined` is True where a line goes between the values."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    symbol: str
    dashed: bool
    joined: bool = True
    target: bool = False


@dataclass(frozen=True, slots=True)
class ChartColumns:
    """A chart's rows (period names) and columns: figures first, then targets."""

    labels: tuple[str, ...]
    columns: tuple[Column, ...]


def columns_of(chart: Chart) -> ChartColumns:
    """The chart as rows and columns. Missing periods are rows without figures, so that time is not drawn shorter."""
    places = dict(_places(chart))
    traces = zip(chart.traces, styles(chart), strict=True)
    figures = [column for trace, look in traces for column in _figures(trace, look, list(places))]
    return ChartColumns(tuple(places.values()), (*figures, *_targets(chart.steps, list(places))))


def _places(chart: Chart) -> Iterator[tuple[float, str]]:
    labels = {mark.x: mark.label for mark in chart.marks}
    order = sorted(labels)
    step = median_low([b - a for a, b in pairwise(order)]) if len(order) > 1 else 1.0
    yearly = chart.yearly and all(whole_year(mark) for mark in chart.marks)
    if yearly:
        step = 1.0
    for x, following in pairwise([*order, order[-1]]):
        yield x, labels[x]
        for n in range(1, min(round((following - x) / step), _LONGEST_HOLE)):
            yield x + n * step, str(int(x + n * step)) if yearly else ""


def _figures(trace: Trace, look: Style, places: Sequence[float]) -> Iterator[Column]:
    """A trace as a column; one of ranges as two, the lowest and the highest."""
    marks = {mark.x: mark for mark in trace.marks}
    colour, dashed = LIGHT[look.colour].lstrip("#").upper(), bool(look.dash)
    plain = tuple(_value(marks.get(x)) for x in places)
    if any(value is not None for value in plain):
        yield Column(trace.name, plain, colour, look.symbol, dashed)
    for pattern, end in ((_("{name}, lowest"), "low"), (_("{name}, highest"), "high")):
        ends = tuple(getattr(marks[x], end) if x in marks else None for x in places)
        if any(value is not None for value in ends):
            yield Column(pattern.format(name=trace.name), ends, colour, "dash", dashed, joined=False)


def _value(mark: Mark | None) -> float | None:
    return None if mark is None or mark.low is not None else mark.y


def _targets(steps: Sequence[TargetStep], places: Sequence[float]) -> Iterator[Column]:
    """The targets in as few columns as do not overlap; a band is two columns."""
    lanes: list[list[TargetStep]] = []
    for step in steps:
        lane = next((lane for lane in lanes if not any(_meet(step, other, places) for other in lane)), None)
        if lane is None:
            lanes.append([step])
        else:
            lane.append(step)
    for lane in lanes:
        texts = {step.text for step in lane}
        name = _("target: {target}").format(target=texts.pop()) if len(texts) == 1 else _("target")
        yield from _lane(name, lane, places)


def _lane(name: str, lane: Sequence[TargetStep], places: Sequence[float]) -> Iterator[Column]:
    for end in ("y", "upper"):
        values = tuple(next((getattr(step, end) for step in lane if step.x0 <= x <= step.x1), None) for x in places)
        levels = {value for value in values if value is not None}
        if levels:
            yield Column(name, values, "111111", "dash", dashed=True, joined=len(levels) == 1, target=True)


def _meet(step: TargetStep, other: TargetStep, places: Sequence[float]) -> bool:
    both_bands = (step.upper is None) == (other.upper is None)
    return not both_bands or any(step.x0 <= x <= step.x1 and other.x0 <= x <= other.x1 for x in places)

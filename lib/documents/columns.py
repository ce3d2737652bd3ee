"""A chart as columns of figures, as programs that draw charts themselves want it: a row a period, a column a line.

The targets, the limits of usual variation, the marked months and the events are columns of their own, so that they are
lines and signs in the chart and named below it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import median_low

from lib.charts.axes import value_axis
from lib.charts.background import EventMark, Gap, Process
from lib.charts.chart import Chart, Mark, TargetStep, Trace
from lib.charts.legend import step_years
from lib.charts.style import LIGHT, Style, styles, whole_year
from lib.words.language import _

# A longer hole in the figures is drawn as one of this many empty periods.
_LONGEST_HOLE = 12
# Targets that follow each other are named with their years as long as there are no more than these.
_MOST_NAMED = 3
_DASHES = {"forecast": "sysDash", "budget": "sysDot", "plan": "dashDot"}
_GAPS = {"missed": "C6320A", "nearly": "F7C02B"}
INK, QUIET = "111111", "5A6672"


class Role(StrEnum):
    """What a column is in the chart."""

    FIGURES = "figures"
    ENDS = "ends"
    TARGET = "target"
    LIMIT = "limit"
    MARKED = "marked"
    EVENT = "event"
    BREAK = "break"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Column:
    """One line of a chart: a value or a hole for each row. `joined` is True where a line goes between the values.

    `named`: the legend names it; the further pieces of a line that is broken are not named again. `kind` is that of
    figures, and `down` how far a gap goes from its figure to the limit, below 0 for upwards.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    symbol: str
    dashed: bool
    joined: bool = True
    role: Role = Role.FIGURES
    named: bool = True
    kind: str = "outcome"
    down: float = 0.0

    @property
    def is_planned(self) -> bool:
        """Whether the figures are no outcomes: their signs are hollow."""
        return self.role is Role.FIGURES and self.kind != "outcome"

    @property
    def dash(self) -> str:
        """Office's name of the dashes, another for each kind of figure."""
        if self.role is Role.LIMIT:
            return "sysDot"
        return _DASHES.get(self.kind, "dash") if self.dashed else "solid"


@dataclass(frozen=True, slots=True)
class ChartColumns:
    """A chart's rows (period names) and columns: figures first, then targets, limits and events."""

    labels: tuple[str, ...]
    columns: tuple[Column, ...]


def columns_of(chart: Chart) -> ChartColumns:
    """The chart as rows and columns. Missing periods are rows without figures, so that time is not drawn shorter."""
    rows = dict(_places(chart))
    places, looks = list(rows), styles(chart)
    traces = zip(chart.traces, looks, strict=True)
    columns = [column for trace, look in traces for column in _figures(trace, look, places)]
    columns += _targets(chart.steps, places)
    for process in chart.processes:
        columns += _limits(chart, process, looks, places)
    columns += _marked(chart, places)
    if chart.gap and chart.gap.x in places:
        columns.append(_gap(chart.gap, places))
    if places:
        columns += (_event(event, value_axis(chart).high, places) for event in chart.events)
    return ChartColumns(tuple(rows.values()), tuple(columns))


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
    """A trace as a column for each piece of it; one of ranges as two, the lowest and the highest."""
    marks = {mark.x: mark for mark in trace.marks}
    colour, dashed = LIGHT[look.colour].lstrip("#").upper(), bool(look.dash)
    is_named = True
    for piece in _pieces(trace.marks):
        plain = tuple(_value(piece.get(x)) for x in places)
        if any(value is not None for value in plain):
            yield Column(trace.name, plain, colour, look.symbol, dashed, named=is_named, kind=trace.kind)
            is_named = False
    for pattern, end in ((_("{name}, lowest"), "low"), (_("{name}, highest"), "high")):
        ends = tuple(getattr(marks[x], end) if x in marks else None for x in places)
        if any(value is not None for value in ends):
            yield Column(pattern.format(name=trace.name), ends, colour, "dash", dashed, joined=False, role=Role.ENDS)


def _pieces(marks: Sequence[Mark]) -> list[dict[float, Mark]]:
    """The marks by their place, a piece for each stretch between two breaks."""
    pieces: list[dict[float, Mark]] = [{}]
    for mark in marks:
        if mark.after_break:
            pieces.append({})
        pieces[-1][mark.x] = mark
    return pieces


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
        yield from _lane(_lane_name(lane), lane, places)


def _lane_name(lane: Sequence[TargetStep]) -> str:
    """The targets that stand in one column, with their years where there are several."""
    texts = {step.text for step in lane}
    if len(texts) == 1:
        return _("target: {target}").format(target=texts.pop())
    if len(lane) > _MOST_NAMED:
        return _("target")
    return _("target: {target}").format(target=", ".join(f"{step.text} ({step_years(step)})" for step in lane))


def _lane(name: str, lane: Sequence[TargetStep], places: Sequence[float]) -> Iterator[Column]:
    for end in ("y", "upper"):
        values = tuple(next((getattr(step, end) for step in lane if step.x0 <= x <= step.x1), None) for x in places)
        levels = {value for value in values if value is not None}
        if levels:
            yield Column(name, values, INK, "dash", dashed=True, joined=len(levels) == 1, role=Role.TARGET)


def _meet(step: TargetStep, other: TargetStep, places: Sequence[float]) -> bool:
    both_bands = (step.upper is None) == (other.upper is None)
    return not both_bands or any(step.x0 <= x <= step.x1 and other.x0 <= x <= other.x1 for x in places)


def _limits(chart: Chart, process: Process, looks: Sequence[Style], places: Sequence[float]) -> Iterator[Column]:
    """The lower and the upper limit of a line's usual variation, named once."""
    name, colour = _("limits of usual variation"), QUIET
    if not process.alone:
        name = _("{name}, limits of usual variation").format(name=chart.traces[process.trace].name)
        colour = LIGHT[looks[process.trace].colour].lstrip("#").upper()
    for end in ("lower", "upper") if process.bands else ():
        ends = {x: getattr(band, end) for band in process.bands for x in places if band.x0 <= x <= band.x1}
        if ends:
            values = tuple(ends.get(x) for x in places)
            yield Column(name, values, colour, "dash", dashed=True, role=Role.LIMIT, named=end == "lower")


def _marked(chart: Chart, places: Sequence[float]) -> Iterator[Column]:
    """The months that are out of the ordinary, of each line."""
    for process in chart.processes:
        at: Mapping[float, float] = {x: y for x, y, _words in process.marked}
        if at:
            name, named = process.marked[0][2], process is chart.processes[0]
            values = tuple(at.get(x) for x in places)
            yield Column(name, values, INK, "circle", dashed=False, joined=False, role=Role.MARKED, named=named)


def _gap(gap: Gap, places: Sequence[float]) -> Column:
    """The way to the limit, at the figure that it is about."""
    values = tuple(gap.figure if x == gap.x else None for x in places)
    down = gap.figure - gap.limit
    return Column(
        gap.text, values, _GAPS[gap.tone], "dash", dashed=False, joined=False, role=Role.GAP, named=False, down=down
    )


def _event(event: EventMark, top: float, places: Sequence[float]) -> Column:
    """An event as an upright line at the first period that it is before the end of."""
    place = next((x for x in places if x >= event.x), places[-1])
    values = tuple(top if x == place else None for x in places)
    role = Role.BREAK if event.breaks else Role.EVENT
    name = _("the series is broken {event}").format(event=event.text) if event.breaks else event.text
    return Column(name, values, QUIET, "dash", dashed=event.breaks, joined=False, role=role)

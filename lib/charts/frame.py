"""The frame of a line chart: where a figure and a time lie in the drawing, with the axes and their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.charts.axes import TimeAxis, ValueAxis, time_axis, value_axis
from lib.charts.chart import Chart, axis_title
from lib.charts.labels import LINE, SIZE, Box
from lib.charts.svg import element, num, text, text_width, title, wrap
from lib.words.language import _

LEAST_MARGIN = 18.0
YEAR_ROOM = 44.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot of values over time within a drawing; `box` is the plot, y growing downwards."""

    box: Box
    width: float
    values: ValueAxis
    time: TimeAxis
    heading: tuple[str, ...]

    def x(self, at: float) -> float:
        """The horizontal position of a decimal year."""
        share = (at - self.time.first) / (self.time.last - self.time.first)
        return self.box.x0 + share * (self.box.x1 - self.box.x0)

    def y(self, value: float) -> float:
        """The vertical position of a value."""
        share = (value - self.values.low) / (self.values.high - self.values.low)
        return self.box.y1 - share * (self.box.y1 - self.box.y0)


def frame_of(chart: Chart, width: float, height: float, beside: float) -> Frame:
    """The frame of a chart in a drawing of this size, with room for words `beside` wide after the last figure."""
    heading = tuple(wrap(axis_title(chart), width - 4, SIZE))
    top = 8.0 + LINE * len(heading) + (9 if heading else 4)
    values = value_axis(chart, ticks=max(2, min(6, int((height - top) / 44))))
    left = max(LEAST_MARGIN, 10 + max(text_width(label, SIZE) for label in values.labels()))
    plot = width - left - LEAST_MARGIN
    time = time_axis(chart, room=max(2, int(plot / YEAR_ROOM)))
    air = (time.last - max(mark.x for mark in chart.marks)) / (time.last - time.first) * plot
    right = max(LEAST_MARGIN, min(beside + 16 - air, 0.32 * width))
    bottom = height - (26 + (LINE if any(tick.year for tick in time.ticks) else 0))
    return Frame(Box(left, top, width - right, bottom), width, values, time, heading)


def axes(frame: Frame) -> str:
    """Gridlines, ticks and their labels, the heading, and a break where the value axis does not start at zero."""
    return element("g", *_grid(frame), *_times(frame), _break(frame), *_words(frame), class_="mb-axes")


def _grid(frame: Frame) -> Iterator[str]:
    for value in frame.values.ticks:
        zero = value == 0
        yield element(
            "path",
            d=f"M{num(frame.box.x0)} {num(frame.y(value))}H{num(frame.box.x1)}",
            stroke="currentColor",
            stroke_opacity=0.7 if zero else 0.16,
            stroke_width=1.0,
        )


def _times(frame: Frame) -> Iterator[str]:
    foot = frame.box.y1
    lengths = [(float(tick.x), 5) for tick in frame.time.ticks]
    if frame.time.edges:
        lengths = [(float(edge), 12) for edge in frame.time.edges]
    for at, length in lengths:
        yield element(
            "path",
            d=f"M{num(frame.x(at))} {num(foot)}v{length}",
            stroke="currentColor",
            stroke_opacity=0.7,
            stroke_width=1.0,
        )


def _break(frame: Frame) -> str:
    """A zigzag at the end of the value axis that is nearest to zero: the part up to zero is left out."""
    if frame.values.from_zero:
        return ""
    x, start = frame.box.x0, frame.box.y0 if frame.values.high < 0 else frame.box.y1 - 16
    path = f"M{num(x)} {num(start)}v5l-4 2l8 3l-4 2v4"
    shape = element("path", d=path, fill="none", stroke="currentColor", stroke_opacity=0.7, stroke_width=1.25)
    return element("g", title(_("The axis does not start at zero")), shape)


def _words(frame: Frame) -> Iterator[str]:
    for number, line in enumerate(frame.heading):
        yield text(line, 2, 8 + SIZE - 1 + LINE * number)
    for value, words in zip(frame.values.ticks, frame.values.labels(), strict=True):
        yield text(words, frame.box.x0 - 8, frame.y(value) + 4, anchor="end")
    for tick in frame.time.ticks:
        yield text(tick.label, frame.x(tick.x), frame.box.y1 + 19, anchor="middle")
        if tick.year:
            yield text(tick.year, frame.x(tick.x), frame.box.y1 + 19 + LINE, anchor="middle")


def taken_by_words(frame: Frame) -> Sequence[Box]:
    """The box that the heading covers, where no label may stand."""
    widest = max((text_width(line, SIZE) for line in frame.heading), default=0.0)
    return [Box(0, 0, widest + 6, 8 + LINE * len(frame.heading))] if frame.heading else []

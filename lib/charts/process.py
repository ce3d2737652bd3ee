"""The layers around a line: the limits of usual variation, marked months, events, breaks and meetings in time."""

from collections.abc import Iterator, Sequence

from lib.charts.background import BREAK, EVENT, MEETING, Process
from lib.charts.chart import Chart
from lib.charts.frame import Frame
from lib.charts.labels import SIZE
from lib.charts.marks import CROWD, line, painted
from lib.charts.style import LIMIT_DASH, Style
from lib.charts.svg import element, num, text, title

CLOSE = 300.0
"""The width of a plot in which months stand close."""


def behind(chart: Chart, looks: Sequence[Style], frame: Frame) -> str:
    """The band between the limits with the mean, or the limits of several lines, and the events."""
    alone = chart.process
    around = [] if alone.bands else [_limits(process, looks, frame) for process in chart.processes if process.bands]
    ground = painted(
        "var(--mb-muted,currentColor)", *_bands(alone, frame), *_events(chart, frame), *_meetings(chart, frame)
    )
    return "".join((ground, *around))


def _limits(process: Process, looks: Sequence[Style], frame: Frame) -> str:
    """The limits of one of several lines, dotted in its colour."""
    edges = "".join(_along(process, frame, level) for level in ("lower", "upper"))
    return painted(looks[process.trace].paint, line(edges, LIMIT_DASH, 1.25))


def _bands(process: Process, frame: Frame) -> Iterator[str]:
    low, high = frame.values.low, frame.values.high
    between = "".join(
        f"M{num(frame.x(band.x0))} {num(frame.y(min(band.upper, high)))}H{num(frame.x(band.x1))}"
        f"V{num(frame.y(max(band.lower, low)))}H{num(frame.x(band.x0))}z"
        for band in process.bands
    )
    if between:  # one shape: between two of them a seam would show
        yield element("path", d=between, fill="currentColor", fill_opacity=0.1, class_="mb-usual")
    for dash, levels in (("2 3", ("lower", "upper")), ("", ("expected",))):
        yield line("".join(_along(process, frame, level) for level in levels), dash, 1.0)
    if process.mean is not None:
        x0, x1, mean = process.mean
        yield line(f"M{num(frame.x(x0))} {num(frame.y(mean))}H{num(frame.x(x1))}", "", 1.0)


def means(chart: Chart, frame: Frame) -> Iterator[tuple[float, float, float, float]]:
    """The ends of the solid lines of a single line's usual figures, which words should not stand on."""
    for band in chart.process.bands:
        y = frame.y(band.expected)
        yield frame.x(band.x0), y, frame.x(band.x1), y


def _along(process: Process, frame: Frame, level: str) -> str:
    """The path along one edge of the bands, where the plot reaches it."""
    path, before = [], None
    for band in process.bands:
        value = getattr(band, level)
        if not frame.values.low < value < frame.values.high:
            before = None
            continue
        y = num(frame.y(value))
        start = f"V{y}" if before is not None and abs(before - band.x0) < 0.02 else f"M{num(frame.x(band.x0))} {y}"
        path.append(f"{start}H{num(frame.x(band.x1))}")
        before = band.x1
    return "".join(path)


def _events(chart: Chart, frame: Frame) -> Iterator[str]:
    for event in chart.events:
        at = frame.x(event.x)
        if frame.box.x0 < at < frame.box.x1:
            dash, sign = ("5 3", BREAK) if event.breaks else ("1 4", EVENT)
            upright = line(f"M{num(at)} {num(frame.box.y0)}V{num(frame.box.y1)}", dash, 1.5)
            yield element("g", title(event.text), upright, class_="mb-event")
            yield text(sign, at, frame.box.y0 - 2, anchor="middle", size=SIZE)


def _meetings(chart: Chart, frame: Frame) -> Iterator[str]:
    for meeting in chart.meetings:
        if frame.time.first < meeting.x < frame.time.last:
            tick = line(f"M{num(frame.x(meeting.x))} {num(frame.box.y1)}{MEETING}", "", 2.5)
            yield element("g", title(meeting.text), tick, class_="mb-meeting")


def in_front(chart: Chart, frame: Frame) -> str:
    """Larger dots on the marked months, in ink since out of the ordinary may be good or bad."""
    crowd = max(len(trace.marks) for trace in chart.traces) > CROWD
    radius = 5.75 if not crowd else 4.0 if frame.box.x1 - frame.box.x0 > CLOSE else 2.75
    dots = [
        element(
            "circle",
            title(words),
            cx=frame.x(x),
            cy=frame.y(y),
            r=radius,
            fill="currentColor",
            stroke="var(--mb-background,Canvas)",
            stroke_width=1.0,
            pointer_events="none",  # the figure below tells itself
        )
        for process in chart.processes
        for x, y, words in process.marked
    ]
    return painted("var(--mb-text,currentColor)", *dots)

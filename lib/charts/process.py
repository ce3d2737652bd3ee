"""What stands behind a monthly line: the limits of its usual variation, its mean, marked months, breaks in time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lib.charts.chart import Chart, TargetStep
from lib.charts.frame import Frame
from lib.charts.labels import SIZE
from lib.charts.marks import line, painted
from lib.charts.svg import element, num, text, title


@dataclass(frozen=True, slots=True)
class Process:
    """Mean and limits of the months, the marked ones (x, y, words) and breaks (x, words); no limits, no band."""

    limits: tuple[float, float, float] | None = None  # lower, mean, upper
    marked: tuple[tuple[float, float, str], ...] = ()
    breaks: tuple[tuple[float, str], ...] = ()


def with_room(chart: Chart, process: Process) -> Chart:
    """The chart with axes long enough for the limits."""
    if process.limits is None or not chart.marks:
        return chart
    lower, _mean, upper = process.limits
    first, last = (end(mark.x for mark in chart.marks) for end in (min, max))
    return replace(chart, steps=(*chart.steps, TargetStep(first, last, max(lower, 0.0), "", upper)))


def behind(process: Process, frame: Frame) -> str:
    """The band between the limits with the mean, and the breaks."""
    return painted("var(--mb-muted,currentColor)", *_band(process, frame), *_breaks(process, frame))


def _band(process: Process, frame: Frame) -> Iterator[str]:
    if process.limits is None:
        return
    lower, mean, upper = process.limits
    top, foot = frame.y(upper), frame.y(max(lower, frame.values.low))
    box = frame.box
    yield element(
        "rect", x=box.x0, y=top, width=box.x1 - box.x0, height=foot - top, fill="currentColor", fill_opacity=0.1
    )
    edges = [top, *([foot] if lower > frame.values.low else [])]
    yield line("".join(f"M{num(box.x0)} {num(y)}H{num(box.x1)}" for y in edges), "2 3", 1.0)
    yield line(f"M{num(box.x0)} {num(frame.y(mean))}H{num(box.x1)}", "", 1.0)


def _breaks(process: Process, frame: Frame) -> Iterator[str]:
    for x, words in process.breaks:
        at = frame.x(x)
        if frame.box.x0 < at < frame.box.x1:
            yield element("g", title(words), line(f"M{num(at)} {num(frame.box.y0)}V{num(frame.box.y1)}", "5 3", 1.5))
            yield text("\u2016", at, frame.box.y0 - 2, anchor="middle", size=SIZE - 1)


def in_front(process: Process, frame: Frame) -> str:
    """Rings around the marked months."""
    rings = [
        element(
            "g",
            title(words),
            element(
                "circle", cx=frame.x(x), cy=frame.y(y), r=5.5, fill="none", stroke="currentColor", stroke_width=1.5
            ),
        )
        for x, y, words in process.marked
    ]
    return painted("var(--mb-missed-text,currentColor)", *rings)

"""The shaded way from a target's limit to a line that is on its wrong side: what a slide is about."""

from itertools import pairwise

from lib.charts.background import Gap
from lib.charts.chart import Chart, Mark
from lib.charts.frame import Frame
from lib.charts.marks import painted
from lib.charts.style import runs
from lib.charts.svg import element, num, title

HALF = 9.0  # of the bar that stands for a gap of one figure, in pixels
_PAINTS = {"missed": "var(--mb-missed,#c6320a)", "nearly": "var(--mb-nearly,#f7c02b)"}

Corner = tuple[float, float]


def shaded(chart: Chart, frame: Frame) -> str:
    """The surface between limit and line for as long as the line is on the wrong side; '' where there is no gap."""
    gap = chart.gap
    if gap is None:
        return ""
    top = _stretch(gap, chart)
    corners = [(frame.x(x), frame.y(y)) for x, y in top]
    limit = frame.y(gap.limit)
    if corners[-1][0] - corners[0][0] < 2 * HALF:
        x, y = corners[-1]
        corners = [(x - HALF, y), (x + HALF, y)]
    outline = [(corners[0][0], limit), *corners, (corners[-1][0], limit)]
    path = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in outline) + "z"
    surface = element("path", title(gap.text), d=path, fill="currentColor", fill_opacity=0.3)
    return painted(_PAINTS[gap.tone], element("g", surface, class_="mb-gap"))


def _stretch(gap: Gap, chart: Chart) -> list[Corner]:
    """The places along the line from where it last crossed the limit, or the limit began, to the gap's figure."""
    first = max((step.x0 for step in chart.steps if step.x0 <= gap.x <= step.x1), default=gap.x)
    line = _line(gap, chart)
    corners: list[Corner] = [(gap.x, gap.figure)]
    for later, mark in pairwise(reversed(line)):
        if mark.x < first:
            corners.append((first, _between(mark, later, first)))
            break
        if (mark.y - gap.limit) * (gap.figure - gap.limit) <= 0:
            x = later.x + (mark.x - later.x) * (gap.limit - later.y) / (mark.y - later.y)
            corners.append((x, gap.limit))
            break
        corners.append((mark.x, mark.y))
    return corners[::-1]


def _line(gap: Gap, chart: Chart) -> list[Mark]:
    """The marks of the unbroken line that leads to the gap's figure; none where the figure stands alone."""
    for trace in chart.traces:
        for run in runs(trace.marks):
            upto = [mark for mark in run if mark.x <= gap.x]
            if upto and (upto[-1].x, upto[-1].y) == (gap.x, gap.figure):
                return upto
    return []


def _between(start: Mark, end: Mark, x: float) -> float:
    return start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x)

"""Those that a board is compared with, behind its own line: thin grey lines by name, and the middle half as a band."""

from collections.abc import Iterator, Sequence

from lib.charts.chart import Chart, OtherLine
from lib.charts.frame import Frame
from lib.charts.marks import line, painted
from lib.charts.svg import element, num, title
from lib.words.language import _

# More lines than this are not gone through by keyboard one by one.
MOST_STOPS = 8
_GREY = "var(--mb-muted,currentColor)"


def beside(chart: Chart, frame: Frame, *, stops: bool) -> str:
    """The band of the quartiles with the median, and a line for each of the others."""
    stop = stops and len(chart.others) <= MOST_STOPS
    return painted(_GREY, *_spread(chart, frame), *(_other(one, frame, stop) for one in chart.others))


def _spread(chart: Chart, frame: Frame) -> Iterator[str]:
    there = [one for one in chart.spreads if frame.time.first <= one.x <= frame.time.last]
    if len(there) < 2:
        return
    upper = [(frame.x(one.x), frame.y(one.upper)) for one in there]
    lower = [(frame.x(one.x), frame.y(one.lower)) for one in reversed(there)]
    band = element("path", d=f"{_path([*upper, *lower])}z", fill="currentColor", fill_opacity=0.16)
    middle = line(_path([(frame.x(one.x), frame.y(one.median)) for one in there]), "6 3", 1.25)
    yield element("g", title(_("the middle half of the others, with their median")), band, middle, class_="mb-spread")


def _other(one: OtherLine, frame: Frame, stop: bool) -> str:
    marks = [mark for mark in one.marks if frame.time.first <= mark.x <= frame.time.last]
    if not marks:
        return ""
    path = _path([(frame.x(mark.x), frame.y(mark.y)) for mark in marks])
    words = f"{one.name}, {marks[-1].label}: {marks[-1].text}"
    near = element("path", d=path, fill="none", stroke="transparent", stroke_width=9.0, pointer_events="stroke")
    shown = element("path", d=path, fill="none", stroke="currentColor", stroke_width=1.0, stroke_linejoin="round")
    dot = element("circle", cx=frame.x(marks[-1].x), cy=frame.y(marks[-1].y), r=1.75, fill="currentColor")
    return element(
        "g",
        title(words),
        near,
        shown,
        dot,
        class_="mb-other",
        role="img" if stop else None,
        tabindex="0" if stop else None,
        aria_label=words if stop else None,
    )


def _path(places: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in places)

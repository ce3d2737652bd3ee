"""Small drawings beside words that say the same: the trend of a table's row, and how many of each kind there are."""

from collections.abc import Callable, Iterator, Sequence

from lib.charts.axes import stretch
from lib.charts.chart import Chart, Mark, TargetStep
from lib.charts.labels import LINE, SIZE, Box
from lib.charts.marks import is_range, line, line_path, painted
from lib.charts.style import Style, runs, styles
from lib.charts.svg import drawing, element, num, ornament, text, text_width, title, wrap
from lib.charts.tones import TONES
from lib.words.language import _

Spot = Callable[[float, float], tuple[float, float]]
"""From a decimal year and a value to a place in the drawing."""

MARGIN = 5.0
BAR = 26.0
BAR_TOP = 20.0
GAP = 3.0
LEAST_SHARE = 20.0
KEY = 22.0


def sparkline(chart: Chart, *, width: int = 120, height: int = 32) -> str:
    """A small trend: the lines, the newest figure and the target. Screen readers pass it by, since the row says it."""
    if not chart.marks:
        return ornament(width, height)
    at = _spots(chart, width, height)
    targets = "".join(_target(step, at, width) for step in chart.steps)
    meetings = "".join(f"M{num(at(meeting.x, 0)[0])} 1V{height - 1}" for meeting in chart.meetings)
    traces = [
        painted(
            look.paint,
            line(line_path([[(*at(m.x, m.y), False) for m in run] for run in runs(trace.marks)]), look.dash, 1.75),
            *_dots(trace.marks, look, at, newest=trace.kind == "outcome"),
        )
        for trace, look in zip(chart.traces, styles(chart), strict=True)
    ]
    behind = painted("var(--mb-muted,currentColor)", line(meetings, "2 2", 1.25))
    return ornament(
        width, height, behind, painted("var(--mb-target,currentColor)", line(targets, "4 3", 1.25)), *traces
    )


def _spots(chart: Chart, width: float, height: float) -> Spot:
    times, (low, high) = [mark.x for mark in chart.marks], stretch(chart)
    first, span = min(times), max(times) - min(times)

    def at(x: float, value: float) -> tuple[float, float]:
        share = min(max((x - first) / span, 0.0), 1.0) if span else 0.5
        fall = (high - value) / (high - low)
        return MARGIN + share * (width - 2 * MARGIN), MARGIN + fall * (height - 2 * MARGIN)

    return at


def _target(step: TargetStep, at: Spot, width: float) -> str:
    """A target's lines, as long as it holds, but out to the edge where it holds at the first or the last figure."""
    x0, x1 = at(step.x0, step.y)[0], at(step.x1, step.y)[0]
    start = 1.0 if x0 <= MARGIN or x0 == x1 else x0
    end = width - 1.0 if x1 >= width - MARGIN or x0 == x1 else x1
    levels = [step.y] if step.upper is None else [step.y, step.upper]
    return "".join(f"M{num(min(start, end - 10))} {num(at(step.x0, level)[1])}H{num(end)}" for level in levels)


def _dots(marks: Sequence[Mark], look: Style, at: Spot, *, newest: bool) -> Iterator[str]:
    """The newest figure, ranges as upright lines, and what no line joins."""
    joined = {mark for run in runs(marks) if len(run) > 1 for mark in run}
    for mark in marks:
        x, y = at(mark.x, mark.y)
        if mark.low is not None and mark.high is not None and is_range(mark):
            yield line(f"M{num(x)} {num(at(mark.x, mark.low)[1])}V{num(at(mark.x, mark.high)[1])}", width=3)
        elif newest and mark is marks[-1]:
            yield element("circle", cx=x, cy=y, r=3.25, fill="currentColor")
        elif mark not in joined:
            fill = "none" if look.hollow else "currentColor"
            yield element("circle", cx=x, cy=y, r=2.0, fill=fill, stroke="currentColor")


def bar_of_shares(parts: Sequence[tuple[str, int, str]], *, width: int = 640) -> str:
    """A bar of the number of each kind: (words, number, class of the status, such as 'met').

    The number stands over its part, the words below the bar in the same order; parts of none are in the words only.
    """
    description = ", ".join(f"{count} {words}" for words, count, _class in parts) or _("Nothing to show")
    name, total = _("Shares"), sum(count for _words, count, _class in parts)
    bar = [*_parts(parts, width)] if total else [_nothing(width)]
    below, height = _list(parts, width)
    body = element("g", *bar, *below, fill="currentColor", font_size=float(SIZE))
    return drawing(width, height, body, name=name, description=description)


def _widths(counts: Sequence[int], room: float) -> list[float]:
    """The room shared out by the counts; the smallest get what their number needs, at the cost of the others."""
    shares = [room * count / sum(counts) for count in counts]
    least = min(LEAST_SHARE, room / len(counts))
    lacking = sum(max(least - share, 0) for share in shares)
    spare = sum(max(share - least, 0) for share in shares)
    return [least if share <= least else share - lacking * (share - least) / spare for share in shares]


def _parts(parts: Sequence[tuple[str, int, str]], width: float) -> Iterator[str]:
    drawn = [part for part in parts if part[1]]
    widths = _widths([count for _words, count, _class in drawn], width - 2 - GAP * (len(drawn) - 1))
    x = 1.0
    for (words, count, css_class), wide in zip(drawn, widths, strict=True):
        yield _swatch(css_class, Box(x, BAR_TOP, x + wide, BAR_TOP + BAR), f"{count} {words}")
        yield text(str(count), x + wide / 2, BAR_TOP - 6, anchor="middle", bold=True, size=14)
        x += wide + GAP


def _swatch(css_class: str, box: Box, words: str) -> str:
    """A box in the colour and hatching of a status, with an outline that holds where the fill is pale."""
    tone = TONES.get(css_class, TONES["unknown"])
    path = "".join(_hatch(box, way) for way in tone.hatching)
    lines = (
        element("path", d=path, fill="none", style=f"stroke:var(--mb-on-{tone.token},#fff)", stroke_opacity=0.55)
        if path
        else ""
    )
    fill = element(
        "rect",
        x=box.x0,
        y=box.y0,
        width=box.x1 - box.x0,
        height=box.y1 - box.y0,
        rx=2.0,
        style=f"fill:var(--mb-{tone.token},{tone.fallback});stroke:var(--mb-{tone.token}-text,{tone.fallback})",
    )
    return element("g", title(words), fill, lines, class_=f"mb-share mb-share--{css_class}")


def _hatch(box: Box, way: str) -> str:
    """Parallel lines 7 apart across a box: '/', '\\', '-' or '|'."""
    x0, y0, x1, y1 = box.x0 + 1, box.y0 + 1, box.x1 - 1, box.y1 - 1
    if way == "-":
        return "".join(f"M{num(x0)} {num(y0 + n)}H{num(x1)}" for n in range(3, int(y1 - y0), 7))
    if way == "|":
        return "".join(f"M{num(x0 + n)} {num(y0)}V{num(y1)}" for n in range(3, int(x1 - x0), 7))
    tall, path = y1 - y0, ""
    for n in range(3, int(x1 - x0 + tall), 7):
        here, there = max(n - tall, 0.0), min(float(n), x1 - x0)
        ends = [(x0 + here, y0 + n - here), (x0 + there, y0 + n - there)]
        if way == "\\":
            ends = [(x0 + x1 - x, y) for x, y in ends]
        path += f"M{num(ends[0][0])} {num(ends[0][1])}L{num(ends[1][0])} {num(ends[1][1])}"
    return path


def _nothing(width: float) -> str:
    path = f"M1 {num(BAR_TOP)}H{num(width - 1)}V{num(BAR_TOP + BAR)}H1z"
    outline = element("path", d=path, fill="none", stroke="currentColor", stroke_dasharray="4 4")
    return outline + text(_("Nothing to show"), width / 2, BAR_TOP + BAR / 2 + 4, anchor="middle")


def _list(parts: Sequence[tuple[str, int, str]], width: float) -> tuple[list[str], float]:
    """The words of every part with its colour and hatching, in rows, and the height of the whole drawing."""
    drawn: list[str] = []
    x, y = 1.0, BAR_TOP + BAR + 10
    for words, count, css_class in parts:
        lines = wrap(f"{words}: {count}", width - KEY - 4, SIZE)
        taken = KEY + max(text_width(piece, SIZE) for piece in lines)
        if x > 1 and x + taken > width:
            x, y = 1.0, y + LINE + 6
        drawn.append(_swatch(css_class, Box(x, y, x + 15, y + 13), f"{count} {words}"))
        drawn += [text(piece, x + KEY, y + 11 + LINE * n) for n, piece in enumerate(lines)]
        y += LINE * (len(lines) - 1)
        x += taken + 16
    return drawn, y + LINE + 4

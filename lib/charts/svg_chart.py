"""A chart as an SVG of its own: read by a screen reader as its sentence, in light, in dark and on paper.

Colours are CSS properties (`style.properties`) with fallbacks that hold on both backgrounds, words take the
colour and the font of the page. Draw it in the width it is shown in, or somewhat wider: words shrink with the drawing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lib.charts.axes import within
from lib.charts.beside import beside
from lib.charts.chart import Chart, Mark, TargetStep
from lib.charts.frame import Frame, axes, frame_of
from lib.charts.gap import shaded
from lib.charts.labels import LINE, SIZE, Label
from lib.charts.legend import legend, named, short_text, words
from lib.charts.marks import (
    CROWD,
    SMALLER,
    MarkPlace,
    is_hollow,
    is_plain,
    line,
    line_path,
    mark_group,
    mark_shape,
    painted,
    symbols,
    whisker,
)
from lib.charts.process import behind, in_front, means
from lib.charts.sparkline import bar_of_shares, sparkline
from lib.charts.style import TARGET_DASH, Style, bridges, runs, styles
from lib.charts.svg import drawing, element, num, text, text_width, title, wrap
from lib.words.language import _

__all__ = ["bar_of_shares", "line_chart", "sparkline"]

# Words in the plot are read where a thin line of the background runs behind them.
HALO = {
    "paint_order": "stroke",
    "stroke": "var(--mb-background,Canvas)",
    "stroke_width": "3",
    "stroke_linejoin": "round",
}

Ends = tuple[float, float, float, float]


def line_chart(chart: Chart, *, width: int = 640, height: int = 280, stops: bool = False) -> str:
    """The chart in a drawing of this width. The height is that of the plot with its axes; a legend comes below it.

    With `stops` its figures can be gone through by keyboard, from the newest.
    """
    if not chart.marks:
        return _without_figures(chart, width)
    looks = styles(chart)
    frame = frame_of(chart, width, height, _beside(chart, width))
    steps = [within(step, frame.time) for step in chart.steps]
    chart = replace(chart, steps=tuple(steps))
    lines = [*_drawn_lines(chart, frame), *_target_lines(steps, frame), *means(chart, frame)]
    wording = words(chart, looks, frame, lines)
    below, extra = legend(wording.legend, width, height)
    body = element(
        "g",
        axes(frame),
        behind(chart, looks, frame),
        shaded(chart, frame),
        beside(chart, frame, stops=stops),
        *(_target(step, frame) for step in steps),
        element("path", d=_risers(steps, frame), fill="none", stroke="currentColor", stroke_dasharray="2 3")
        if steps
        else "",
        *_traces(chart, looks, frame, stops=stops),
        in_front(chart, frame),
        element("g", *map(_label, wording.labels), **HALO) if wording.labels else "",
        below,
        fill="currentColor",
        font_size=float(SIZE),
    )
    description, role = chart.alternative or chart.sentence, "group" if stops else "img"
    return drawing(width, height + extra, body, name=chart.title, description=description, role=role)


def _without_figures(chart: Chart, width: int) -> str:
    lines = wrap(chart.sentence, width - 4, SIZE)
    rows = [text(piece, 2, 4 + SIZE + LINE * n) for n, piece in enumerate(lines)]
    body = element("g", *rows, fill="currentColor", font_size=float(SIZE))
    return drawing(
        width, LINE * len(lines) + 12, body, name=chart.title, description=chart.alternative or chart.sentence
    )


def _beside(chart: Chart, width: int) -> float:
    """Room for what can be said after the last figures: the most telling that does not take too much of the width."""
    last = max(mark.x for mark in chart.marks)
    ends = [(trace.name, trace.marks[-1]) for trace in chart.traces if trace.marks and trace.marks[-1].x == last]
    choices = [[mark.text for _name, mark in ends], [short_text(mark, chart) for _name, mark in ends]]
    if named(chart):
        choices = [
            [f"{name} {figure}" for (name, _mark), figure in zip(ends, figures, strict=True)] for figures in choices
        ] + choices
    below = text_width(chart.gap.text, SIZE, bold=True) if chart.gap else 0.0
    widths = [max(below, *(text_width(words, SIZE, bold=True) for words in choice)) for choice in choices]
    return next((wide for wide in widths if wide <= 0.28 * width), widths[-1])


def _place(mark: Mark, look: Style, frame: Frame) -> MarkPlace:
    return frame.x(mark.x), frame.y(mark.y), is_hollow(mark, look)


def _traces(chart: Chart, looks: Sequence[Style], frame: Frame, *, stops: bool) -> Iterator[str]:
    """Lines first and marks over them, trace by trace."""
    joined = {number: [(earlier, first)] for number, earlier, first in bridges(chart, looks)}
    for number, (trace, look) in enumerate(zip(chart.traces, looks, strict=True)):
        together = [mark for mark in trace.marks if is_plain(mark)] if len(trace.marks) > CROWD else []
        scale = 1.0 if len(trace.marks) <= CROWD else SMALLER
        paths = [[_place(mark, look, frame) for mark in run] for run in runs(trace.marks)]
        bridge = [[(frame.x(a.x), frame.y(a.y), False), _place(b, look, frame)] for a, b in joined.get(number, [])]
        marks = [
            mark_group(
                mark,
                trace,
                (frame.x(mark.x), frame.y(mark.y)),
                "" if mark in together else _shape(mark, look, frame, scale),
                ("0" if number == 0 and mark is trace.marks[-1] else "-1") if stops else None,
            )
            for mark in trace.marks
        ]
        dots = symbols(look, [(frame.x(mark.x), frame.y(mark.y)) for mark in together])
        yield painted(look.paint, line(line_path([*paths, *bridge]), look.dash), dots, *marks)


def _shape(mark: Mark, look: Style, frame: Frame, scale: float) -> str:
    y = frame.y(mark.y)
    low, high = (mark.y if end is None else end for end in (mark.low, mark.high))
    shape = mark_shape(mark, look, (frame.y(high) - y, frame.y(low) - y), frame.box.y1 - y, scale)
    if mark.least is None or mark.most is None:
        return shape
    return whisker(frame.y(mark.most) - y, frame.y(mark.least) - y) + shape


def _drawn_lines(chart: Chart, frame: Frame) -> Iterator[Ends]:
    for trace in chart.traces:
        for run in runs(trace.marks):
            for a, b in pairwise(run):
                yield frame.x(a.x), frame.y(a.y), frame.x(b.x), frame.y(b.y)
    for _number, a, b in bridges(chart, styles(chart)):
        yield frame.x(a.x), frame.y(a.y), frame.x(b.x), frame.y(b.y)


def _target_lines(steps: Sequence[TargetStep], frame: Frame) -> Iterator[Ends]:
    for step in steps:
        for level in (step.y, step.upper):
            if level is not None:
                yield frame.x(step.x0), frame.y(level), frame.x(step.x1), frame.y(level)


def _target(step: TargetStep, frame: Frame) -> str:
    """A target's dashed line, or the band between its two lines."""
    x0, x1 = frame.x(step.x0), frame.x(step.x1)
    levels = [step.y] if step.upper is None else [step.y, step.upper]
    path = "".join(f"M{num(x0)} {num(frame.y(level))}H{num(x1)}" for level in levels)
    band = ""
    if step.upper is not None:
        top, foot = frame.y(step.upper), frame.y(step.y)
        band = element("rect", x=x0, y=top, width=x1 - x0, height=foot - top, fill="currentColor", fill_opacity=0.09)
    name = title(_("target: {target}").format(target=step.text))
    return painted(
        "var(--mb-target,currentColor)", element("g", name, band, line(path, TARGET_DASH, 1.75), class_="mb-target")
    )


def _risers(steps: Sequence[TargetStep], frame: Frame) -> str:
    """From one year's target to the next, where exactly one follows."""
    paths = []
    for step in steps:
        follows = [other for other in steps if abs(other.x0 - step.x1) < 0.02 and other is not step]
        if len(follows) == 1 and step.upper is None:
            paths.append(f"M{num(frame.x(step.x1))} {num(frame.y(step.y))}V{num(frame.y(follows[0].y))}")
    return "".join(paths)


def _label(label: Label) -> str:
    return "".join(
        text(words, label.x, base, anchor=label.anchor, bold=label.bold) for base, words in label.baselines()
    )

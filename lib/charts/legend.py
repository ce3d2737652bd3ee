"""The names of a chart's traces and targets, beside the lines where there is room and else in the legend."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lib.charts.background import MEETING
from lib.charts.chart import Chart, Mark, TargetStep, Trace
from lib.charts.frame import Frame, taken_by_words
from lib.charts.labels import LINE, SIZE, Box, Label, Placer, along, around
from lib.charts.marks import ARROW, REACH, is_range, line, painted, symbol
from lib.charts.style import LIMIT_DASH, TARGET_DASH, Style, whole_year
from lib.charts.svg import element, num, text, text_width, wrap
from lib.words.language import _, number

KEY = 34.0
"""Width of the piece of line before a name in the legend."""
WIDEST = 0.42
"""How much of the drawing's width a figure's label may take."""


@dataclass(frozen=True, slots=True)
class Words:
    """The labels in the plot, with the mark each belongs to where it's not beside it, and the legend's entries."""

    labels: tuple[Label, ...]
    legend: tuple[tuple[str, str], ...]


def short_text(mark: Mark, chart: Chart) -> str:
    """The figure without its unit, which the axis shows, where that is all there is to say."""
    return mark.text if is_range(mark) or mark.open != "=" else number(mark.y, chart.decimals)


def named(chart: Chart) -> bool:
    """Whether the traces need their names: not where there is one, called only what every figure is called."""
    return len(chart.traces) > 1 or any(trace.gender != "T" or trace.kind != "outcome" for trace in chart.traces)


def words(
    chart: Chart, looks: Sequence[Style], frame: Frame, lines: Iterable[tuple[float, float, float, float]]
) -> Words:
    """The places of all names and figures. Names stand beside the lines if all find room there, else in the legend."""
    lines = tuple(lines)
    for with_names in (True, False) if named(chart) else (False,):
        placer = _placer(chart, frame, lines)
        values = [_value_label(chart, trace, frame, placer, with_names) for trace in chart.traces]
        if not with_names or all(values):
            break
    targets = list(_target_labels(chart, frame, placer))
    lacking = [step for step, (_label, is_whole) in zip(chart.steps, targets, strict=True) if not is_whole]
    legend = [
        *_unnamed(chart, looks, values, with_names),
        *_unplaced(chart, lacking),
        *_limits(chart),
        *_meetings(chart),
    ]
    return Words(tuple(label for label in (*values, *(label for label, _ in targets)) if label), tuple(legend))


def _placer(chart: Chart, frame: Frame, lines: Iterable[tuple[float, float, float, float]]) -> Placer:
    placer = Placer(Box(frame.box.x0, 2, frame.width - 2, frame.box.y1 - 1))
    for box in taken_by_words(frame):
        placer.take(box)
    for mark in chart.marks:
        placer.take(_cover(mark, frame), owned=True)
    for ends in lines:
        placer.avoid(*ends)
    return placer


def _cover(mark: Mark, frame: Frame) -> Box:
    """The box that a mark covers in the drawing."""
    x, y = frame.x(mark.x), frame.y(mark.y)
    top, foot = y - REACH, y + REACH
    if mark.low is not None and mark.high is not None:
        top, foot = frame.y(mark.high) - 2, frame.y(mark.low) + 2
    above = {">": ARROW + 2, "~": 12.0}.get(mark.open, 0.0)
    below = ARROW + 2 if mark.open == "<" else 0.0
    return Box(x - REACH - 1, min(top, y - above), x + REACH + 1, max(foot, y + below))


def _value_label(chart: Chart, trace: Trace, frame: Frame, placer: Placer, with_name: bool) -> Label | None:
    """The newest figure beside its mark. With a name it stands clear of lines and other marks, or not at all."""
    if not trace.marks:
        return None
    mark = trace.marks[-1]
    variants = [
        variant
        for variant in _variants(chart, trace, mark, with_name)
        if max(text_width(words, SIZE, bold=True) for words in variant) <= WIDEST * frame.width
    ]
    places = [list(around(variant, frame.x(mark.x), frame.y(mark.y), bold=True)) for variant in variants]
    for clear in (True,) if with_name else (True, False):
        for candidates in places:
            if placed := placer.place(candidates, clear=clear, owner=_cover(mark, frame)):
                return placed
    return None


def _variants(chart: Chart, trace: Trace, mark: Mark, with_name: bool) -> list[list[str]]:
    """The wordings of a figure, the fullest first, with its period where the axis does not show it."""
    figures = list(dict.fromkeys((mark.text, short_text(mark, chart))))
    variants = [[figure] for figure in figures]
    if with_name:
        variants = [[f"{trace.name} {figure}"] for figure in figures] + [[trace.name, figure] for figure in figures]
    if not whole_year(mark):
        variants = [[*words, mark.label] for words in variants] + variants
    gap = chart.gap
    if gap and (gap.x, gap.figure) == (mark.x, mark.y):
        variants = [[*words, gap.text] for words in variants] + variants
    return variants


def _target_labels(chart: Chart, frame: Frame, placer: Placer) -> Iterator[tuple[Label | None, bool]]:
    """The words of every target, once each, and whether they are all of them: where room lacks, the limit alone.

    Only over or under the target's own piece of line.
    """
    placed: set[str] = set()
    for step in chart.steps:
        if step.text in placed:
            yield None, True
            continue
        label = _along(step, step.text, chart, frame, placer, is_first=not placed)
        is_whole = label is not None
        if label is None and step.limit:
            label = _along(step, step.limit, chart, frame, placer, is_first=not placed)
        yield label, is_whole
        if label:
            placed.add(step.text)


def _along(step: TargetStep, words: str, chart: Chart, frame: Frame, placer: Placer, *, is_first: bool) -> Label | None:
    """Words along a target's line, clear of everything; the first of a chart say that it is a target."""
    words = _("target: {target}").format(target=words) if is_first else words
    x0, x1 = frame.x(step.x0), frame.x(step.x1)
    y = frame.y(step.y if step.upper is None else step.upper)
    spots = [
        spot for spot in along(words, x0, x1, y) if len(chart.steps) == 1 or (x0 <= spot.box.x0 and spot.box.x1 <= x1)
    ]
    return placer.place(spots, clear=True)


def _unnamed(
    chart: Chart, looks: Sequence[Style], values: Sequence[Label | None], with_names: bool
) -> Iterator[tuple[str, str]]:
    if with_names or not named(chart):
        return
    for trace, look, value in zip(chart.traces, looks, values, strict=True):
        if trace.marks:
            yield _key(look), trace.name if value else f"{trace.name}: {trace.marks[-1].text}"


def _unplaced(chart: Chart, lacking: Sequence[TargetStep]) -> Iterator[tuple[str, str]]:
    """One entry for the targets that found no room in full, each with its years if there are several."""
    if lacking:
        targets = [step.text if len(chart.steps) == 1 else f"{step.text} ({step_years(step)})" for step in lacking]
        path = element("g", line(f"M0 -4H{num(KEY - 8)}", TARGET_DASH, 1.75))
        yield path, _("target: {target}").format(target=", ".join(dict.fromkeys(targets)))


def _limits(chart: Chart) -> Iterator[tuple[str, str]]:
    """What dotted lines are, where several lines have limits of their own."""
    if not chart.process.bands and any(process.bands for process in chart.processes):
        yield element("g", line(f"M0 -4H{num(KEY - 8)}", LIMIT_DASH, 1.75)), _("limits of usual variation")


def _meetings(chart: Chart) -> Iterator[tuple[str, str]]:
    if chart.meetings:
        tick = line(f"M{num(KEY / 2 - 4)} 0{MEETING}", "", 2.5)
        yield painted("var(--mb-muted,currentColor)", tick), _("the board's meetings")


def step_years(step: TargetStep) -> str:
    """The years a target's step is drawn for, '2016' or '2016–2018'."""
    first, last = int(step.x0), max(int(step.x0), int(step.x1 - 0.01))
    return str(first) if first == last else f"{first}–{last}"


def _key(look: Style) -> str:
    """The piece of line with a symbol that stands before a name."""
    middle = (KEY - 8) / 2
    ends = f"M0 0H{num(middle - REACH)}M{num(middle + REACH)} 0H{num(KEY - 8)}"
    mark = element("g", symbol(look, hollow=look.hollow), transform=f"translate({num(middle)} 0)")
    return element("g", painted(look.paint, line(ends, look.dash), mark), transform="translate(0 -4)")


def legend(entries: Sequence[tuple[str, str]], width: float, top: float) -> tuple[str, float]:
    """The entries in rows that fit the width, and the height they take."""
    drawn, x, y = [], 0.0, top + LINE
    for key, name in entries:
        lines = wrap(name, width - KEY - 4, SIZE)
        taken = KEY + max((text_width(piece, SIZE) for piece in lines), default=0.0)
        if x and x + taken > width - 2:
            x, y = 0.0, y + LINE + 4
        pieces = [text(piece, KEY, LINE * n) for n, piece in enumerate(lines)]
        drawn.append(element("g", key, *pieces, transform=f"translate({num(x + 2)} {num(y)})"))
        x += taken + 18
        if len(lines) > 1:
            x, y = 0.0, y + LINE * len(lines) + 4
    rows = y - top + (8 if x else -LINE + 4)
    return (element("g", *drawn, class_="mb-legend"), rows) if entries else ("", 0.0)

"""The styles that tell the traces of a chart apart: colour, symbol and dashes, the same in every drawing of the chart.

Colour is never alone: symbols follow the gender (or the unit), and what is no outcome is dashed and hollow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median_low

from lib.charts.chart import Chart, Mark, Trace
from lib.words.figures import KINDS, gender_words
from lib.words.language import _

# Total, women, men, then whatever else is compared. Every colour has 3:1 or more against both backgrounds of its
# theme, and every two differ by 8 (ANYWHERE) or 10 (the others) in OKLab x 100 for the colour-blind as well.
LIGHT = (
    "#0072b2", "#b0307a", "#e06000", "#000fe1", "#781e4b",
    "#965aff", "#690096", "#874b1e", "#b47878", "#0f96c3",
)  # fmt: skip
DARK = (
    "#4aa8ff", "#e879b9", "#ffb454", "#a5f0ff", "#0f9600",
    "#ffe1a5", "#8769ff", "#c35a96", "#d2c3b4", "#ff4b5a",
)  # fmt: skip
# For an SVG that does not know where it stands: these hold on white and on the dark background.
ANYWHERE = (
    "#0072b2", "#b0307a", "#e06000", "#8787ff", "#875a0f",
    "#962dff", "#d27878", "#b45a5a", "#d20fc3", "#a587b4",
)  # fmt: skip

# The colours of everything that is shown in a browser, drawings among it, light and dark.
TOKENS = Path(__file__).with_name("tokens.css")

_PROPERTIES = ("--mb-total", "--mb-women", "--mb-men", *(f"--mb-series-{n}" for n in range(4, 11)))
_BY_GENDER = {"T": 0, "K": 1, "M": 2}
SYMBOLS = ("circle", "square", "triangle", "diamond", "triangle-down", "cross")
# Dashes of what is no outcome, in pixels; the target's are longer than any of them.
DASHES = {"outcome": "", "forecast": "6 4", "budget": "2 3", "plan": "8 3 2 3"}
# Where one thing is drawn: the symbols of what is planned, so that a single figure of it is no forecast's.
KIND_SYMBOLS = {"budget": "diamond", "plan": "triangle-down"}
TARGET_DASH = "10 5"
LIMIT_DASH = "1 4"


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a trace. `colour` counts in the palettes, `stem` is what the trace is about, without its kind."""

    colour: int
    symbol: str
    dash: str
    hollow: bool
    stem: str

    @property
    def paint(self) -> str:
        """The colour in CSS, which the page may set for its theme."""
        return f"var({_PROPERTIES[self.colour]},{ANYWHERE[self.colour]})"


def properties(*, dark: bool) -> str:
    """The CSS declarations that give charts the colours of a theme, to stand in a rule for `:root`."""
    palette = DARK if dark else LIGHT
    return "".join(f"{name}:{colour};" for name, colour in zip(_PROPERTIES, palette, strict=True))


def styles(chart: Chart) -> tuple[Style, ...]:
    """The looks of the chart's traces, in their order."""
    abouts = [_without_gender(trace) for trace in chart.traces]
    order = list(dict.fromkeys(abouts))
    genders = {trace.gender for trace in chart.traces}
    return tuple(_style(t, order.index(a), len(order), genders) for t, a in zip(chart.traces, abouts, strict=True))


def _style(trace: Trace, place: int, abouts: int, genders: set[str]) -> Style:
    gender = _BY_GENDER.get(trace.gender, 0)
    symbol = SYMBOLS[gender if abouts == 1 or len(genders) > 1 else place % len(SYMBOLS)]
    return Style(
        colour=gender if abouts == 1 else place % len(LIGHT),
        symbol=KIND_SYMBOLS.get(trace.kind, symbol) if abouts == len(genders) == 1 else symbol,
        dash=DASHES.get(trace.kind, DASHES["forecast"]),
        hollow=trace.kind != "outcome",
        stem=_without_kind(trace),
    )


def _without_kind(trace: Trace) -> str:
    kind = _(KINDS.get(trace.kind, ""))
    return "" if trace.name == kind else trace.name.removesuffix(f", {kind}")


def _without_gender(trace: Trace) -> str:
    stem, words = _without_kind(trace), gender_words(trace.gender)
    return (
        ""
        if stem in words
        else next((stem.removesuffix(f", {word}") for word in words if stem.endswith(f", {word}")), stem)
    )


def runs(marks: Sequence[Mark]) -> list[tuple[Mark, ...]]:
    """The marks of a trace that a line joins.

    It breaks where a period is missing, where the series is broken, and at ranges, whose middle is no figure.
    """
    steps = [later.x - mark.x for mark, later in pairwise(marks)]
    widest = 1.9 * median_low(steps) if steps else 0.0
    lines: list[list[Mark]] = []
    for mark in marks:
        before = lines[-1][-1] if lines else None
        joined = before and mark.x - before.x <= widest and before.low is None and mark.low is None
        if joined and not mark.after_break:
            lines[-1].append(mark)
        else:
            lines.append([mark])
    return [tuple(run) for run in lines]


def bridges(chart: Chart, looks: Sequence[Style]) -> Iterator[tuple[int, Mark, Mark]]:
    """The lines from an outcome to the forecast, budget or plan after it: trace number, last outcome, first figure.

    Only from year to year: the forecast of a year doesn't go on from the figure of a month.
    """
    for number, (trace, look) in enumerate(zip(chart.traces, looks, strict=True)):
        if trace.kind == "outcome" or not trace.marks or not whole_year(trace.marks[0]):
            continue
        first = trace.marks[0]
        earlier = [
            mark
            for other, its in zip(chart.traces, looks, strict=True)
            if its.stem == look.stem and other.gender == trace.gender and other is not trace
            for mark in other.marks
            if mark.x == first.x - 1
        ]
        if earlier and earlier[0].low is None and first.low is None:
            yield number, earlier[0], first


def whole_year(mark: Mark) -> bool:
    """Whether the figure is drawn in the middle of a calendar year, as figures of whole years are."""
    return mark.x % 1 == 0.5

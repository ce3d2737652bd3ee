"""A chart, before it is drawn: traces of figures over time, the target's steps, and the sentence that says it.

`svg_chart` and `plotly_chart` draw the same Chart, so a slide, a page and a document cannot disagree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from lib.charts.background import NOTHING, EventMark, Gap, Process, Spread, decimal_year, events_of, middle, process_of
from lib.rules.periods import Period
from lib.rules.series import Inherited, Point, Series, TargetSpan
from lib.words.chart_text import alternative, limit_of_change, summary
from lib.words.figures import KINDS, YES_OR_NO, gender_text, measure_text
from lib.words.language import _, period_name, with_unit
from lib.words.targets import target_text

# More lines than this have no limits drawn: they would cover each other.
MOST_LIMITS = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure. x is a decimal year (the middle of the period), y the figure (the middle of a range).

    low and high are the ends of a range; `open` is '<' or '>' for 'less than' and 'more than', '~' for 'about'. least
    and most are the ends of what the true figure may be, where that is known of a figure that is one number.
    `after_break`: no line comes to it, as the series is broken before it.
    """

    x: float
    y: float
    label: str
    text: str
    low: float | None = None
    high: float | None = None
    open: str = "="
    least: float | None = None
    most: float | None = None
    after_break: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """Figures that are joined by a line: one series, one kind. Kinds other than outcome are drawn dashed."""

    name: str
    gender: str
    kind: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class TargetStep:
    """A target from x0 to x1 at y (or the band y to upper), with its words; `limit` is the limit of a change alone."""

    x0: float
    x1: float
    y: float
    text: str
    upper: float | None = None
    limit: str = ""


@dataclass(frozen=True, slots=True)
class OtherLine:
    """The figures of one that the board is compared with, by name; drawn thin and grey behind the board's own."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Traces and steps in one unit of measure, with a title, a sentence that says it, and its text alternative.

    `processes` have the limits of monthly lines; `meetings` are the board's, marked along the time axis; `gap` is what
    a slide is about, and `finding` what there is to say in a line. `others` are those that the board is compared with,
    `spreads` where the middle half of them lies.
    """

    title: str
    unit: str
    decimals: int
    traces: tuple[Trace, ...]
    steps: tuple[TargetStep, ...]
    sentence: str
    alternative: str = ""
    processes: tuple[Process, ...] = ()
    events: tuple[EventMark, ...] = ()
    meetings: tuple[EventMark, ...] = ()
    gap: Gap | None = None
    finding: str = ""
    others: tuple[OtherLine, ...] = ()
    spreads: tuple[Spread, ...] = ()

    @property
    def heading(self) -> str:
        """The title with what the chart says, where that is known."""
        return f"{self.title}: {self.finding}" if self.finding else self.title

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All figures of all traces."""
        return tuple(mark for trace in self.traces for mark in trace.marks)

    @property
    def says_something(self) -> bool:
        """Whether a figure follows another in any line, and is no yes or no: one dot says no more than its figure."""
        return self.unit != YES_OR_NO and any(len(trace.marks) > 1 for trace in self.traces)

    @property
    def process(self) -> Process:
        """The limits behind a single line; none where there are several lines."""
        return next((process for process in self.processes if process.alone), NOTHING)

    @property
    def yearly(self) -> bool:
        """Whether no year has two figures in one trace, so that the axis can be marked by year."""
        return all(len({int(m.x) for m in t.marks}) == len(t.marks) for t in self.traces)


def chart_of(series: Sequence[Series], title: str = "", *, year: int | None = None, until: date | None = None) -> Chart:
    """A chart of series that share a unit of measure (at least one series).

    Its text alternative has the levels of the year (None = newest, up to the day `until` if there are any).
    """
    return replace(
        plain_chart(series, title),
        alternative=alternative(series, year, until),
        processes=tuple(_processes(series, until)),
    )


def _processes(series: Sequence[Series], until: date | None) -> Iterator[Process]:
    """The limits of each monthly line; of many lines, where they would cover each other, the marked months."""
    place = 0
    for drawn in series:
        process, traces = process_of(drawn, until), len(_traces(drawn, series))
        if process != NOTHING and traces:
            process = process if len(series) <= MOST_LIMITS else replace(process, bands=(), mean=None)
            yield replace(process, trace=place, alone=len(series) == 1)
        place += traces


def plain_chart(series: Sequence[Series], title: str = "") -> Chart:
    """The same without the limits of months and levels in words: for a small drawing beside words of its own."""
    about = series[0].about
    traces = tuple(trace for drawn in series for trace in _traces(drawn, series))
    marks = [mark.x for trace in traces for mark in trace.marks]
    span = (min(marks) - 0.5, max(marks) + 0.5) if marks else (0.0, 1.0)
    steps = tuple(_steps_of_all(series, *span))
    events = events_of(series, *span)
    return Chart(
        title=title or about.name,
        unit=about.unit_of_measure,
        decimals=about.decimals,
        traces=traces,
        steps=steps,
        sentence=_sentence(series, steps, events),
        events=events,
    )


def _steps_of_all(series: Sequence[Series], first: float, last: float) -> Iterator[TargetStep]:
    """The steps of all targets, each once; whose it is where only some of the lines have it."""
    same: dict[tuple[float, ...], list[tuple[Series, TargetStep]]] = {}
    for drawn in series:
        for step in _steps(drawn, first, last, is_one_of_several=len(series) > 1):
            ends = step.y if step.upper is None else step.upper
            same.setdefault((step.x0, step.x1, step.y, ends), []).append((drawn, step))
    for having in same.values():
        step, names = having[0][1], [_name(drawn, "outcome", series) for drawn, _step in having]
        if len({id(drawn) for drawn, _step in having}) < len(series) and having[0][0].unit + having[0][0].gender != "T":
            whose = _("{target} ({whose})").format(target=step.text, whose=", ".join(dict.fromkeys(names)))
            step = replace(step, text=whose)
        yield step


def _sentence(series: Sequence[Series], steps: Sequence[TargetStep], events: Sequence[EventMark]) -> str:
    sentences = [summary(drawn) for drawn in series]
    if steps:
        texts = list(dict.fromkeys(step.text for step in steps))
        sentences.append(
            _("Target: {target}.").format(target=_in_turn(texts) if len(series) == 1 else "; ".join(texts))
        )
    if events:
        sentences.append(_("Marked in the chart: {events}.").format(events="; ".join(event.text for event in events)))
    return " ".join(sentences)


def _in_turn(targets: Sequence[str]) -> str:
    """The targets of one series, in the order in which they hold; whose they are is said once."""
    limits, whose = [text.partition(" (")[0] for text in targets], {text.partition(" (")[2] for text in targets}
    if len(whose) > 1:
        return "; ".join(targets)
    text = reduce(lambda earlier, later: _("{earlier}, then {later}").format(earlier=earlier, later=later), limits)
    return text + "".join(f" ({last}" for last in whose if last)


def _name(series: Series, kind: str, among: Sequence[Series]) -> str:
    """The name that sets the trace apart from the others: indicator, unit, gender, kind, as far as they differ."""
    parts = []
    if len({other.about.code for other in among}) > 1:
        parts.append(series.about.name)
    if len({other.unit for other in among}) > 1:
        parts.append(series.unit_name or _("whole board"))
    if len({other.gender for other in among}) > 1 or series.gender != "T":
        parts.append(gender_text(series.gender, series.about))
    if kind != "outcome" or not parts:
        parts.append(_(KINDS[kind]))
    return ", ".join(parts)


def _traces(series: Series, among: Sequence[Series]) -> list[Trace]:
    traces = []
    for kind in KINDS:
        drawn = [(p, m) for p in series.points if p.kind == kind and (m := mark_of(p, series))]
        marks = _after_breaks(drawn, series)
        if marks:
            traces.append(Trace(_name(series, kind, among), series.gender, kind, marks))
    return traces


def _after_breaks(drawn: Sequence[tuple[Point, Mark]], series: Series) -> tuple[Mark, ...]:
    """The marks, of which the first after each break begins a line of its own, and so does an amount of another time.

    What grows with the time, such as a year's cost, is not joined to that of a part of a year.
    """
    breaks = [decimal_year(event.day) for event in series.events if event.breaks]
    return tuple(
        replace(mark, after_break=bool(place) and _is_apart(drawn[place - 1], (point, mark), series, breaks))
        for place, (point, mark) in enumerate(drawn)
    )


def _is_apart(before: tuple[Point, Mark], after: tuple[Point, Mark], series: Series, breaks: Sequence[float]) -> bool:
    (earlier, start), (later, end) = before, after
    is_unlike = series.about.depends_on_length and earlier.period.months != later.period.months
    return is_unlike or any(start.x < x <= end.x for x in breaks)


def mark_of(point: Point, series: Series) -> Mark | None:
    """A figure of a series as it is drawn; None where there is nothing to draw."""
    measure = series.with_interval(point).measure
    if measure is None:
        return None
    text = measure_text(measure, series.about)
    x, label = _place(point.period, series), period_name(point.period, short=True)
    if measure.value is not None:
        least, most = measure.interval() or (None, None)
        return Mark(x, measure.value, label, text, open=measure.qualifier, least=least, most=most)
    if measure.lower is None or measure.upper is None:
        return None
    return Mark(x, (measure.lower + measure.upper) / 2, label, text, measure.lower, measure.upper)


def _place(period: Period, series: Series) -> float:
    """The middle of the period; of twelve months that end in each month, the middle of the last."""
    return middle(Period.of_month(period.end.year, period.end.month) if series.is_rolling else period)


def _steps(series: Series, first: float, last: float, *, is_one_of_several: bool) -> list[TargetStep]:
    """The target's steps within the drawn years. A target that holds outside them is drawn at the nearest edge.

    Among several lines it is said whose a target is, not whose it was.
    """
    steps = []
    for span in series.targets:
        level = _level(span, series)
        if level is None:
            continue
        x0 = max(first, decimal_year(span.valid_from)) if span.valid_from else first
        x1 = min(last, decimal_year(span.valid_to) + 1 / 366) if span.valid_to else last
        if x0 >= last:
            x0 = last - 0.5
        if x1 <= x0:
            x1 = x0 + 0.5
        base, shown = series.named_baseline(span), replace(span, inherited=Inherited.OWN) if is_one_of_several else span
        text, limit = target_text(shown, series.about, base), limit_of_change(span, series.about, base)
        steps.append(TargetStep(x0, x1, level[0], text, level[1], limit))
    return steps


def _level(span: TargetSpan, series: Series) -> tuple[float, float | None] | None:
    """The limit to draw, or the band between two; that of a change is counted from the figure it starts from."""
    limits = series.limits(span)
    if limits is None or not limits.ends:
        return None
    return limits.ends[0], limits.ends[-1] if len(limits.ends) > 1 else None


def axis_title(chart: Chart) -> str:
    """The unit of measure as the value axis' title ('' where the figures need none)."""
    return with_unit("", chart.unit).strip()

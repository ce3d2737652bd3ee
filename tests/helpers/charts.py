"""Charts to draw: a few made by hand, and any chart at all."""

from hypothesis import strategies as st

from lib.charts.chart import Chart, Mark, TargetStep, Trace
from lib.words.language import number, with_unit


def mark(x: float, y: float, *, unit: str = "%", label: str = "", opening: str = "=") -> Mark:
    return Mark(x, y, label or str(int(x)), with_unit(number(y), unit), open=opening)


def trace(*figures: float, name: str = "utfall", gender: str = "T", kind: str = "outcome", first: int = 2012) -> Trace:
    return Trace(name, gender, kind, tuple(mark(first + n + 0.5, y) for n, y in enumerate(figures)))


def chart(*traces: Trace, steps: tuple[TargetStep, ...] = (), unit: str = "%", decimals: int = 0) -> Chart:
    return Chart("Sjukfrånvaro", unit, decimals, traces, steps, "Sjukfrånvaro: från 6 % till 7 %.")


FIVE_YEARS = chart(trace(6.1, 6.6, 7.5, 7.3, 7), steps=(TargetStep(2012, 2017, 5, "högst 5\u00a0%"),))
BY_GENDER = chart(
    trace(6.1, 6.6, 7.5, name="totalt"),
    trace(6.9, 7.4, 8.2, name="kvinnor", gender="K"),
    trace(3.6, 3.9, 4.4, name="män", gender="M"),
)
KINDS = chart(
    trace(83, first=2011),
    trace(85, name="prognos", kind="forecast", first=2012),
    trace(86, name="budget", kind="budget", first=2013),
    trace(87, 88, name="plan", kind="plan", first=2014),
)
HOSTILE = Chart(
    '<script>alert("1")</script>',
    "<b>",
    0,
    (trace(5, 6, name="a & <b>"),),
    (TargetStep(2012, 2014, 5, "<i>5</i>"),),
    "'\"<&>",
)

HUNDREDTHS = st.integers(-100_000_000, 100_000_000).map(lambda n: n / 100)
YEARS = st.integers(1990, 2040).map(lambda year: year + 0.5)
MONTHS = st.integers(2010 * 12, 2018 * 12).map(lambda n: round((n + 0.5) / 12, 4))
WORDS = st.text(max_size=60) | st.text(alphabet="abc åäö&<>\"'%\u00a0—", max_size=120)


@st.composite
def marks(draw: st.DrawFn, x: float) -> Mark:
    low, middle, high = sorted(draw(st.tuples(HUNDREDTHS, HUNDREDTHS, HUNDREDTHS)))
    words = draw(WORDS), draw(WORDS)
    if draw(st.integers(0, 4)) == 0:
        return Mark(x, middle, *words, low, high)
    return Mark(x, middle, *words, open=draw(st.sampled_from("=====<>~")))


@st.composite
def traces(draw: st.DrawFn, times: st.SearchStrategy[float]) -> Trace:
    at = sorted(draw(st.sets(times, max_size=8)))
    kind = draw(st.sampled_from(["outcome", "outcome", "forecast", "budget", "plan"]))
    return Trace(draw(WORDS), draw(st.sampled_from("TKM")), kind, tuple(draw(marks(x)) for x in at))


@st.composite
def steps(draw: st.DrawFn) -> TargetStep:
    x0, x1 = sorted(draw(st.tuples(YEARS, YEARS)))
    level, upper = sorted(draw(st.tuples(HUNDREDTHS, HUNDREDTHS)))
    return TargetStep(x0, x1, level, draw(WORDS), draw(st.sampled_from([None, upper])))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Any chart: of years or of months, with names, figures and targets as they may come."""
    times = draw(st.sampled_from([YEARS, MONTHS]))
    return Chart(
        draw(WORDS),
        draw(st.sampled_from(["%", "", "antal", "dagar", "kr per invånare 0–20 år"])),
        draw(st.integers(0, 2)),
        tuple(draw(st.lists(traces(times), max_size=4))),
        tuple(draw(st.lists(steps(), max_size=3))),
        draw(WORDS),
    )

"""Random series: any figures, periods and targets."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.status import Better, Measure, Qualifier, Rule, TargetValue

ABOUT = IndicatorTraits("b", "i", "Andel", unit_of_measure="%", decimals=1)
# Few numbers, so that figures often meet each other and their limits.
TENTHS = st.integers(-30, 30).map(lambda n: n / 10)
PERIODS = [
    *(Period.of_year(2010 + at) for at in range(9)),
    *(Period.of_month(2017 + at // 12, at % 12 + 1) for at in range(20)),
    *(Period.parse(code) for code in ("2018-01--2018-08", "2017-09--2018-08", "2018-02-03--2018-04-05")),
]


@st.composite
def measures(draw: st.DrawFn) -> Measure | None:
    low, high = sorted((draw(TENTHS), draw(TENTHS)))
    given_as = draw(st.sampled_from(["number"] * 6 + ["range", "half", "none"]))
    if given_as == "none":
        return None
    if given_as == "number":
        return Measure(low, qualifier=draw(st.sampled_from([Qualifier.EXACTLY] * 4 + list(Qualifier))))
    return Measure(None, low, high if given_as == "range" else None)


@st.composite
def spans(draw: st.DrawFn) -> TargetSpan:
    rule = draw(st.sampled_from(Rule))
    low, high = sorted((draw(TENTHS), draw(TENTHS)))
    value = draw(st.sampled_from([abs(low) if rule.needs_baseline else low, None]))
    near = draw(st.sampled_from([None, 0.0, 1.5]))
    first, last = (draw(st.sampled_from([None, 2012, 2016, 2018])) for _end in "fl")
    days = (date(first, 1, 1) if first else None, date(max(last, first or last), 12, 31) if last else None)
    baseline = draw(st.sampled_from([None, *PERIODS]))
    return TargetSpan(TargetValue(rule, value, high if rule is Rule.BETWEEN else None, near), *days, baseline)


@st.composite
def any_series(draw: st.DrawFn, most_targets: int = 3) -> Series:
    """Years, months and other periods, overlapping or with gaps; figures of all kinds; any targets or none."""
    chosen = draw(st.sets(st.sampled_from(PERIODS), max_size=len(PERIODS)))
    points = [Point(period, "outcome", draw(measures()), "normal") for period in chosen]
    points = [point if point.measure else replace(point, status="missing") for point in points]
    about = replace(ABOUT, better=draw(st.sampled_from(Better)).value)
    targets = tuple(
        sorted(draw(st.lists(spans(), max_size=most_targets)), key=lambda target: target.valid_from or date.min)
    )
    ordered = tuple(sorted(points, key=lambda point: (point.period.end, point.period.start)))
    return Series(about, "", "", "T", ordered, targets)

"""Direction of yearly figures: every way to a direction, and what holds for all."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import theilslopes

from lib.rules.status import Better, FigureStatus, Measure, Qualifier
from lib.rules.yearly_trend import DirectionReason, Trend, plain, rank_sum, yearly
from tests.helpers.trends import (
    CHANCE,
    EQUAL,
    FALLING,
    HOLDS,
    IMPROVING,
    ONE_YEAR,
    QUICK,
    RISING,
    TOO_FEW,
    UNCLEAR,
    WORSENING,
    from_2010,
    order,
)

RISING_12 = range(3, 37, 3)
# name: figures from 2010 on, then direction with higher as better, reason, slope, p
ROWS = {
    "none": ([], TOO_FEW, None, None),
    "one": ([7], TOO_FEW, None, None),
    "two": ([7, 6.5], TOO_FEW, -0.5, None),
    "four, rising": ([1, 2, 3, 4], TOO_FEW, 1, None),
    "five, rising: 2/5!": ([1, 2, 3, 4, 5], IMPROVING, 1, 2 / 120),
    "five, falling": ([5, 4, 3, 2, 1], WORSENING, -1, 2 / 120),
    "five, by a hundredth a year": ([0.1, 0.11, 0.12, 0.13, 0.14], IMPROVING, 0.01, 2 / 120),
    "five, one pair falls: 2 * 5/5!": ([1, 2, 3, 5, 4], CHANCE, 1, 10 / 120),
    "five, the last two equal": ([1, 2, 3, 4, 4], CHANCE, 1, 0.0433),  # Z = 8 / sqrt(282 / 18) = 2.021
    "five, three equal": ([1, 2, 3, 3, 3], CHANCE, 0.5, 0.0961),  # Z = 6 / sqrt(234 / 18) = 1.664
    "six, rising: 2/6!": ([1, 2, 3, 4, 5, 6], IMPROVING, 1, 2 / 720),
    "six, one pair falls: 2 * 6/6!": ([2, 1, 3, 4, 5, 6], CHANCE, None, 12 / 720),
    "six, two pairs fall: 2 * 20/6!": ([2, 1, 3, 4, 6, 5], CHANCE, None, 40 / 720),
    "seven, one pair falls: 2 * 7/7!": ([2, 1, 3, 4, 5, 6, 7], IMPROVING, None, 14 / 5040),
    "seven, two pairs fall: 2 * 27/7!": ([2, 1, 3, 4, 5, 7, 6], CHANCE, None, 54 / 5040),
    "up and down": ([1, 3, 2, 3, 1], CHANCE, 0, 1),
    "all equal": ([6, 6, 6, 6, 6], EQUAL, 0, 1),
    "all equal but for noise": ([0.3, 0.1 + 0.2, 0.3, 0.3, 0.3], EQUAL, 0, 1),
    # Rising for twelve years, then below all of them: S = 66 - 12 = 54. About the means of year and figure, with v for
    # the last figure, sum(xy) = 312 + 6 * v; without 2021 it is 214.5 + 6.4167 * v. 66 of the 78
    # changes per year are 3.
    "thirteen, the slope negative": ([*RISING_12, -60], ONE_YEAR, 3, 0.00053),
    "thirteen, the slope zero": ([*RISING_12, -52], ONE_YEAR, 3, 0.00053),
    "thirteen, the slope negative without 2021": ([*RISING_12, -34], ONE_YEAR, 3, 0.00053),
    "thirteen, the slope positive without any": ([*RISING_12, -33], IMPROVING, 3, 0.00053),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_direction_of_five_years_or_more(row):
    figures, expected, slope, p = row
    found = yearly(from_2010(*figures), Better.HIGHER)
    if isinstance(expected, DirectionReason):
        assert (found.direction, found.reason) == (UNCLEAR, expected)
    else:
        reason = DirectionReason.TOO_FEW_YEARS if expected is TOO_FEW else HOLDS
        assert (found.direction, found.reason) == (expected, reason)
    assert (found.n, found.left_out, found.gap) == (len(figures), 0, False)
    assert found.p == (None if p is None else pytest.approx(p, abs=0.00005))
    if slope is not None or len(figures) < 2:
        assert found.slope == (None if slope is None else pytest.approx(slope))


def test_the_change_per_year_is_free_of_noise():
    # 0.4 - 0.1 is 0.30000000000000004 in binary, and a third has no end: 12 digits, at most 10 of them decimals.
    assert yearly([(2010, 0.1), (2011, 0.4)], Better.HIGHER).slope == 0.3
    assert yearly([(2010, 0), (2013, 1)], Better.HIGHER).slope == 0.3333333333
    assert yearly([(2010, 0), (2013, 1000000)], Better.HIGHER).slope == 333333.333333


def test_one_strange_year_hardly_moves_the_change_per_year():
    assert yearly(from_2010(5, 5.1, 5.2, 5.3, 5.4, 9), Better.HIGHER).slope == 0.1


@QUICK
@given(st.lists(st.integers(-500, 500), min_size=2, max_size=12))
def test_the_change_per_year_is_that_of_a_library(figures):
    assert yearly(from_2010(*figures), Better.HIGHER).slope == pytest.approx(theilslopes(figures).slope)


def test_neither_better_gives_no_judgement():
    for better in (Better.NONE, Better.RANGE):
        assert yearly(from_2010(1, 2, 3, 4, 5), better).direction is RISING
        assert yearly(from_2010(5, 4, 3, 2, 1), better).direction is FALLING
        assert yearly(from_2010(1, 2, 3, 5, 4), better).direction is UNCLEAR


def test_gaps_in_years_are_borne_and_told():
    found = yearly([(2010, 1), (2012, 2), (2014, 3), (2016, 4), (2018, 5)], Better.HIGHER)
    assert found == Trend(IMPROVING, HOLDS, 5, gap=True, slope=0.5, p=pytest.approx(2 / 120), first=2010)


def test_what_is_no_plain_number_is_left_out_and_counted():
    values = [(2010, 1), (2011, None), (2012, 2), (2013, 3), (2014, 4), (2015, 5), (2016, None)]
    found = yearly(values, Better.HIGHER)
    assert (found.direction, found.n, found.left_out, found.gap) == (IMPROVING, 5, 2, True)
    assert yearly(values[:-2], Better.HIGHER).direction is TOO_FEW


def test_a_year_with_two_figures_is_left_out():
    values = [*from_2010(1, 2, 3, 4, 5), (2014, 5), (2015, 6), (2015, None)]
    found = yearly(values, Better.HIGHER)
    assert (found.direction, found.n, found.left_out) == (IMPROVING, 5, 3)
    assert found.gap  # 2014 has two figures, even though they are the same
    assert yearly(values[:-2], Better.HIGHER).reason is DirectionReason.TOO_FEW_YEARS


@pytest.mark.parametrize("number", [nan, inf, -inf])
def test_a_figure_must_be_finite(number):
    with pytest.raises(ValueError, match="finite"):
        yearly([(2010, number)], Better.HIGHER)


def test_which_measures_are_plain_numbers():
    assert plain(Measure(7.5)) == 7.5
    assert plain(Measure(7.5, 7, 8)) == 7.5
    assert plain(Measure(7.5, qualifier=Qualifier.ABOUT, status=FigureStatus.PRELIMINARY)) == 7.5
    assert plain(Measure(lower=7, upper=7)) == 7
    for none in (None, Measure(), Measure(7.5, qualifier=Qualifier.BELOW), Measure(7.5, qualifier=Qualifier.ABOVE)):
        assert plain(none) is None
    assert plain(Measure(lower=7, upper=8)) is None
    assert plain(Measure(7.5, status=FigureStatus.HIDDEN)) is None


HUNDREDTHS = st.integers(-20_000, 20_000)
FACTORS = st.sampled_from([0.01, 0.1, 0.3, 1.1, 7, 100, 1000])


@st.composite
def series(draw, least=0):
    """Figures by year, many of them with a trend, with ties, gaps and holes."""
    n = draw(st.integers(least, 12))
    drift, spread = draw(st.sampled_from([-100, -3, 0, 3, 100])), draw(st.sampled_from([0, 2, 100, 20_000]))
    years = draw(st.lists(st.integers(1990, 2030), min_size=n, max_size=n, unique=draw(st.booleans())))
    noise = draw(st.lists(st.integers(-spread, spread), min_size=n, max_size=n))
    holes = draw(st.sampled_from([set(), {n // 2}]))
    points = zip(sorted(years), noise, strict=True)
    return [(year, None if i in holes else (i * drift + wave) / 100) for i, (year, wave) in enumerate(points)]


SERIES = series()
BETTER = st.sampled_from(Better)
MIRRORED = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER}
OTHER_WAY = {IMPROVING: WORSENING, WORSENING: IMPROVING}
FALLS = {RISING: FALLING, FALLING: RISING, **OTHER_WAY}
UPWARDS = {Better.HIGHER: {IMPROVING}, Better.LOWER: {WORSENING}, Better.NONE: {RISING}, Better.RANGE: {RISING}}
REASONS = {
    IMPROVING: {HOLDS},
    WORSENING: {HOLDS},
    RISING: {HOLDS},
    FALLING: {HOLDS},
    UNCLEAR: {CHANCE, ONE_YEAR, EQUAL},
    TOO_FEW: {DirectionReason.TOO_FEW_YEARS},
}


@QUICK
@given(SERIES, BETTER)
def test_every_direction_has_a_reason_that_goes_with_it(values, better):
    found = yearly(values, better)
    assert found.reason in REASONS[found.direction]
    assert found.n + found.left_out == len(values)
    assert (found.n >= 5) == (found.p is not None) == (found.direction is not TOO_FEW)
    assert (found.slope is None) == (found.n < 2)
    if found.direction in FALLS:
        assert found.p < 0.05
        assert found.slope >= 0 if found.direction in UPWARDS[better] else found.slope <= 0


@QUICK
@given(SERIES, st.sampled_from(list(MIRRORED)))
def test_what_is_better_turns_the_judgement_and_nothing_else(values, better):
    found, other = yearly(values, better), yearly(values, MIRRORED[better])
    assert OTHER_WAY.get(found.direction, found.direction) == other.direction
    assert [found.reason, found.slope, found.p, found.n] == [other.reason, other.slope, other.p, other.n]


@QUICK
@given(SERIES, BETTER)
def test_figures_in_the_mirror_go_the_other_way(values, better):
    found = yearly(values, better)
    other = yearly([(year, None if figure is None else -figure) for year, figure in values], better)
    assert FALLS.get(found.direction, found.direction) == other.direction
    assert [found.reason, found.p] == [other.reason, other.p]


@QUICK
@given(SERIES, BETTER, FACTORS, HUNDREDTHS)
def test_unit_and_zero_do_not_matter(values, better, factor, hundredths):
    def moved(figure):
        return None if figure is None else figure * factor + hundredths / 100

    found, other = yearly(values, better), yearly([(year, moved(figure)) for year, figure in values], better)
    assert [other.direction, other.reason, other.p] == [found.direction, found.reason, found.p]
    if found.slope is not None:
        assert other.slope == pytest.approx(found.slope * factor, abs=1e-7)


@QUICK
@given(SERIES, BETTER, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(values, better, random):
    shuffled = random.sample(values, len(values))
    assert yearly(shuffled, better) == yearly(values, better)


@QUICK
@given(
    st.sampled_from([order(n, few) for n in range(5, 11) for few in range(5)]),
    st.lists(st.integers(0, 3), min_size=10, max_size=10),
    st.sampled_from(Better),
    st.integers(1, 5),
    st.integers(1, 50_000),
)
def test_a_point_that_continues_the_trend_never_weakens_certainty(figures, waves, better, later, hundredths):
    # A later year whose figure is beyond all before it, the way the trend goes. For p see above. The slope keeps its
    # sign: with a point (x, y) added, sum(xy) about the means grows by n / (n + 1) * (x - mean x) * (y - mean y),
    # which is positive for the last year and the highest figure; so it does with any one of the old years left out,
    # and with the new one left out it is as before.
    values = [figure + wave for figure, wave in zip(figures, waves, strict=False)]
    for way in (1, -1):
        points = from_2010(*(way * value for value in values))
        found = yearly(points, better)
        more = yearly([*points, (2020 + later, way * (max(values) + hundredths / 100))], better)
        if found.reason is HOLDS and (found.slope > 0) == (way > 0):
            assert (more.direction, more.reason) == (found.direction, HOLDS)
        if found.p is not None and way * rank_sum([figure for _, figure in points]) >= 0:
            assert more.p <= found.p


def test_a_point_that_only_repeats_the_last_may_weaken_certainty():
    # Why it has to be beyond the others: standing still speaks against a trend. Six rising: p = 2/6! = 0.0028. With
    # the sixth repeated S = 20, V = (7 * 6 * 19 - 18) / 18 = 43.33 and Z = 19 / 6.583 = 2.886: p = 0.0039.
    before = yearly(from_2010(1, 2, 3, 4, 5, 6), Better.HIGHER)
    after = yearly(from_2010(1, 2, 3, 4, 5, 6, 6), Better.HIGHER)
    assert (before.direction, after.direction) == (IMPROVING, UNCLEAR)
    assert (before.p, after.p) == (pytest.approx(2 / 720), pytest.approx(0.0039, abs=0.00005))

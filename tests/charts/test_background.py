"""Limits, marked months and events behind the figures: planned once, and the same in every drawing."""

from dataclasses import replace
from datetime import date

import pytest

from lib.charts.background import BREAK, EVENT, decimal_year
from lib.charts.chart import Chart, chart_of
from lib.charts.plotly_chart import figure
from lib.charts.style import runs
from lib.charts.svg_chart import line_chart
from lib.rules.events import Event
from lib.rules.movement import movement
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series
from lib.rules.status import Measure

ABOUT = IndicatorTraits("b", "i", "Dagar", unit_of_measure="dagar", decimals=0, better="lower", statistic="mean")
VALUES = [10.0, 12.0, 11.0] * 11 + [30.0, 11.0, 10.0]
BROKEN = Event(date(2018, 1, 1), "Nytt system", breaks=True)
OPENED = Event(date(2018, 6, 1), "Ny mottagning")


def months(*events: Event, gender: str = "T") -> Series:
    points = tuple(Point(Period.of_number(12 * 2016 + i), "outcome", Measure(value)) for i, value in enumerate(VALUES))
    return Series(ABOUT, "", "", gender, points, events=events)


def test_the_rings_are_the_months_that_the_sentence_names():
    trend = movement(months()).monthly
    process = chart_of([months()]).process
    assert trend.marked == (12 * 2018 + 9,)
    assert process.marked == ((pytest.approx(2018.79, abs=0.01), 30.0, "utöver det vanliga"),)
    assert [(one.lower, one.expected, one.upper) for one in process.bands] == [
        (one.lower, one.expected, one.upper) for one in trend.band
    ]
    assert process.mean[2] == trend.limits.mean


def test_what_comes_after_the_day_is_not_ringed():
    assert chart_of([months()], until=date(2018, 9, 30)).process.marked == ()


def test_each_of_a_few_lines_has_its_limits_dotted_in_its_colour():
    chart = chart_of([months(), months(gender="K")])
    assert [(one.trace, one.alone, len(one.bands)) for one in chart.processes] == [(0, False, 12), (1, False, 12)]
    assert chart.process.bands == ()
    assert line_chart(chart).count('stroke-dasharray="1 4"') == 3  # each line's, and what they are below
    dotted = [trace for trace in figure(chart).data if trace.line.dash == "dot"]
    assert [trace.name for trace in dotted] == ["gränser för vanlig variation", None, None, None]


def test_many_lines_have_no_limits_but_their_marked_months():
    chart = chart_of([replace(months(), unit=code, unit_name=code) for code in "abcd"])
    assert [(one.bands, len(one.marked)) for one in chart.processes] == [((), 1)] * 4


def test_no_limits_stand_behind_years():
    years = Series(
        ABOUT, "", "", "T", tuple(Point(Period.of_year(y), "outcome", Measure(1.0)) for y in range(2000, 2020))
    )
    assert chart_of([years]).processes == ()


def test_events_are_marked_each_once_and_named_in_the_sentence():
    chart = chart_of([months(BROKEN, OPENED), months(BROKEN, gender="K")])
    assert [(one.x, one.breaks) for one in chart.events] == [(2018.0, True), (decimal_year(OPENED.day), False)]
    assert chart.sentence.endswith("Markerat i diagrammet: 1 januari 2018: Nytt system; 1 juni 2018: Ny mottagning.")
    assert chart_of([months(Event(date(2030, 1, 1), "Senare"))]).events == ()


def test_no_line_reaches_over_a_break():
    joined, broken = (chart_of([months(*events)]).traces[0].marks for events in ((), (BROKEN,)))
    assert [len(run) for run in runs(joined)] == [36]
    assert [len(run) for run in runs(broken)] == [24, 12]


def test_every_drawing_has_the_limits_the_rings_and_the_events():
    chart = chart_of([months(OPENED)])
    svg = line_chart(chart)
    assert svg.count('class="mb-event"') == 1
    assert EVENT in svg
    assert BREAK not in svg
    assert "utöver det vanliga" in svg
    drawn = figure(chart)
    assert [trace.text for trace in drawn.data if trace.mode == "text" and trace.hovertext] == [(EVENT,)]
    rings = [trace for trace in drawn.data if trace.mode == "markers"]
    assert [(trace.x, trace.y) for trace in rings] == [((chart.process.marked[0][0],), (30.0,))]
    [ground] = [shape.path for shape in drawn.layout.shapes if shape.type == "path" and shape.path.endswith("Z")]
    assert ground.count("M") == len(chart.process.bands) == 12


def test_a_break_has_a_sign_of_its_own():
    chart: Chart = chart_of([months(BROKEN)])
    assert BREAK in line_chart(chart)
    assert EVENT not in line_chart(chart)
    lines = [shape for shape in figure(chart).layout.shapes if shape.type == "line" and shape.y1 == 1]
    assert [(shape.x0, shape.line.dash) for shape in lines] == [(2018.0, "dash")]


def test_twelve_months_that_end_in_each_month_are_drawn_at_their_last_and_have_no_limits():
    ends = (12 * 2016 + i for i in range(11, 11 + len(VALUES)))
    periods = (Period(Period.of_number(end - 11).start, Period.of_number(end).end) for end in ends)
    points = tuple(Point(period, "outcome", Measure(v)) for period, v in zip(periods, VALUES, strict=True))
    rolling = Series(ABOUT, "", "", "T", points)
    chart = chart_of([rolling])
    assert chart.process.bands == ()
    assert [mark.x for mark in chart.traces[0].marks[:2]] == pytest.approx([2016.957, 2017.041], abs=0.002)
    assert movement(rolling).monthly is None


def test_the_interval_of_a_figure_is_drawn_as_a_whisker_in_every_drawing():
    point = Point(Period.of_year(2020), "outcome", Measure(11.0, 9.0, 14.0))
    chart = chart_of([Series(ABOUT, "", "", "T", (point,))])
    mark = chart.marks[0]
    assert (mark.y, mark.least, mark.most, mark.low) == (11.0, 9.0, 14.0, None)
    bare = chart_of([Series(ABOUT, "", "", "T", (Point(point.period, "outcome", Measure(11.0)),))])
    assert line_chart(chart).count("M-3 ") == line_chart(bare).count("M-3 ") + 2
    bars = [trace.error_y for trace in figure(chart).data if trace.error_y.array is not None]
    assert [(tuple(one.array), tuple(one.arrayminus)) for one in bars] == [((3.0,), (2.0,))]

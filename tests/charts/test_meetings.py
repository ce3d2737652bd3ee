"""What is marked in a chart for a member: the meetings, the limit, and the figures one by one by keyboard."""

from dataclasses import replace

from lib.charts.background import EventMark
from lib.charts.chart import TargetStep, chart_of
from lib.charts.sparkline import sparkline
from lib.charts.svg_chart import line_chart
from lib.rules.periods import Period
from lib.rules.status import Rule
from tests.helpers.charts import BY_GENDER, FIVE_YEARS, chart, trace
from tests.helpers.series import ABOUT, point, series, span
from tests.helpers.svg import SVG, Element, drawn, group, titles, words

MEETINGS = (EventMark(2014.1, "mötet den 6 februari 2014"), EventMark(2016.9, "mötet den 24 november 2016"))
MEETING = replace(FIVE_YEARS, meetings=MEETINGS)


def stops(root: Element) -> list[str | None]:
    return [mark.get("tabindex") for mark in group(root, "mb-mark")]


def test_meetings_stand_on_the_time_axis_with_their_day_and_in_the_legend() -> None:
    root = drawn(line_chart(MEETING))
    assert titles(root, "mb-meeting") == [meeting.text for meeting in MEETINGS]
    assert "nämndens möten" in words(root)
    assert "nämndens möten" not in words(drawn(line_chart(FIVE_YEARS)))


def test_a_meeting_outside_the_drawn_time_is_left_out() -> None:
    later = replace(FIVE_YEARS, meetings=(EventMark(2031.5, "mötet den 1 juli 2031"),))
    assert titles(drawn(line_chart(later)), "mb-meeting") == []


def test_a_small_trend_has_an_upright_line_for_a_meeting() -> None:
    def uprights(root: Element) -> int:
        paths = (path.get("d", "") for path in root.iter(f"{SVG}path") if path.get("stroke-dasharray") == "2 2")
        return sum(path.count("V55") for path in paths)

    assert uprights(drawn(sparkline(MEETING, width=220, height=56))) == 2
    assert uprights(drawn(sparkline(FIVE_YEARS, width=220, height=56))) == 0


def test_the_newest_figure_is_the_one_stop_of_the_tabulator_key() -> None:
    root = drawn(line_chart(BY_GENDER, stops=True))
    assert stops(root) == ["-1", "-1", "0", *["-1"] * 6]
    assert root.get("role") == "group"
    plain = drawn(line_chart(BY_GENDER))
    assert (set(stops(plain)), plain.get("role")) == ({None}, "img")


def test_where_room_lacks_the_limit_alone_is_named_in_the_plot_and_the_whole_target_below() -> None:
    whole = "högst 43, två färre än i december 2024 enligt beslutet om budget och mål"
    step = TargetStep(2012, 2016, 43, whole, limit="högst 43")
    root = drawn(line_chart(chart(trace(51, 50, 52, 51), steps=(step,), unit=""), width=400))
    [legend] = group(root, "mb-legend")
    assert "mål: högst 43" in words(root)
    assert " ".join(words(legend)) == f"mål: {whole}"


def test_the_limit_of_a_change_is_counted_from_its_baseline() -> None:
    figures = point("2015", 45.0), point("2016", 44.0)
    changes = {
        (Rule.DECREASE, 2.0): "högst 43 %",
        (Rule.DECREASE, None): "mindre än 45 %",
        (Rule.NOT_BELOW, None): "minst 45 %",
        (Rule.AT_MOST, 40.0): "",
    }
    for (rule, value), limit in changes.items():
        target = span(rule, value, baseline=Period.parse("2015") if rule is not Rule.AT_MOST else None)
        [step] = chart_of([series(*figures, targets=(target,))]).steps
        assert step.limit.replace("\u00a0", " ") == limit


def test_an_amount_of_a_part_of_a_year_is_not_joined_to_that_of_a_whole_year() -> None:
    amounts = point("2024", 60.0), point("2025", 65.0), point("2026-01--2026-08", 44.0)
    count = replace(series(*amounts), about=replace(ABOUT, statistic="sum", unit_of_measure="mnkr"))
    [trace_of_amounts] = chart_of([count]).traces
    assert [mark.after_break for mark in trace_of_amounts.marks] == [False, False, True]
    [trace_of_shares] = chart_of([series(*amounts)]).traces
    assert [mark.after_break for mark in trace_of_shares.marks] == [False, False, False]

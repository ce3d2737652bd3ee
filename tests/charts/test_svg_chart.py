"""Charts as SVG: what stands where, what is said, and what holds for any chart."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.charts.chart import Chart, Mark, TargetStep, Trace
from lib.charts.svg_chart import line_chart
from lib.words.language import _
from tests.helpers.charts import BY_GENDER, FIVE_YEARS, HOSTILE, KINDS, chart, charts, mark, trace
from tests.helpers.svg import (
    SVG,
    drawn,
    extents,
    group,
    height_of,
    lines,
    numbers,
    places,
    ticks,
    titles,
    translation,
    words,
)


def test_figures_and_target_stand_at_their_values_on_the_axis() -> None:
    root = drawn(line_chart(FIVE_YEARS))
    assert list(ticks(root)) == [4, 5, 6, 7, 8]
    heights = [y for _x, y in places(root)]
    assert heights == pytest.approx([height_of(root, value) for value in (6.1, 6.6, 7.5, 7.3, 7)], abs=0.1)
    [target] = group(root, "mb-target")
    _x, y, _end = numbers(target.findall(f".//{SVG}path")[-1])
    assert y == pytest.approx(height_of(root, 5), abs=0.1)


def test_figures_stand_over_their_years() -> None:
    root = drawn(line_chart(FIVE_YEARS))
    years = {one.text: float(one.get("x", "")) for one in root.iter(f"{SVG}text") if one.text and one.text[:2] == "20"}
    assert list(years) == ["2012", "2013", "2014", "2015", "2016"]
    assert [x for x, _y in places(root)] == pytest.approx(list(years.values()), abs=0.1)


def test_the_drawing_is_one_picture_with_a_name_and_the_sentence() -> None:
    root = drawn(line_chart(FIVE_YEARS))
    told = {one.get("id"): one.text for one in root}
    assert root.get("role") == "img"
    assert [told[name] for name in root.get("aria-labelledby", "").split()] == [FIVE_YEARS.title, FIVE_YEARS.sentence]
    assert root.get("viewBox") == "0 0 640 280"
    assert [one.get("id") for one in drawn(line_chart(BY_GENDER))] != [one.get("id") for one in root]


def test_a_figure_tells_its_period_and_value() -> None:
    assert titles(drawn(line_chart(chart(trace(6, 7.5)))), "mb-mark") == [
        "utfall, 2012: 6\u00a0%",
        "utfall, 2013: 7,5\u00a0%",
    ]


def test_the_newest_figure_and_the_target_are_written_out() -> None:
    target = _("target: {target}").format(target="högst 5\u00a0%")
    assert [word for word in words(drawn(line_chart(FIVE_YEARS))) if "%" in word] == ["%", "7\u00a0%", target]


def test_women_men_and_total_differ_in_symbol_and_colour_and_are_named() -> None:
    root = drawn(line_chart(BY_GENDER))
    painted = [one for one in root.iter(f"{SVG}g") if one.get("style")]
    assert [one.get("style") for one in painted] == [
        "color:var(--mb-total,#0072b2)",
        "color:var(--mb-women,#b0307a)",
        "color:var(--mb-men,#e06000)",
    ]
    assert len({one.findall(f"{SVG}g/{SVG}path")[0].get("d") for one in painted}) == 3
    assert {"totalt 7,5\u00a0%", "kvinnor 8,2\u00a0%", "män 4,4\u00a0%"} <= set(words(root))


def test_what_is_no_outcome_is_dashed_and_hollow_and_goes_on_from_the_year_before() -> None:
    root = drawn(line_chart(KINDS))
    paths = lines(root)
    assert [one.get("stroke-dasharray") for one in paths] == ["6 4", "2 3", "8 3 2 3"]
    assert [one.get("d", "").count("M") for one in paths] == [1, 1, 2]
    fills = [one.findall(f"{SVG}path")[0].get("fill") for one in group(root, "mb-mark")]
    assert fills == ["currentColor", "none", "none", "none", "none"]


def test_one_figure_is_a_mark_without_a_line() -> None:
    root = drawn(line_chart(chart(trace(88), steps=(TargetStep(2012, 2013, 90, "minst 90\u00a0%"),))))
    assert len(places(root)) == 1
    assert lines(root) == []
    assert {"88\u00a0%", "2012"} <= set(words(root))


def test_a_missing_year_breaks_the_line() -> None:
    years = Trace("utfall", "T", "outcome", tuple(mark(x, 5) for x in (2012.5, 2013.5, 2015.5, 2016.5)))
    [line] = lines(drawn(line_chart(chart(years))))
    assert line.get("d", "").count("L") == 2


def test_surveys_every_second_year_are_joined() -> None:
    years = Trace("utfall", "T", "outcome", tuple(mark(x, 5) for x in (2012.5, 2014.5, 2016.5)))
    [line] = lines(drawn(line_chart(chart(years))))
    assert line.get("d", "").count("L") == 2


def test_a_range_is_a_bar_from_its_low_end_to_its_high_end_and_no_line_runs_through_it() -> None:
    ranges = tuple(Mark(x, 110, str(int(x)), "98–122 dagar", 98, 122) for x in (2016.5, 2017.5))
    root = drawn(line_chart(chart(Trace("utfall", "T", "outcome", ranges), unit="dagar")))
    [first, _second] = group(root, "mb-mark")
    _x, top, foot, *_caps = numbers(first.findall(f"{SVG}path")[0])
    y = translation(first)[1]
    assert [y + top, y + foot] == pytest.approx([height_of(root, 122), height_of(root, 98)], abs=0.1)
    assert lines(root) == []


def test_less_than_points_down_more_than_up_and_about_is_hollow_with_a_tilde() -> None:
    marks = tuple(mark(2012.5 + n, 60, opening=sign) for n, sign in enumerate("<>~"))
    shapes = [
        one.findall(f"{SVG}path")
        for one in group(drawn(line_chart(chart(Trace("", "T", "outcome", marks)))), "mb-mark")
    ]
    assert [len(one) for one in shapes] == [1, 1, 2]
    assert "V14" in shapes[0][0].get("d", "")
    assert "V-14" in shapes[1][0].get("d", "")
    assert shapes[2][0].get("fill") == "none"


def test_a_band_has_both_its_lines_and_its_ground() -> None:
    root = drawn(line_chart(chart(trace(25, 14), steps=(TargetStep(2012, 2014, 10, "10–20", 20),))))
    [target] = group(root, "mb-target")
    [ground] = target.findall(f"{SVG}rect")
    top, tall = float(ground.get("y", "")), float(ground.get("height", ""))
    assert [top, top + tall] == pytest.approx([height_of(root, 20), height_of(root, 10)], abs=0.1)
    [line] = target.findall(f"{SVG}path")
    assert line.get("d", "").count("M") == 2


def test_a_target_that_changes_is_drawn_year_by_year_and_joined() -> None:
    changing = tuple(
        TargetStep(2012 + n, 2013 + n, level, f"högst {level}\u00a0%") for n, level in enumerate((7, 6, 5))
    )
    root = drawn(line_chart(chart(trace(7, 7, 7), steps=changing)))
    levels = [numbers(one.findall(f"{SVG}path")[0])[1] for one in group(root, "mb-target")]
    assert levels == pytest.approx([height_of(root, level) for level in (7, 6, 5)], abs=0.1)
    [risers] = [one for one in root.iter(f"{SVG}path") if one.get("stroke-dasharray") == "2 3"]
    assert risers.get("d", "").count("V") == 2


def test_a_target_without_room_for_its_words_is_told_below() -> None:
    changing = tuple(TargetStep(2012 + n, 2013 + n, 7 - n / 10, f"högst {7 - n / 10}\u00a0%") for n in range(8))
    root = drawn(line_chart(chart(trace(*[7.0] * 8), steps=changing), width=360))
    told = " ".join(words(group(root, "mb-legend")[0]))
    assert all(f"{step.text} ({2012 + n})" in told for n, step in enumerate(changing))


def test_long_names_are_told_whole_below() -> None:
    names = ["Enheten för ekonomiskt bistånd och arbetsmarknadsinsatser", "Barn- och ungdomsenhetens öppenvård"]
    root = drawn(line_chart(chart(*(trace(5, 6 + n, name=name) for n, name in enumerate(names))), width=360))
    [legend] = group(root, "mb-legend")
    assert " ".join(words(legend)) == " ".join(names)
    assert float(root.get("viewBox", "").split()[3]) > 280


def test_large_and_negative_numbers_are_swedish_and_the_break_is_where_zero_is() -> None:
    root = drawn(line_chart(chart(trace(-228.8, -217), unit="mnkr")))
    assert "−220" in words(root)
    assert _("The axis does not start at zero") in [one.text for one in root.iter(f"{SVG}title")]
    assert "120\u00a0000" in words(drawn(line_chart(chart(trace(120_000, 131_250), unit="kr"))))


def test_nothing_in_a_name_becomes_markup() -> None:
    svg = line_chart(HOSTILE)
    root = drawn(svg)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {"svg", "g", "path", "text", "title", "desc", "circle"}
    assert "<script" not in svg
    assert "\n" not in svg
    assert root.findtext(f"{SVG}title") == HOSTILE.title
    assert "a & <b>, 2012: 5\u00a0%" in titles(root, "mb-mark")


@pytest.mark.parametrize("traces", [(), (Trace("utfall", "T", "outcome", ()),)])
def test_without_figures_the_sentence_stands_alone(traces: tuple[Trace, ...]) -> None:
    root = drawn(line_chart(chart(*traces, steps=(TargetStep(0, 1, 5, "högst 5"),))))
    assert words(root) == ["Sjukfrånvaro: från 6 % till 7 %."]


def test_an_empty_trace_beside_others_is_passed_by() -> None:
    root = drawn(line_chart(chart(trace(5, 6), Trace("prognos", "T", "forecast", ()))))
    assert len(places(root)) == 2


def test_months_are_named_and_years_below_them() -> None:
    months = tuple(mark(2014 + (n + 0.5) / 12, 5, label=f"m{n}") for n in range(6))
    root = drawn(line_chart(chart(Trace("utfall", "T", "outcome", months))))
    assert words(group(root, "mb-axes")[0])[-7:] == [
        "jan.",
        "2014",
        "feb.",
        "mars",
        "apr.",
        "maj",
        "juni",
    ]


@settings(deadline=None, max_examples=60)
@given(charts(), st.sampled_from([320, 358, 640, 1000]), st.sampled_from([180, 280, 480]))
def test_any_chart_is_well_formed_with_all_marks_and_words_inside(drawing: Chart, width: int, height: int) -> None:
    svg = line_chart(drawing, width=width, height=height)
    root = drawn(svg)
    assert "nan" not in re.sub(r"<(title|desc|text)[^>]*>[^<]*", "", svg)
    assert "inf" not in re.sub(r"<(title|desc|text)[^>]*>[^<]*", "", svg)
    assert len(places(root)) == len(drawing.marks)
    assert all(0 <= x <= width and 0 <= y <= height for x, y in places(root))
    assert [said for said, left, right in extents(root) if left < -1 or right > width + 1] == []

"""Charts as Plotly figures: the same marks and targets, colours that hold, and the settings they are shown with."""

import json
from itertools import combinations

import pytest
from hypothesis import given, settings

from lib.charts.axes import value_axis
from lib.charts.chart import Chart, Mark, TargetStep, Trace
from lib.charts.plotly_chart import config, figure
from lib.charts.style import ANYWHERE, DARK, LIGHT, properties
from lib.words.language import _, use_language
from tests.helpers.chance import examples
from tests.helpers.charts import BY_GENDER, FIVE_YEARS, HOSTILE, KINDS, chart, charts, mark, trace


def named(drawing: Chart) -> dict[str, dict]:
    """What stands in the legend, by name."""
    return {one["name"]: one for one in figure(drawing).to_dict()["data"] if one.get("showlegend")}


def test_figures_keep_their_values_and_say_them_on_hover() -> None:
    outcome = named(FIVE_YEARS)["utfall"]
    assert list(outcome["x"]) == [2012.5, 2013.5, 2014.5, 2015.5, 2016.5]
    assert list(outcome["y"]) == [6.1, 6.6, 7.5, 7.3, 7]
    assert outcome["hovertext"][-1] == "utfall<br>2016: <b>7\u00a0%</b>"
    assert outcome["hoverinfo"] == "text"


def test_targets_are_dashed_named_and_silent() -> None:
    target = named(FIVE_YEARS)[_("target: {target}").format(target="högst 5\u00a0%")]
    assert (list(target["x"]), list(target["y"])) == ([2012, 2017, None], [5, 5, None])
    assert (target["line"]["dash"], target["hoverinfo"]) == ("10px,5px", "skip")


def test_a_changing_target_has_an_entry_for_each_wording_with_its_years() -> None:
    drawing = chart(trace(7, 7, 7), steps=(TargetStep(2012, 2014, 7, "högst 7"), TargetStep(2014, 2015, 5, "högst 5")))
    pattern = _("target: {target}")
    assert list(named(drawing)) == [
        pattern.format(target="högst 7") + " (2012–2013)",
        pattern.format(target="högst 5") + " (2014)",
        "utfall",
    ]


def test_a_band_is_two_lines_and_a_ground() -> None:
    drawing = chart(trace(25, 14), steps=(TargetStep(2012, 2014, 10, "10–20", 20),))
    target = named(drawing)[_("target: {target}").format(target="10–20")]
    assert list(target["y"]) == [10, 10, None, 20, 20, None]
    [ground] = [one for one in figure(drawing).to_dict()["layout"]["shapes"] if one["type"] == "rect"]
    assert (ground["y0"], ground["y1"]) == (10, 20)


def test_gender_has_symbol_and_colour_in_both_themes() -> None:
    for dark, palette in ((False, LIGHT), (True, DARK)):
        shown = [one for one in figure(BY_GENDER, dark=dark).to_dict()["data"] if one.get("showlegend")]
        assert [one["line"]["color"] for one in shown] == list(palette[:3])
        assert [one["marker"]["symbol"][0] for one in shown] == ["circle", "square", "triangle-up"]


def test_what_is_no_outcome_is_dashed_hollow_and_joined_to_the_year_before() -> None:
    data = figure(KINDS).to_dict()["data"]
    shown = {one["name"]: one for one in data if one.get("showlegend")}
    assert {name: one["line"]["dash"] for name, one in shown.items()} == {
        "utfall": "solid",
        "prognos": "6px,4px",
        "budget": "2px,3px",
        "plan": "8px,3px,2px,3px",
    }
    assert {name: one["marker"]["symbol"][0] for name, one in shown.items()} == {
        "utfall": "circle",
        "prognos": "circle-open",
        "budget": "diamond-open",
        "plan": "triangle-down-open",
    }
    joined = [list(one["x"]) for one in data if one["mode"] == "lines"]
    assert joined == [[2011.5, 2012.5], [2012.5, 2013.5], [2013.5, 2014.5]]


def test_a_range_is_an_error_bar_and_breaks_the_line() -> None:
    marks = (mark(2015.5, 100), Mark(2016.5, 110, "2016", "98–122 dagar", 98, 122))
    shown = named(chart(Trace("utfall", "T", "outcome", marks)))["utfall"]
    assert list(shown["y"]) == [100, None, 110]
    assert (list(shown["error_y"]["array"]), list(shown["error_y"]["arrayminus"])) == ([0, 0, 12], [0, 0, 12])


def test_less_than_has_an_arrow_down_and_more_than_one_up() -> None:
    marks = tuple(mark(2012.5 + n, 60, opening=sign) for n, sign in enumerate("<>"))
    data = figure(chart(Trace("utfall", "T", "outcome", marks))).to_dict()["data"]
    [arrows] = [one for one in data if "↓" in str(one.get("text"))]
    assert list(arrows["text"]) == ["<b>↓</b>", "<b>↑</b>"]
    assert list(arrows["textposition"]) == ["bottom center", "top center"]


def test_newest_figures_are_written_apart_and_off_the_targets_line() -> None:
    close = chart(
        trace(5, 6, name="totalt"),
        trace(5, 6, name="kvinnor", gender="K"),
        steps=(TargetStep(2012, 2014, 6, "högst 6"),),
    )
    axis = value_axis(close)
    heights = [one["y"][0] for one in figure(close).to_dict()["data"] if one["mode"] == "text"]
    assert heights[1] - heights[0] > 0.05 * (axis.high - axis.low)
    assert sum("<b>6</b>" in str(one.get("text")) for one in figure(close).to_dict()["data"]) == 2


def test_axes_are_labelled_in_swedish_and_start_where_the_svg_does() -> None:
    layout = figure(chart(trace(120_000, 131_250), unit="kr")).to_dict()["layout"]
    assert layout["separators"] == ",\u00a0"
    assert list(layout["yaxis"]["ticktext"])[:2] == ["100\u00a0000", "110\u00a0000"]
    assert list(layout["xaxis"]["ticktext"]) == ["2012", "2013"]
    assert layout["title"]["text"] == "kr"


def test_nothing_in_a_name_becomes_markup() -> None:
    text = json.dumps(figure(HOSTILE).to_dict()["data"], default=list)
    assert "a &amp; &lt;b&gt;" in text
    assert "<script" not in figure(HOSTILE).to_json()
    assert "<i>" not in text


def test_long_names_are_broken_into_lines() -> None:
    name = "Enheten för ekonomiskt bistånd och arbetsmarknadsinsatser"
    assert list(named(chart(trace(5, name=name), trace(6, name="Stab")))) == [
        "Enheten för ekonomiskt bistånd och<br>arbetsmarknadsinsatser",
        "Stab",
    ]


def test_without_figures_the_sentence_stands_alone() -> None:
    empty = figure(chart(steps=(TargetStep(0, 1, 5, "högst 5"),)))
    assert len(empty.data) == 0
    assert [one.text for one in empty.layout.annotations] == ["Sjukfrånvaro: från 6 % till 7 %."]


def test_no_template_comes_along() -> None:
    assert len(figure(FIVE_YEARS).to_json()) < 4_000


def test_settings_are_in_the_language_in_use() -> None:
    swedish = config()
    assert (swedish["locale"], swedish["displayModeBar"]) == ("sv", False)
    local = swedish["locales"]["sv"]["format"]
    assert (local["decimal"], local["thousands"], local["months"][4], local["days"][0]) == (
        ",",
        "\u00a0",
        "maj",
        "söndag",
    )
    use_language("en")
    english = config()
    assert (english["locale"], english["locales"]["en"]["format"]["months"][4]) == ("en", "May")
    assert figure(FIVE_YEARS).layout.separators == ".,"


@pytest.mark.chance
@settings(deadline=None, max_examples=examples(10, 200))
@given(charts())
def test_any_chart_can_be_drawn(drawing: Chart) -> None:
    drawn = figure(drawing).to_dict()
    shown = [one for one in drawn["data"] if str(one["mode"]).startswith("lines+markers")]
    assert sum(y is not None for one in shown for y in one["y"]) == len(drawing.marks)


# ---- colours -----------------------------------------------------------------------------------------------

# What the colour-blind see, as linear RGB (Machado, Oliveira and Fernandes 2009, severity 1).
SIGHT = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
}
PALETTES = {
    "light": (LIGHT, ("#ffffff", "#f3f6f9"), 10),
    "dark": (DARK, ("#10161d", "#1a232d"), 10),
    "anywhere": (ANYWHERE, ("#ffffff", "#10161d"), 8),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def times(matrix, vector) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def contrast(one: str, other: str) -> float:
    dark, light = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def oklab(rgb: list[float]) -> list[float]:
    cones = times(
        ((0.41222, 0.53633, 0.05145), (0.2119, 0.6807, 0.1074), (0.0883, 0.28172, 0.62998)),
        [min(max(c, 0), 1) for c in rgb],
    )
    shares = ((0.21045, 0.79362, -0.00407), (1.978, -2.42859, 0.45059), (0.0259, 0.78277, -0.80868))
    return [100 * part for part in times(shares, [c ** (1 / 3) for c in cones])]


@pytest.mark.parametrize("name", PALETTES)
def test_every_colour_stands_out_from_its_grounds(name: str) -> None:
    palette, grounds, _least = PALETTES[name]
    assert len(set(palette)) == 10
    assert [one for one in palette for ground in grounds if contrast(one, ground) < 3] == []


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("name", PALETTES)
def test_every_two_colours_differ_for_the_colour_blind(name: str, sight: str) -> None:
    palette, _grounds, least = PALETTES[name]
    seen = [(one, oklab(times(SIGHT[sight], linear(one)))) for one in palette]
    near = [
        (one, other)
        for (one, a), (other, b) in combinations(seen, 2)
        if sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5 < least - 0.05
    ]
    assert near == []


def test_the_pages_properties_are_the_palettes() -> None:
    assert properties(dark=False).startswith(
        "--mb-total:#0072b2;--mb-women:#b0307a;--mb-men:#e06000;--mb-series-4:#000fe1;"
    )
    assert properties(dark=True).count("#") == 10

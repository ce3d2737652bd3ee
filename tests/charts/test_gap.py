"""The shaded way from a limit to the line: from where the line crossed it, or the limit began."""

import re
from dataclasses import replace

import pytest

from lib.charts.background import Gap
from lib.charts.chart import TargetStep
from lib.charts.frame import frame_of
from lib.charts.gap import shaded
from lib.charts.svg_chart import line_chart
from tests.helpers.charts import FIVE_YEARS, chart, trace


def corners(figures: tuple[float, ...], step: TargetStep, **more: object) -> list[tuple[float, float]]:
    """The corners of the surface in years and figures."""
    plan = replace(chart(trace(*figures), steps=(step,)), **more)
    plan = replace(plan, gap=Gap(2012.5 + len(figures) - 1, figures[-1], step.y, "för mycket", "missed"))
    frame = frame_of(plan, 640, 280, 0)
    ends = re.findall(r"([\d.]+) ([\d.]+)", re.search(r' d="([^"]+)"', shaded(plan, frame))[1])
    x0, y0 = frame.x(0), frame.y(0)
    across, down = frame.x(1) - x0, frame.y(1) - y0
    return [(round((float(x) - x0) / across, 1), round((float(y) - y0) / down, 1)) for x, y in ends]


@pytest.mark.parametrize(
    ("figures", "begins", "wanted"),
    [
        ((4.0, 6.0, 8.0), 2012.0, [(2013.0, 5.0), (2013.0, 5.0), (2013.5, 6.0), (2014.5, 8.0), (2014.5, 5.0)]),
        ((6.0, 6.0, 8.0), 2012.0, [(2012.5, 5.0), (2012.5, 6.0), (2013.5, 6.0), (2014.5, 8.0), (2014.5, 5.0)]),
        ((6.0, 6.0, 8.0), 2014.0, [(2014.0, 5.0), (2014.0, 7.0), (2014.5, 8.0), (2014.5, 5.0)]),
        ((8.0, 6.0, 3.0), 2012.0, [(2013.8, 5.0), (2013.8, 5.0), (2014.5, 3.0), (2014.5, 5.0)]),
    ],
    ids=["crossed", "never crossed", "the limit is new", "below"],
)
def test_the_surface_is_between_line_and_limit(figures, begins, wanted):
    assert corners(figures, TargetStep(begins, 2015, 5, "5")) == wanted


def test_a_figure_that_stands_alone_has_a_bar():
    first, second, third, fourth = corners((8.0,), TargetStep(2012, 2013, 5, "5"))
    assert (first[1], second[1], third[1], fourth[1]) == (5.0, 8.0, 8.0, 5.0)
    assert first[0] == second[0] < 2012.5 < third[0] == fourth[0] or first[0] == 2012.5


def test_the_chart_says_how_far_it_is_beside_the_figure():
    drawn = line_chart(replace(FIVE_YEARS, gap=Gap(2016.5, 7, 5, "2 procentenheter över målet", "missed")))
    assert 'class="mb-gap"' in drawn
    assert drawn.count(">2 procentenheter över målet</t") == 2  # a tip, and words in the plot
    assert 'class="mb-gap"' not in line_chart(FIVE_YEARS)

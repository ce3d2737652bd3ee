"""Where the axes of a chart begin and end, and where the words in it go."""

import pytest

from lib.charts.axes import time_axis, value_axis
from lib.charts.chart import TargetStep
from lib.charts.labels import Box, Placer, label
from tests.helpers.charts import chart, trace

AXES = {
    "nearly flat": (chart(trace(66.27, 68)), (55, 60, 65, 70, 75, 80)),
    "to a hundred percent": (chart(trace(97, 100)), (75, 80, 85, 90, 95, 100)),
    "from zero, which is near": (chart(trace(1, 3), unit="antal"), (0, 1, 2, 3, 4)),
    "all zero": (chart(trace(0, 0), unit="antal"), (0, 1)),
    "around zero": (chart(trace(-5, 5), unit="mnkr"), (-6, -4, -2, 0, 2, 4, 6)),
    "the target in range": (
        chart(trace(10), steps=(TargetStep(2012, 2013, 20, ""),), unit="antal"),
        (0, 5, 10, 15, 20, 25),
    ),
}


@pytest.mark.parametrize("name", AXES)
def test_value_axes(name: str) -> None:
    drawing, expected = AXES[name]
    assert value_axis(drawing).ticks == expected


def test_many_years_are_thinned_out_down_from_the_newest() -> None:
    axis = time_axis(chart(trace(*[5.0] * 17, first=2006)), room=8)
    assert [tick.label for tick in axis.ticks] == ["2007", "2012", "2017", "2022"]


def test_labels_never_meet_and_stay_inside() -> None:
    placer = Placer(Box(0, 0, 100, 40))
    found = [placer.place([label(["words"], 5, 10, "start"), label(["words"], 5, 30, "start")]) for _n in range(3)]
    assert [one and one.box.y0 for one in found] == [2.5, 22.5, None]

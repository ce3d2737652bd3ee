"""A unit's months beside its usual ones, drawn: the line stops where a month is not shown, marks and targets stand."""

import re
from xml.etree.ElementTree import fromstring

from lib.charts.usual import UsualLine, usual_line
from lib.rules.monthly_limits import MonthLimits

SVG = "{http://www.w3.org/2000/svg}"


def drawn(months: UsualLine):
    return fromstring(usual_line(months))


def paths(months: UsualLine) -> list[str]:
    return [path.get("d", "") for path in drawn(months).iter(f"{SVG}path")]


def test_the_months_from_left_to_right_and_the_higher_the_higher():
    [line] = paths(UsualLine(0, 2, {0: 1.0, 1: 3.0, 2: 2.0}))
    assert line == "M6 78L150 6L294 42"


def test_the_line_is_broken_where_a_month_is_not_shown():
    months = UsualLine(0, 4, {0: 1.0, 1: 3.0, 3: 1.0, 4: 3.0})
    assert paths(months) == ["M6 78L78 6M222 78L294 6"]
    assert len(list(drawn(months).iter(f"{SVG}circle"))) == 1  # the newest alone


def test_a_month_between_two_that_are_not_shown_is_a_dot():
    circles = list(drawn(UsualLine(0, 4, {0: 1.0, 1: 2.0, 3: 2.0})).iter(f"{SVG}circle"))
    assert [(circle.get("cx"), circle.get("r")) for circle in circles] == [("222", "4")]
    circles = list(drawn(UsualLine(0, 4, {0: 1.0, 2: 2.0, 4: 2.0})).iter(f"{SVG}circle"))
    assert [(circle.get("cx"), circle.get("r")) for circle in circles] == [("6", "3.2"), ("150", "3.2"), ("294", "4")]


def test_what_is_outside_is_marked_by_its_way():
    months = UsualLine(0, 2, {0: 1.0, 1: 9.0, 2: 1.0}, marks={1: "worse", 2: "better"})
    circles = list(drawn(months).iter(f"{SVG}circle"))
    assert [re.findall("--mb-(.*?),", circle.get("style", "")) for circle in circles] == [["worse"], ["better"]]


def test_the_band_and_the_targets_stand_where_they_hold():
    band = (MonthLimits(1, 2.0, 4.0, 6.0), MonthLimits(2, 2.0, 4.0, 6.0))
    months = UsualLine(0, 2, {0: 2.0, 1: 6.0, 2: 4.0}, band, targets=((0, 1, 6.0), (2, 2, 2.0)))
    assert paths(months) == ["M78 6H222V78H78zM222 6H300V78H222z", "M0 6H222M222 78H300", "M6 78L150 6L294 42"]


def test_nothing_is_drawn_of_no_figures():
    assert list(drawn(UsualLine(0, 17, {}))) == []


def test_alike_figures_lie_in_the_middle():
    assert paths(UsualLine(0, 1, {0: 5.0, 1: 5.0})) == ["M6 42L294 42"]

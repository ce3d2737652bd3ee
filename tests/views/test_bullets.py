"""A bullet shows the limit and the figure of the sentence beside it."""

import pytest

from lib.rules.targets import Bounds
from lib.views.bullets import bullet_of
from lib.views.key_figure import key_figure
from tests.helpers.rows import observation, target, year
from tests.views.measured import measured, one_row


def figure(*figures, **rows):
    lead = one_row(measured(*figures, **rows)).lead
    return key_figure(lead)


def test_a_change_is_drawn_at_the_limit_it_comes_to():
    rule = target(
        rule="decrease", value=2.0, baseline_start=year(2015)["period_start"], baseline_end=year(2015)["period_end"]
    )
    now = figure(observation(value=45.0, **year(2015)), observation(value=44.0, **year(2016)), targets=[rule])
    assert (now.bullet.now, now.bullet.allowed, now.bullet.before) == (Bounds(44.0, 44.0), Bounds(high=43.0), 45.0)
    assert (now.bullet.tone, now.limit.startswith("högst 43")) == ("missed", True)
    assert now.sentence.startswith(f"44,0\u00a0% mot {now.limit}: ")


@pytest.mark.parametrize(
    ("rule", "allowed"),
    [
        pytest.param(target(rule="at_least", value=90.0), Bounds(low=90.0), id="at least"),
        pytest.param(target(rule="less_than", value=14.0), Bounds(high=14.0, high_open=True), id="less than"),
        pytest.param(target(rule="between", value=10.0, upper=20.0), Bounds(10.0, 20.0), id="between"),
        pytest.param(target(rule="equal", value=100.0), Bounds(100.0, 100.0), id="exactly"),
    ],
)
def test_a_fixed_limit_is_drawn_where_it_is(rule, allowed):
    assert figure(observation(value=44.0), targets=[rule]).bullet.allowed == allowed


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param({"observations": [observation(value=44.0)], "targets": []}, id="no target"),
        pytest.param({"observations": [observation(value=None, status="missing")]}, id="no figure"),
        pytest.param({"observations": [observation()], "targets": [target(rule="decrease")]}, id="nothing before"),
        pytest.param({"observations": [observation(value=1.0)], "targets": [target(rule="done")]}, id="a milestone"),
    ],
)
def test_what_is_not_compared_has_no_bullet(rows):
    assert bullet_of(one_row(measured(**rows)).lead) is None


def test_a_range_is_drawn_with_both_its_ends():
    bullet = figure(observation(value=None, lower=10.8, upper=12.8), targets=[target(value=15.0)]).bullet
    assert (bullet.now, bullet.before, bullet.tone) == (Bounds(10.8, 12.8), None, "met")

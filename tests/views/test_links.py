"""The link between a goal and an indicator: which of its figures judge the goal, or the gap, or nothing of it."""

from dataclasses import replace

import pytest

from lib.rules.status import GoalLevel, Level, Reason, judge_gap
from lib.views.board import BoardData
from lib.views.leads import judged_series, leading
from lib.views.overview import goal_row
from tests.helpers.rows import goal, goal_indicator, indicator, observation, target, unit
from tests.helpers.seeded import read

# At least 80: all 91 and women 78, the unit 70 and its men 90.
FIGURES = (("", "T", 91.0), ("", "K", 78.0), ("", "M", 88.0), ("u", "T", 70.0), ("u", "M", 90.0))


def linked(**link) -> BoardData:
    return read(
        units=[unit()],
        goals=[goal()],
        indicators=[indicator(divided_by_gender=True, better="higher")],
        goal_indicators=[goal_indicator(**link)],
        observations=[observation(unit=code, gender=gender, value=value) for code, gender, value in FIGURES],
        targets=[target(rule="at_least", value=80.0)],
    )


@pytest.mark.parametrize(
    ("link", "level", "judged", "values"),
    [
        pytest.param({}, GoalLevel.MET, 1, [91.0], id="the whole board's"),
        pytest.param({"unit": "u"}, GoalLevel.MISSED, 1, [70.0], id="a unit's"),
        pytest.param({"gender": "K"}, GoalLevel.MISSED, 1, [78.0], id="women's, also where all are chosen"),
        pytest.param({"judges": "nothing"}, GoalLevel.UNKNOWN, 0, [91.0], id="nothing"),
        pytest.param({"judges": "gap"}, GoalLevel.UNKNOWN, 0, [91.0], id="a gap without a limit"),
        pytest.param({"judges": "gap", "gap": 0.0}, GoalLevel.MISSED, 1, [91.0], id="no gap at all"),
        pytest.param({"judges": "gap", "gap": 10.0}, GoalLevel.MET, 1, [91.0], id="a gap as large as may be"),
        pytest.param({"judges": "gap", "gap": 9.9}, GoalLevel.MISSED, 1, [91.0], id="a gap larger than may be"),
    ],
)
def test_what_a_link_lets_judge_a_goal(link, level, judged, values):
    data = linked(**link)
    row = goal_row(data, data.goals["g"], None, "T")
    assert (row.computed, row.judged, row.indicators) == (level, judged, 1)
    leads = judged_series(data, "i", None, "T", data.goals["g"])
    assert [lead.judged.point.number for lead in leads if lead.judged.point] == values


@pytest.mark.parametrize(("gender", "leads"), [("T", ["K"]), ("K", ["K"]), ("KM", ["K"]), ("M", [])])
def test_a_link_to_women_lets_no_man_judge(gender, leads):
    data = linked(gender="K")
    assert [lead.series.gender for lead in judged_series(data, "i", None, gender, data.goals["g"])] == leads


def test_the_gap_of_a_unit_is_not_known_where_it_has_no_women():
    data = linked(judges="gap", unit="u")
    (lead,) = judged_series(data, "i", None, "T", data.goals["g"])
    assert (lead.judged.point.number, lead.judged.judgement.reason) == (70.0, Reason.NO_GAP)


def test_a_gap_that_may_be_is_a_target_when_one_figure_is_to_lead():
    """A milestone is judged too, but says less than a figure; a figure without target says less than one with."""
    women_men = {"T": 80.0, "K": 78.0, "M": 82.0}
    data = read(
        goals=[goal()],
        indicators=[indicator(indicator=code, divided_by_gender=True) for code in ("without", "milestone", "gap")],
        goal_indicators=[
            goal_indicator(indicator="without"),
            goal_indicator(indicator="milestone"),
            goal_indicator(indicator="gap", judges="gap", gap=10.0),
        ],
        observations=[
            observation(indicator="without", value=1.0),
            observation(indicator="milestone", value=1.0),
            *(observation(indicator="gap", gender=gender, value=value) for gender, value in women_men.items()),
        ],
        targets=[target(indicator="milestone", rule="done", value=None)],
    )
    codes = ("without", "milestone", "gap")
    without, milestone, gap = (lead for code in codes for lead in judged_series(data, code, None, "T", data.goals["g"]))
    assert [lead.judged.judgement.level for lead in (milestone, gap)] == [Level.MET, Level.MET]
    assert leading([without, milestone, gap], None) == gap
    unknown = replace(gap, judged=replace(gap.judged, judgement=judge_gap(78.0, None, 10.0)))
    assert leading([without, unknown], None) == unknown

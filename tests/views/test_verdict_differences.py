"""Why verdicts and computed levels differ: one reason at a time, and the real boards' known cases."""

import pytest

from lib.views.overview import goal_row
from lib.views.verdict_differences import Ground, explain, explained
from tests.helpers.rows import assessment, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read

ROWS = {
    "units": [unit(), unit(unit="v", name="Vuxen")],
    "goals": [goal(title="Mål")],
    "indicators": [indicator()],
    "goal_indicators": [goal_indicator()],
    "targets": [target(value=5.0)],
    "observations": [observation(value=4.0)],
    "assessments": [assessment(verdict="not_achieved")],
}


@pytest.mark.parametrize(
    ("rows", "why", "units"),
    [
        pytest.param({}, [Ground.UNSAID], (), id="the figures cover it"),
        pytest.param({"observations": [observation(value=4.0, **year(2015))]}, [Ground.OLDER_FIGURE], (), id="older"),
        pytest.param(
            {"indicators": [indicator(), indicator(indicator="j")],
             "goal_indicators": [goal_indicator(), goal_indicator(indicator="j")]},
            [Ground.PART_UNMEASURED], (), id="part not measured",
        ),
        pytest.param(
            {"assessments": [assessment(unit="u", verdict="not_achieved"), assessment(unit="v")]},
            [Ground.JUDGED_DIFFERENTLY], (), id="judged differently",
        ),
        pytest.param(
            {"observations": [observation(unit="u", value=4.0)],
             "assessments": [assessment(unit="v", verdict="not_achieved")]},
            [Ground.OTHER_GROUNDS], ("Vuxen",), id="another department",
        ),
    ],
)  # fmt: skip
def test_reasons(rows, why, units):
    [one] = explained(read(**ROWS | rows))
    assert (one.differs, list(one.why), one.units) == (True, why, units)


@pytest.mark.parametrize(
    "verdicts", [[], [assessment()], [assessment(verdict="later")], [assessment(verdict="not_assessable")]], ids=len
)
def test_what_agrees_or_says_nothing_is_not_listed(verdicts):
    assert explained(read(**ROWS | {"assessments": verdicts})) == ()


AOF, IFO = "Äldre och funktionsnedsatta (ÄoF)", "Individ- och familjeomsorg, barn, unga och vuxna (IFO)"
GROUNDS = [Ground.OTHER_GROUNDS, Ground.PART_UNMEASURED]


@pytest.mark.parametrize(
    ("board", "goal", "differs", "why", "units", "judged"),
    [
        # ÄoF judges by its own survey; IFO's enquiries of more than 120 days make it partly met, as the verdicts are.
        ("linkoping", "mal-1", False,
         [Ground.OTHER_GROUNDS, Ground.OLDER_FIGURE, Ground.PART_UNMEASURED, Ground.JUDGED_DIFFERENTLY],
         (AOF,), (6, 16)),
        ("linkoping", "mal-2", True,
         [Ground.OTHER_GROUNDS, Ground.OLDER_FIGURE, Ground.PART_UNMEASURED, Ground.JUDGED_DIFFERENTLY],
         (IFO,), (1, 21)),
        ("linkoping", "mal-4", False,
         [Ground.OTHER_GROUNDS, Ground.OLDER_FIGURE, Ground.PART_UNMEASURED, Ground.JUDGED_DIFFERENTLY],
         (AOF,), (8, 23)),
        # The surveys show differences, as the goal asks for, but women and men are not treated alike.
        ("linkoping", "mal-11", True,
         [Ground.OTHER_GROUNDS, Ground.OLDER_FIGURE, Ground.PART_UNMEASURED], (AOF,), (2, 6)),
        # Helsingborg's fourth and eighth goal: figures without targets, and targets without figures.
        ("helsingborg", "delaktighet", False, GROUNDS, ("",), (0, 4)),
        ("helsingborg", "kostnadseffektivitet", False, GROUNDS, ("",), (0, 2)),
    ],
)  # fmt: skip
def test_known_cases(request, board, goal, differs, why, units, judged):
    data = request.getfixturevalue(board)
    found = {one.row.goal.goal: one for one in explained(data)}
    one = found[goal]
    assert (one.differs, list(one.why), one.units, (one.judged, one.indicators)) == (differs, why, units, judged)
    assert one == explain(data, goal_row(data, data.goals[goal], None, "T"))


def test_those_that_differ_come_first(linkoping):
    assert [one.row.goal.goal for one in explained(linkoping) if one.differs] == ["mal-11", "mal-2"]
    assert [one.differs for one in explained(linkoping)][:3] == [True, True, False]

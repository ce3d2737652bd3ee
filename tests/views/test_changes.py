"""What changed between two states of a board, whole; and nothing between a state and itself."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.rules.status import GoalLevel, Level
from lib.store.store import create_store
from lib.views.changes import Changes, FigureChange, GoalChange, TargetChange, changes
from lib.views.choice import Choice
from lib.views.overview import Summary
from tests.helpers.rows import assessment, board, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read
from tests.helpers.states import fill, states


@pytest.fixture(scope="module")
def three():
    store = create_store("sqlite://")
    fill(store)
    yield states(store)
    store.close()


def ends(found: tuple[FigureChange, ...]) -> list[tuple]:
    return [
        (one.goal, one.series.about.code, one.series.unit, *(p and (p.period.code, p.measure.value) for p in pair))
        for one in found
        for pair in [(one.before, one.after)]
    ]


def spans(found: tuple[TargetChange, ...]) -> list[tuple]:
    return [
        (one.goal, one.series.about.code, *(s and (s.target.value, s.valid_from, s.valid_to) for s in pair))
        for one in found
        for pair in [(one.before, one.after)]
    ]


def test_from_the_first_state_to_the_second(three):
    found = changes(three[0], three[1])
    assert found.goals == (
        GoalChange("g", "Närvaro", (GoalLevel.MET, GoalLevel.MISSED), (Summary.PARTLY, Summary.NOT_ACHIEVED)),
    )
    assert [(one.goal, one.levels, one.better) for one in found.levels] == [("g", (Level.MET, Level.MISSED), False)]
    assert ends(found.new) == [("g", "i", "", None, ("2022", 5.5))]
    assert ends(found.revised) == [("g", "i", "", ("2021", 4.8), ("2021", 4.9))]
    assert [(one.goal, one.before, one.after.verdict, one.after.period) for one in found.verdicts] == [
        ("g", None, "not_achieved", Period.of_year(2022))
    ]
    assert (found.withdrawn, found.targets) == ((), ())


def test_from_the_second_state_to_the_third(three):
    found = changes(three[1], three[2])
    assert found.goals == (
        GoalChange("h", "Trygghet", (GoalLevel.MISSED, GoalLevel.MET), (Summary.NONE, Summary.NONE)),
    )
    assert found.goals[0].better is True
    assert [(one.series.unit, one.levels) for one in found.levels] == [
        ("", (Level.MISSED, Level.MET)),
        ("u", (Level.MISSED, Level.UNKNOWN)),
    ]
    assert ends(found.withdrawn) == [("h", "j", "u", ("2021", 70.0), None)]
    assert spans(found.targets) == [("h", "j", (80.0, None, None), (70.0, None, None))]
    assert (found.new, found.revised, found.verdicts) == ((), (), ())


def test_only_what_is_chosen(three):
    assert changes(three[0], three[1], Choice(area="finns-inte")) == Changes()
    assert changes(three[1], three[2], Choice(area="a")) == Changes()
    assert changes(three[0], three[1], Choice(area="a")) == changes(three[0], three[1])
    of_2021 = changes(three[0], three[1], Choice(year=2021))
    assert (ends(of_2021.revised), of_2021.new) == ([("g", "i", "", ("2021", 4.8), ("2021", 4.9))], ())
    assert changes(three[0], three[1], Choice(gender="K")).new == ()


ROWS = {
    "goals": [goal(title="Mål")],
    "indicators": [indicator()],
    "goal_indicators": [goal_indicator()],
}


def test_a_target_that_another_takes_over_from_is_one_change():
    before = read(**ROWS, targets=[target(value=5.0)])
    after = read(
        **ROWS,
        targets=[target(value=5.0, valid_to=date(2016, 12, 31)), target(value=4.0, valid_from=date(2017, 1, 1))],
    )
    assert spans(changes(before, after).targets) == [("g", "i", (5.0, None, None), (4.0, date(2017, 1, 1), None))]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param([], [target(value=5.0)], [("g", "i", None, (5.0, None, None))], id="new"),
        pytest.param([target(value=5.0)], [], [("g", "i", (5.0, None, None), None)], id="gone"),
        pytest.param([target(value=5.0)], [target(value=5.0, note="Ny text.")], [], id="a note is no change"),
        pytest.param(
            [target(value=5.0)],
            [target(value=5.0, valid_to=date(2016, 12, 31))],
            [("g", "i", (5.0, None, None), (5.0, None, date(2016, 12, 31)))],
            id="got an end",
        ),
    ],
)
def test_targets(before, after, told):
    units = {"units": [unit()], "observations": [observation(unit="u", gender="K", value=None, status="missing")]}
    assert spans(changes(read(**ROWS, **units, targets=before), read(**ROWS, **units, targets=after)).targets) == told


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        pytest.param(None, {"value": 5.0}, "new", id="not there before"),
        pytest.param({"value": None, "status": "missing"}, {"value": 5.0}, "new", id="was missing"),
        pytest.param({"value": 5.0}, None, "withdrawn", id="gone"),
        pytest.param({"value": 5.0}, {"value": None, "status": "confidential"}, "withdrawn", id="now confidential"),
        pytest.param({"value": 5.0, "status": "preliminary"}, {"value": 5.0}, "revised", id="no longer preliminary"),
        pytest.param({"value": 5.0}, {"value": 5.0, "qualifier": "<"}, "revised", id="less than"),
        pytest.param({"value": 5.0}, {"value": 5.0, "note": "Ny not."}, "", id="a note is no change"),
        pytest.param({"value": None, "status": "missing"}, None, "", id="never was a figure"),
        pytest.param({"value": 5.0, "count": 5}, {"value": 6.0, "count": 5}, "", id="hidden in both"),
    ],
)
def test_figures(before, after, kind):
    states = [read(**ROWS, observations=[observation(**row)] if row else []) for row in (before, after)]
    found = changes(*states)
    assert [name for name in ("new", "revised", "withdrawn") if getattr(found, name)] == ([kind] if kind else [])


def test_verdicts_changed_and_withdrawn():
    before = read(**ROWS, assessments=[assessment(), assessment(aspect="Tid")])
    after = read(**ROWS, assessments=[assessment(verdict="partly", comment="Ny text.")])
    found = changes(before, after).verdicts
    assert [(one.before.verdict, one.after and one.after.verdict) for one in found] == [
        ("achieved", "partly"),
        ("achieved", None),
    ]


def test_goals_that_come_and_go():
    before, after = read(goals=[goal(title="Ett")]), read(goals=[goal(goal="h", title="Två")])
    unknown, none = GoalLevel.UNKNOWN, Summary.NONE
    assert changes(before, after).goals == (
        GoalChange("h", "Två", (None, unknown), (None, none)),
        GoalChange("g", "Ett", (unknown, None), (none, None)),
    )


VALUES = st.one_of(st.none(), st.integers(0, 100).map(float))
HISTORIES = st.lists(
    st.tuples(st.sampled_from(["", "u"]), st.sampled_from("TKM"), st.integers(2010, 2016), VALUES),
    unique_by=lambda row: row[:3],
    max_size=8,
)


def small(rows, limit):
    return read(
        **ROWS,
        units=[unit()],
        targets=[target(value=limit)] if limit is not None else [],
        observations=[
            observation(
                unit=of, gender=gender, value=value, status="normal" if value is not None else "missing", **year(y)
            )
            for of, gender, y, value in rows
        ],
        boards=[board()],
    )


@settings(max_examples=12, deadline=None)
@given(rows=HISTORIES, limit=VALUES, gender=st.sampled_from(["T", "K", "M", "KM"]))
def test_nothing_changes_from_a_state_to_itself(rows, limit, gender):
    one, same = small(rows, limit), small(rows, limit)
    assert changes(one, one, Choice(gender=gender)) == Changes()
    assert not changes(one, same, Choice(gender=gender))


@settings(max_examples=12, deadline=None)
@given(before=HISTORIES, after=HISTORIES)
def test_the_way_back_is_the_way_there_turned(before, after):
    one, other = small(before, 50.0), small(after, 50.0)
    there, back = changes(one, other), changes(other, one)

    def figures(found):
        return sorted((f.series.unit, f.series.gender, (f.before or f.after).period.code) for f in found)

    assert figures(there.new) == figures(back.withdrawn)
    assert figures(there.revised) == figures(back.revised)
    assert sorted(level.levels for level in there.levels) == sorted(level.levels[::-1] for level in back.levels)


@pytest.mark.parametrize("code", ["helsingborg", "linkoping", "karlskrona"])
def test_nothing_changes_on_a_real_board(request, code):
    data = request.getfixturevalue(code)
    assert changes(data, data) == Changes()

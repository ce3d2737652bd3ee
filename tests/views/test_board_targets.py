"""The targets of a board: in order, and which of them hold for which series."""

from datetime import date

import pytest

from lib.rules.periods import Period
from lib.rules.series import Inherited, TargetSpan
from lib.rules.status import Reason, Rule, TargetValue
from lib.views.board import BoardData
from lib.words.judgement import arithmetic
from tests.helpers.rows import indicator, observation, source, target, unit
from tests.helpers.seeded import read


def limits(data: BoardData, *key: str) -> list[tuple[float | None, str, Inherited]]:
    """The targets of a series: value, for whom, and whether inherited."""
    return [(one.target.value, one.gender, one.inherited) for one in data.series[key].targets]


def test_a_target():
    data = read(
        sources=[source()],
        indicators=[indicator()],
        targets=[
            target(
                gender="K",
                valid_from=date(2018, 1, 1),
                valid_to=date(2018, 12, 31),
                rule="between",
                value=1.0,
                upper=2.0,
                near=0.5,
                baseline_start=date(2017, 1, 1),
                baseline_end=date(2017, 8, 31),
                note="Not",
                source="s",
                locator="s. 1",
            )
        ],
    )
    assert data.series["i", "", "K"].points == ()
    assert data.series["i", "", "K"].targets == (
        TargetSpan(
            TargetValue(Rule.BETWEEN, 1.0, 2.0, 0.5),
            date(2018, 1, 1),
            date(2018, 12, 31),
            Period.parse("2017-01--2017-08"),
            gender="K",
            note="Not",
            source="s",
            locator="s. 1",
        ),
    )


def test_targets_are_in_order_of_the_day_they_begin():
    targets = [
        target(value=3.0, valid_from=date(2018, 1, 1)),
        target(value=1.0),
        target(value=2.0, valid_from=date(2016, 1, 1)),
    ]
    assert limits(read(indicators=[indicator()], targets=targets), "i", "", "T") == [
        (1.0, "T", False),
        (2.0, "T", False),
        (3.0, "T", False),
    ]


EVERYBODY = [observation(unit=code, gender=gender) for code in ("", "u") for gender in "TKM"]
OWN, ALL, BOARD = Inherited


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        pytest.param(
            [target(value=5.0)],
            {"T": (5.0, "T", OWN), "K": (5.0, "T", ALL), "uT": (5.0, "T", BOARD), "uK": (5.0, "T", BOARD)},
            id="of the whole board for all",
        ),
        pytest.param(
            [target(value=5.0), target(value=4.0, gender="K")],
            {"T": (5.0, "T", OWN), "K": (4.0, "K", OWN), "uT": (5.0, "T", BOARD), "uK": (4.0, "K", BOARD)},
            id="of the whole board for women",
        ),
        pytest.param(
            [target(value=5.0), target(value=6.0, unit="u")],
            {"T": (5.0, "T", OWN), "K": (5.0, "T", ALL), "uT": (6.0, "T", OWN), "uK": (6.0, "T", ALL)},
            id="of the unit for all",
        ),
        pytest.param(
            [target(value=5.0), target(value=7.0, unit="u", gender="K")],
            {"T": (5.0, "T", OWN), "K": (5.0, "T", ALL), "uT": (5.0, "T", BOARD), "uK": (7.0, "K", OWN)},
            id="of the unit for women",
        ),
        pytest.param(
            [target(value=6.0, unit="u")],
            {"T": None, "K": None, "uT": (6.0, "T", OWN), "uK": (6.0, "T", ALL)},
            id="of the unit alone is not the board's",
        ),
        pytest.param(
            [target(value=4.0, gender="K")],
            {"T": None, "K": (4.0, "K", OWN), "uT": None, "uK": (4.0, "K", BOARD)},
            id="for women alone is not for all",
        ),
        pytest.param(
            [target(value=5.0), target(value=6.0, unit="u", valid_from=date(2015, 1, 1), valid_to=date(2015, 12, 31))],
            {"T": (5.0, "T", OWN), "K": (5.0, "T", ALL), "uT": (5.0, "T", BOARD), "uK": (5.0, "T", BOARD)},
            id="the board's when the unit's own is not in force",
        ),
    ],
)
def test_which_target_a_series_has(targets, expected):
    data = read(units=[unit()], indicators=[indicator()], observations=EVERYBODY, targets=targets)
    figure = data.series["i", "", "T"].points[0]
    spans = {
        f"{code}{gender}": data.series["i", code, gender].target_for(figure) for code in ("", "u") for gender in "TK"
    }
    found = {key: (span.target.value, span.gender, span.inherited) if span else None for key, span in spans.items()}
    assert found == expected


@pytest.mark.parametrize("statistic", ["share", "mean", "median", "index", "ratio", "count", "sum"])
def test_what_all_have_together_in_a_count_or_a_sum_is_no_target_for_a_part_of_them(statistic):
    data = read(
        units=[unit()],
        indicators=[indicator(statistic=statistic)],
        observations=EVERYBODY,
        targets=[target(value=5.0)],
    )
    whole = [("T", [(5.0, "T", OWN)])]
    parts = [("K", [(5.0, "T", ALL)]), ("uT", [(5.0, "T", BOARD)]), ("uK", [(5.0, "T", BOARD)])]
    found = {f"{code}{gender}": limits(data, "i", code, gender) for code in ("", "u") for gender in "TK"}
    assert found == dict(whole + (parts if statistic not in ("count", "sum") else [(key, []) for key, _held in parts]))


@pytest.mark.parametrize(
    ("unit_code", "gender", "reason", "text"),
    [
        ("", "K", Reason.TARGET_OF_ALL, "30. Målvärdet gäller alla, inte vartdera könet."),
        ("u", "T", Reason.TARGET_OF_BOARD, "30. Målvärdet gäller hela nämnden."),
        ("grannen", "T", Reason.NO_TARGET, "30. Målvärde saknas."),
    ],
)
def test_a_part_says_whose_the_target_of_a_count_is(unit_code, gender, reason, text):
    about = indicator(statistic="count", unit_of_measure="antal", decimals=0)
    data = read(
        units=[unit(), unit(unit="grannen", kind="comparison")],
        indicators=[about],
        observations=[observation(unit=unit_code, gender=gender, value=30.0, count=30)],
        targets=[target(value=5.0)],
    )
    judged = data.series["i", unit_code, gender].judged()
    assert judged.judgement.reason is reason
    assert arithmetic(judged, data.indicators["i"]) == text


def test_that_something_is_to_be_done_is_also_for_the_units():
    milestone = target(rule="done", value=None)
    data = read(units=[unit()], indicators=[indicator(statistic="count")], observations=EVERYBODY, targets=[milestone])
    assert limits(data, "i", "u", "T") == [(None, "T", BOARD)]


def test_a_comparison_does_not_inherit_the_boards_target():
    data = read(
        units=[unit(kind="comparison", name="Riket")],
        indicators=[indicator()],
        observations=[observation(), observation(unit="u")],
        targets=[target(value=5.0)],
    )
    assert (limits(data, "i", "", "T"), limits(data, "i", "u", "T")) == ([(5.0, "T", False)], [])

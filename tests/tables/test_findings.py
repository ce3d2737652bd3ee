"""What `check` finds in the tables: errors first, then the gaps that a source may well have."""

import pytest

from lib.store.seed import SEED_DIR
from lib.tables.findings import Finding, findings
from lib.tables.folder import read_folder
from tests.helpers.rows import area, board, goal, goal_indicator, indicator, observation, tables, target, unit, year


def whole(**changed) -> dict:
    """Tables in which nothing is wrong or missing, some of them changed."""
    return tables(
        **{
            "boards": [board()],
            "goals": [goal()],
            "indicators": [indicator()],
            "goal_indicators": [goal_indicator()],
            "observations": [observation()],
        }
        | changed
    )


def remark(where: str, sentence: str, board: str = "b") -> Finding:
    return Finding(error=False, board=board, where=where, sentence=sentence)


NO_FIGURES = "Indikatorn har inga siffror."
NO_DIRECTION = "Det finns ett mål, men varken högre eller lägre är bättre."
NO_INDICATOR = "Målet har ingen indikator."


def test_nothing_is_found_where_nothing_is_wrong():
    assert findings(tables()) == []
    assert findings(whole()) == []


@pytest.mark.parametrize(
    ("changed", "where", "sentence"),
    [
        pytest.param({"goals": [goal(), goal()]}, "goals", "b / g står 2 gånger.", id="key twice"),
        pytest.param({"goals": [goal(area="x")]}, "b/goals", "g: ”x” finns inte i areas.", id="unknown code"),
        pytest.param(
            {"observations": [observation(lower=6.0, upper=5.0, value=5.0)]},
            "b/observations",
            "i /  / T / 2016-01-01 / 2016-12-31 / outcome: 6 är efter 5.",
            id="upside-down range",
        ),
    ],
)
def test_errors(changed, where, sentence):
    (found,) = findings(whole(**changed))
    assert found == Finding(error=True, board="", where=where, sentence=sentence)
    assert str(found) == f"Fel: {where}: {sentence}"


def test_a_remark_in_words():
    assert [str(found) for found in findings(whole(goal_indicators=[]))] == [
        "Anmärkning: b, g: Målet har ingen indikator."
    ]


@pytest.mark.parametrize(
    ("figure", "found"),
    [
        pytest.param([], [remark("i", NO_FIGURES)], id="none"),
        pytest.param([observation(value=None, status="missing")], [remark("i", NO_FIGURES)], id="missing"),
        pytest.param([observation(value=0.0)], [], id="zero"),
        pytest.param([observation(value=None, lower=2.0, upper=3.0)], [], id="range"),
        pytest.param([observation(kind="plan")], [], id="plan"),
    ],
)
def test_indicators_without_figures(figure, found):
    assert findings(whole(observations=figure)) == found


@pytest.mark.parametrize(
    ("better", "rule", "found"),
    [
        ("none", "at_most", [remark("i", NO_DIRECTION)]),
        ("none", "increase", [remark("i", NO_DIRECTION)]),
        ("none", "done", []),
        ("none", "equal", []),
        ("lower", "at_most", []),
        ("higher", "at_most", []),
        ("range", "between", []),
    ],
)
def test_targets_without_direction(better, rule, found):
    changed = {"indicators": [indicator(better=better)], "targets": [target(rule=rule, value=5.0, upper=5.0)]}
    assert findings(whole(**changed)) == found


def test_goals_without_indicator():
    links = [goal_indicator(), goal_indicator(board="c", goal="h")]
    assert findings(
        whole(boards=[board(), board(board="c")], goals=[goal(), goal(goal="h")], goal_indicators=links)
    ) == [
        Finding(True, "", "c/goal_indicators", "h / i: ”h” finns inte i goals."),
        Finding(True, "", "c/goal_indicators", "h / i: ”i” finns inte i indicators."),
        remark("h", NO_INDICATOR),
    ]


def genders(total: float, women: float, men: float, **values) -> list[dict]:
    by_gender = {"T": total, "K": women, "M": men}
    return [observation(gender=gender, value=value, **values) for gender, value in by_gender.items()]


@pytest.mark.parametrize(
    ("statistic", "figures", "found"),
    [
        pytest.param("count", (143.0, 65.0, 78.0), [], id="count that adds up"),
        pytest.param(
            "count",
            (144.0, 65.0, 78.0),
            [remark("i 2016", "Kvinnor 65 och män 78 blir inte 144 tillsammans.")],
            id="count that does not",
        ),
        pytest.param("sum", (10.1, 5.02, 5.03), [], id="sum within rounding"),
        pytest.param(
            "sum",
            (10.1, 5.0, 5.0),
            [remark("i 2016", "Kvinnor 5 och män 5 blir inte 10,1 tillsammans.")],
            id="sum beyond rounding",
        ),
        pytest.param("share", (80.0, 78.0, 88.0), [], id="share between"),
        pytest.param("share", (88.0, 78.0, 88.0), [], id="share at the end"),
        pytest.param("share", (88.05, 78.0, 88.0), [], id="share within rounding"),
        pytest.param(
            "share",
            (91.0, 78.0, 88.0),
            [remark("i 2016", "Totalen 91 ligger utanför kvinnor 78 och män 88.")],
            id="share above both",
        ),
        pytest.param(
            "median",
            (77.5, 78.0, 88.0),
            [remark("i 2016", "Totalen 77,5 ligger utanför kvinnor 78 och män 88.")],
            id="median below both",
        ),
    ],
)
def test_genders_apart(statistic, figures, found):
    records = whole(indicators=[indicator(statistic=statistic)], observations=genders(*figures))
    assert findings(records) == found


def test_genders_are_compared_within_the_same_figure_only():
    """Another unit, year or kind is another figure, and so is one of which a gender is missing."""
    apart = [
        observation(gender="T", value=91.0),
        observation(gender="K", value=78.0, kind="forecast"),
        observation(gender="K", value=78.0, unit="u"),
        observation(gender="M", value=88.0, **year(2015)),
    ]
    assert findings(whole(units=[unit()], observations=apart)) == []
    together = genders(91.0, 78.0, 88.0, unit="u", **year(2015))
    assert findings(whole(units=[unit()], observations=[*apart[:1], *together])) == [
        remark("i u 2015", "Totalen 91 ligger utanför kvinnor 78 och män 88.")
    ]


def test_errors_come_before_remarks_and_remarks_in_order_of_board():
    records = whole(
        boards=[board(board="c"), board()],
        areas=[area(), area()],
        goals=[goal(board="c"), goal()],
        goal_indicators=[],
        observations=[],
    )
    assert findings(records) == [
        Finding(True, "", "areas", "b / a står 2 gånger."),
        remark("i", NO_FIGURES),
        remark("g", NO_INDICATOR),
        remark("g", NO_INDICATOR, board="c"),
    ]


def test_the_seed_has_no_errors_and_its_known_gaps():
    found = findings(read_folder(SEED_DIR))
    assert [str(finding) for finding in found if finding.error] == []
    assert (
        remark("forstaelse ekonomiskt-bistand 2017", "Totalen 91 ligger utanför kvinnor 78 och män 88.", "linkoping")
        in found
    )
    assert remark("hemtjanst-tid", NO_FIGURES, "ekero") in found
    assert remark("mal-8", NO_INDICATOR, "linkoping") not in found

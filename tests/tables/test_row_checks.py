"""What a row must keep to: a sentence for each broken rule, rows on the limit taken, the database of the same mind."""

import pytest
from sqlalchemy.exc import IntegrityError

from lib.store.batches import BatchInfo
from lib.store.store import create_store
from lib.tables.records import Problem
from lib.tables.table_checks import broken
from tests.helpers.rows import (
    area,
    assessment,
    board,
    goal,
    goal_indicator,
    indicator,
    meeting,
    observation,
    source,
    tables,
    target,
    unit,
)

FIGURE = "i /  / T / 2016-01-01 / 2016-12-31 / outcome: "
NO_FIGURE = "Det finns varken en siffra (value, eller lower och upper) eller en status som säger varför."

CHANGE = "En förändring utan siffra har status missing, och varken value, lower eller upper."


def whole(table: str, record: dict) -> dict:
    """A board with one goal and one indicator, and the record in its table."""
    rows = {"boards": [board()], "goals": [goal()], "indicators": [indicator()]}
    return tables(**rows | {table: [record]})


REFUSED_BY_BOTH = [
    pytest.param("indicators", indicator(decimals=-1), "decimals", "i: -1 är mindre än noll.", id="decimals"),
    pytest.param(
        "indicators", indicator(minimum_group=-1), "minimum_group", "i: -1 är mindre än noll.", id="smallest group"
    ),
    pytest.param("targets", target(near=-0.5), "near", "i /  / T / : -0.5 är mindre än noll.", id="margin"),
    pytest.param(
        "targets",
        target(rule="between", value=5.0),
        "rule",
        "i /  / T / : Regeln ”between” behöver både value och upper.",
        id="between without upper",
    ),
    pytest.param(
        "targets",
        target(rule="between", upper=5.0),
        "rule",
        "i /  / T / : Regeln ”between” behöver både value och upper.",
        id="between without value",
    ),
    pytest.param("observations", observation(count=-1), "count", f"{FIGURE}-1 är mindre än noll.", id="count"),
    pytest.param("observations", observation(value=None), "value", FIGURE + NO_FIGURE, id="no figure"),
    pytest.param("observations", observation(change="lower"), "change", FIGURE + CHANGE, id="change beside a figure"),
    pytest.param(
        "observations",
        observation(value=None, lower=1.0, upper=2.0, status="missing", change="lower"),
        "change",
        FIGURE + CHANGE,
        id="change beside a range",
    ),
    pytest.param(
        "observations",
        observation(value=None, status="confidential", change="higher"),
        "change",
        FIGURE + CHANGE,
        id="change of what is confidential",
    ),
    pytest.param(
        "observations",
        observation(value=None, lower=1.0, status="preliminary"),
        "value",
        FIGURE + NO_FIGURE,
        id="half a range",
    ),
]
REFUSED_HERE_ONLY = [
    pytest.param("indicators", indicator(decimals=11), "decimals", "i: 11 decimaler är fler än tio.", id="11 decimals"),
    pytest.param(
        "targets",
        target(rule="decrease", value=-2.0),
        "value",
        "i /  / T / : Den minsta förändringen för regeln ”decrease” anges utan minustecken.",
        id="decrease with a sign",
    ),
    *(
        pytest.param(
            "observations",
            observation(value=None, lower=1.0, upper=2.0, qualifier=sign),
            "qualifier",
            f"{FIGURE}”{sign}” behöver ett värde som siffran ligger under eller över.",
            id=f"{sign} of a range",
        )
        for sign in "<>"
    ),
    *(
        pytest.param(
            "observations",
            observation(value=None, qualifier=sign, status="missing"),
            "qualifier",
            f"{FIGURE}”{sign}” behöver ett värde som siffran ligger under eller över.",
            id=f"{sign} of nothing",
        )
        for sign in "<>"
    ),
]


@pytest.mark.parametrize(("table", "record", "column", "sentence"), REFUSED_BY_BOTH + REFUSED_HERE_ONLY)
def test_a_row_that_breaks_a_rule(table, record, column, sentence):
    assert broken(whole(table, record)) == [Problem(f"b/{table}", 0, column, sentence)]


@pytest.mark.parametrize(("table", "record", "column", "sentence"), REFUSED_BY_BOTH)
def test_the_database_would_have_refused_it(table, record, column, sentence):
    del column, sentence
    store = create_store("sqlite://")
    with pytest.raises(IntegrityError, match="CHECK constraint failed"):
        store.sync(whole(table, record), BatchInfo("seed", "test"))
    store.close()


@pytest.mark.parametrize(
    ("table", "record"),
    [
        pytest.param("indicators", indicator(decimals=0, minimum_group=0), id="none"),
        pytest.param("indicators", indicator(decimals=10), id="ten decimals"),
        pytest.param("targets", target(rule="between", value=5.0, upper=5.0, near=0.0), id="between one number"),
        pytest.param("targets", target(rule="at_most"), id="a target whose limit the source does not give"),
        pytest.param("targets", target(rule="decrease", value=0.0), id="any decrease"),
        pytest.param("targets", target(rule="at_least", value=-3.0), id="a limit below zero"),
        pytest.param("observations", observation(count=0), id="nobody"),
        pytest.param("observations", observation(value=0.0), id="zero"),
        pytest.param("observations", observation(value=None, lower=0.0, upper=0.0), id="a range"),
        pytest.param("observations", observation(qualifier="<"), id="less than"),
        pytest.param("observations", observation(value=None, qualifier="~", status="confidential"), id="confidential"),
        pytest.param("observations", observation(value=None, status="missing"), id="missing"),
        pytest.param("observations", observation(value=None, status="not_applicable"), id="not applicable"),
    ],
)
def test_a_row_on_the_limit_is_taken(table, record):
    assert broken(whole(table, record)) == []
    store = create_store("sqlite://")
    assert store.sync(whole(table, record), BatchInfo("seed", "test")).batch == 1
    store.close()


@pytest.mark.parametrize(
    ("table", "record", "column"),
    [
        ("sources", source(source=""), "source"),
        ("areas", area(area=""), "area"),
        ("units", unit(unit=""), "unit"),
        ("goals", goal(goal=""), "goal"),
        ("indicators", indicator(indicator=""), "indicator"),
        ("goal_indicators", goal_indicator(goal=""), "goal"),
        ("goal_indicators", goal_indicator(indicator=""), "indicator"),
        ("targets", target(indicator=""), "indicator"),
        ("observations", observation(indicator=""), "indicator"),
        ("assessments", assessment(goal=""), "goal"),
        ("meetings", meeting(meeting=""), "meeting"),
    ],
)
def test_a_row_without_its_code(table, record, column):
    found = broken(whole(table, record))
    assert [(one.where, one.column) for one in found] == [(f"b/{table}", column)]
    assert found[0].sentence.endswith(": Värdet saknas.")


def test_a_board_without_its_code():
    assert broken(tables(boards=[board(board="")])) == [Problem("/boards", 0, "board", ": Värdet saknas.")]


def test_every_row_that_breaks_a_rule_is_told():
    rows = tables(
        boards=[board()],
        indicators=[indicator(decimals=-1, minimum_group=-1)],
        observations=[observation(count=-5), observation(gender="K", value=None, count=-5)],
    )
    assert [one.column for one in broken(rows)] == ["decimals", "minimum_group", "count", "count", "value"]

"""A plan as a story: rows in words, statuses that change, faults, what is kept back; and what a file would do."""

from datetime import date

import pytest

from lib.imports.preview.plan_text import BoardNames, RowText, row_text
from lib.imports.preview.planned import Planned
from lib.imports.preview.preview import preview
from lib.imports.preview.preview_text import headline, impossible, likely, statuses
from lib.imports.upload import read_in
from lib.rules.status import Level
from lib.store.batches import BatchInfo
from lib.store.plans import RowChange
from lib.store.store import create_store
from lib.tables.records import Problem
from lib.views import missing
from lib.views.board import read_board
from tests.helpers.rows import (
    assessment,
    board,
    goal,
    goal_indicator,
    indicator,
    observation,
    setting,
    tables,
    target,
    unit,
    year,
)

SEED = BatchInfo("seed", "test")
ROWS = {
    "boards": [board(), board(board="c")],
    "units": [unit(name="Hemtjänst")],
    "goals": [goal(title="Närvaro", responsible="HR-chefen"), goal(goal="h", title="Trygghet")],
    "indicators": [indicator(name="Sjukfrånvaro")],
    "goal_indicators": [goal_indicator()],
    "targets": [target(value=5.0)],
    "observations": [
        *(observation(value=value, **year(2020 + n)) for n, value in enumerate((4.0, 4.5, 5.5))),
        observation(gender="K", value=6.0, count=30, **year(2022)),
        observation(gender="M", value=3.0, count=5, **year(2022)),
    ],
}


@pytest.fixture
def store():
    opened = create_store("sqlite://")
    opened.sync(tables(**ROWS), SEED)
    yield opened
    opened.close()


def told(store, **rows):
    return preview(store, store.plan("b", tables(**rows)))


def test_a_preview_tells_rows_and_statuses_from_what_to_what(store):
    one = told(
        store, observations=[observation(value=4.9, **year(2022)), observation(unit="u", value=7.0, **year(2022))]
    )
    assert one.rows() == [
        RowText("observations", "changed", "Sjukfrånvaro", "", "2022", "5,5\u00a0%", "4,9\u00a0%"),
        RowText("observations", "new", "Sjukfrånvaro", "Hemtjänst", "2022", "", "7,0\u00a0%"),
    ]
    assert [change.levels for change in one.changes.levels] == [
        (Level.MISSED, Level.MET),
        (Level.UNKNOWN, Level.MISSED),
    ]
    assert headline(one.plan) == "Rader: 1 ny och 1 ändrad."
    assert statuses(one) == "Det innebär: 1 mål har ändrad status (1 bättre) och 2 utfall har ändrad status."


def test_the_board_with_a_plan_is_what_is_read_when_it_is_written(store):
    plan = store.plan(
        "b",
        tables(observations=[observation(value=9.0, **year(2022)), observation(gender="M", value=3.0, **year(2021))]),
        tables(targets=[target()]),
    )
    planned = read_board(Planned(store, plan, store.withheld("b")), "b")
    store.carry_out(plan, SEED)
    written = read_board(store, "b")
    assert planned.series == written.series
    assert planned.observations == written.observations


def test_a_figure_that_pages_do_not_show_is_not_told(store):
    rows = [observation(gender="M", value=4.0, count=5, **year(2022))]
    one = told(store, observations=rows)
    assert [(row.before, row.after, row.secret) for row in one.rows()] == [("visas inte", "4,0\u00a0%, antal 5", True)]
    store.carry_out(one.plan, BatchInfo("import", "test"))
    undo = preview(store, store.plan_undo(2, "b"))
    assert [(row.before, row.after) for row in undo.rows()] == [("visas inte", "visas inte")]


def test_a_plan_that_would_break_the_board_is_told(store):
    one = preview(store, store.plan("b", tables(observations=[observation(indicator="x")])))
    assert one.faults == (
        "Siffror, x, 2016, kolumn Indikator: ”x” finns inte hos nämnden. Lägg till det först eller rätta namnet.",
    )


def test_what_cannot_be_among_units_is_told_by_their_names(store):
    own = unit(name="Hemtjänst", parent="u")
    one = preview(store, store.plan("b", tables(units=[own])))
    assert one.faults == ("Enheter, Hemtjänst, kolumn Hör till: Enheten hör, genom det den hör till, till sig själv.",)


def test_a_plan_of_nothing_says_so(store):
    one = told(store, observations=[observation(value=5.5, **year(2022))])
    assert (headline(one.plan), one.rows()) == ("Rader: 1 oförändrad.", [])


def test_likely_causes_in_words(store):
    one = told(store, observations=[observation(value=55.0, **year(2022))])
    assert likely(one) == [
        "Sjukfrånvaro: tio, hundra eller tusen gånger så stort eller litet. Decimaltecknet? Siffror: 1."
    ]


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        pytest.param([], "", id="none"),
        pytest.param([Problem("a", 2, "b", "c")], "1 fel i filen gör att raden inte kan läsas in.", id="one"),
        pytest.param(
            [Problem("a", 2, "b", "c"), Problem("a", 0, "b", "Och 9 till")],
            "Mer än 2 fel i filen gör att rader inte kan läsas in.",
            id="told by number",
        ),
    ],
)
def test_how_much_cannot_be_read_in(problems, said):
    assert impossible(problems) == said


MARGIN = setting(setting="near", value="0.5")
RULE = setting(setting="goal-level", value="most-met", note="Beslut")
DATED = unit(name="Ny", valid_from=date(2025, 1, 1))
JUDGED = assessment(verdict="partly", unit="u"), assessment(verdict="achieved", unit="u", comment="Bra")


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("targets", target(value=5.0), target(value=4.0), "Sjukfrånvaro | | | högst 5\u00a0% | högst 4\u00a0%"),
        (
            "assessments",
            *JUDGED,
            "Närvaro | Hemtjänst, slutlig bedömning | 2016 | delvis uppfyllt; Kommentar: – | uppfyllt; Kommentar: Bra",
        ),
        ("goals", goal(title="A"), goal(title="B"), "B | | | Titel: A | Titel: B"),
        ("units", None, DATED, "Ny | | från 2025-01-01 | | "),
        ("goal_indicators", goal_indicator(), None, "Närvaro | Sjukfrånvaro | | | "),
        ("settings", MARGIN, MARGIN | {"value": "1.25"}, "Marginal för nästan uppfyllt | | | 0,5\u00a0% | 1,25\u00a0%"),
        (
            "settings",
            None,
            RULE,
            "Från indikatorer till mål | | | | uppfyllt om mer än hälften av de bedömbara indikatorerna är uppfyllda",
        ),
        (
            "units",
            unit(name="Ny"),
            unit(name="Ny", kind="section", parent="u"),
            "Ny | | | Hör till: –; Slag: enhet | Hör till: Hemtjänst; Slag: sektion",
        ),
        (
            "targets",
            target(value=5.0),
            target(value=5.0, locator="s. 2"),
            "Sjukfrånvaro | | | högst 5\u00a0%; Plats i källan: – | högst 5\u00a0%; Plats i källan: s. 2",
        ),
        (
            "targets",
            target(value=5.0),
            target(value=4.0, locator="s. 2"),
            "Sjukfrånvaro | | | högst 5\u00a0% | högst 4\u00a0%",
        ),
        ("boards", board(), board(name="Ny"), "Ny | | | Namn: Nämnden | Namn: Ny"),
    ],
    ids=[
        "target",
        "verdict",
        "goal",
        "unit",
        "link",
        "margin",
        "rule of goals",
        "kind",
        "place",
        "place of another",
        "board",
    ],
)
def test_rows_in_words(store, table, old, new, said):
    row = row_text(RowChange(table, old, new, 1, 1), BoardNames.of(read_board(store, "b")))
    assert [row.name, row.about, row.period, row.before, row.after] == [part.strip(" ") for part in said.split("|")]


# What is missing


def test_what_is_missing_before_the_next_meeting(store):
    found = missing.missing(read_board(store, "b"), date(2024, 6, 1))
    assert [(one.awaited.year, one.series.gender) for one in found.overdue] == [(2023, "T")]
    assert [one.goal for one in found.undated] == ["g"]
    assert [one.goal for one in found.gaps.goals_without_verdict] == ["g", "h"]
    frame = missing.frame(read_board(store, "b"), found)
    assert frame.to_numpy().tolist() == [
        ["Siffra", "Närvaro", "Sjukfrånvaro", "", "totalt", "2023", "5,5\u00a0% (2022)", "HR-chefen"],
        ["Målvärdets år", "Närvaro", "Sjukfrånvaro", "", "totalt", "", "högst 5\u00a0%", "HR-chefen"],
        ["Bedömning", "Närvaro", "", "", "", "", "", "HR-chefen"],
        ["Bedömning", "Trygghet", "", "", "", "", "", ""],
    ]


def test_nothing_is_missing_where_all_is_there(store):
    store.carry_out(
        store.plan(
            "b",
            tables(
                targets=[target(value=5.0, valid_from=date(2020, 1, 1))],
                assessments=[assessment(**year(2022)), assessment(goal="h", **year(2022))],
            ),
            tables(targets=[target()]),
        ),
        SEED,
    )
    assert not missing.missing(read_board(store, "b"), date(2023, 2, 1))


# Files


def test_a_file_is_read_and_held_against_the_store(store):
    content = b"indicator;gender;period_start;period_end;kind;value\ni;T;2022-01-01;2022-12-31;outcome;6,5\n"
    parts = []
    upload = read_in(store, "b", "siffror.csv", content, progress=parts.append)
    assert (upload.name, upload.reading.problems, upload.plan.version, parts[-1]) == ("siffror.csv", [], 1, 1)
    [step] = upload.plan.steps
    assert (step.old["value"], step.new["value"]) == (5.5, 6.5)
    assert store.version() == 1

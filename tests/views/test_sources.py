"""The method page: what each source gave, what the notes say of contradictions, and what is missing."""

import pytest

from lib.views.board import BoardData
from lib.views.missing import Gaps, gaps
from lib.views.sources import CONTRADICTION, UNCLEAR, Remark, SourceCounts, given, remarks
from tests.helpers.rows import assessment, goal, goal_indicator, indicator, observation, source, target, unit, year
from tests.helpers.seeded import read


def counts(rows: list[SourceCounts]) -> dict[str, tuple[int, ...]]:
    return {row.source.source: (row.goals, row.indicators, row.targets, row.figures, row.verdicts) for row in rows}


def test_what_each_source_gave():
    data = read(
        sources=[source(), source(source="kolada"), source(source="tom")],
        units=[unit()],
        goals=[goal(source="s"), goal(goal="h", source="s")],
        indicators=[indicator(source="s"), indicator(indicator="j", source="kolada")],
        targets=[
            target(value=5.0, source="s"),
            target(value=4.0, gender="K", source="s"),
            target(value=3.0, unit="u", source="kolada"),
        ],
        observations=[
            observation(source="s"),
            observation(gender="K", source="s"),
            observation(unit="u", gender="K", source="s"),
            observation(indicator="j", source="kolada", **year(2015)),
            observation(indicator="j", source="kolada", value=None, status="missing"),
        ],
        assessments=[assessment(source="s")],
    )
    assert counts(given(data)) == {"s": (2, 1, 2, 3, 1), "kolada": (0, 1, 1, 2, 0), "tom": (0, 0, 0, 0, 0)}
    assert [row.figures for row in given(data, year=2016)] == [3, 1, 0]
    assert [row.figures for row in given(data, gender="K")] == [2, 0, 0]
    assert [row.figures for row in given(data, year=2015, gender="KM")] == [0, 0, 0]


BOARDS = ["helsingborg", "linkoping", "karlskrona"]


@pytest.mark.parametrize("code", BOARDS)
def test_every_row_of_the_seed_is_counted_once(request, seeded, code):
    data: BoardData = request.getfixturevalue(code)
    rows = {name: [row for row in table if row["board"] == code] for name, table in seeded.records().items()}
    tables = ("goals", "indicators", "targets", "observations", "assessments")
    by_source = {
        one["source"]: tuple(sum(row["source"] == one["source"] for row in rows[name]) for name in tables)
        for one in rows["sources"]
    }
    assert counts(given(data)) == by_source


def noted(note: str) -> BoardData:
    return read(
        sources=[source()],
        indicators=[indicator()],
        observations=[observation(note=note, source="s", locator="s. 4")],
    )


@pytest.mark.parametrize(
    ("note", "contradiction", "unclear"),
    [
        pytest.param("", [], [], id="no note"),
        pytest.param("Hela förvaltningen.", [], [], id="an ordinary note"),
        pytest.param(f"{CONTRADICTION} summan är 9.", ["Summan är 9."], [], id="contradiction"),
        pytest.param(f"{UNCLEAR} året anges inte.", [], ["Året anges inte."], id="unclear"),
        pytest.param(f"Enkät. {UNCLEAR} året.", [], ["Året."], id="after something else"),
        pytest.param(f"{CONTRADICTION} summan. {UNCLEAR} året.", ["Summan."], ["Året."], id="both"),
        pytest.param(f"{UNCLEAR} året. {CONTRADICTION} summan.", ["Summan."], ["Året."], id="both, the other way"),
    ],
)
def test_remarks_on_a_figure(note, contradiction, unclear):
    data = noted(note)
    assert remarks(data, CONTRADICTION) == [Remark("Indikator, 2016", text, "s", "s. 4") for text in contradiction]
    assert remarks(data, UNCLEAR) == [Remark("Indikator, 2016", text, "s", "s. 4") for text in unclear]


def test_remarks_stand_in_every_kind_of_row():
    data = read(
        sources=[source(title="Protokoll", note=f"{UNCLEAR} dagen.")],
        goals=[goal(title="Målet", description=f"{UNCLEAR} nivån.", source="s", locator="§ 64")],
        indicators=[indicator(definition=f"{UNCLEAR} vilka som räknas.")],
        targets=[target(value=5.0, note=f"{UNCLEAR} målåret.")],
        assessments=[assessment(comment=f"{UNCLEAR} vem som bedömt.")],
        observations=[observation(note=f"{UNCLEAR} året.")],
    )
    assert remarks(data, UNCLEAR) == [
        Remark("Indikator, 2016", "Året.", "", ""),
        Remark("Indikator", "Målåret.", "", ""),
        Remark("Målet", "Nivån.", "s", "§ 64"),
        Remark("Indikator", "Vilka som räknas.", "", ""),
        Remark("Målet, 2016", "Vem som bedömt.", "", ""),
        Remark("Protokoll", "Dagen.", "s", ""),
    ]


def test_the_same_remark_is_given_once():
    unclear = f"{UNCLEAR} året."
    data = read(
        units=[unit()],
        indicators=[indicator()],
        observations=[
            observation(note=unclear),
            observation(unit="u", note=unclear),
            observation(gender="K", note=unclear),
        ],
        targets=[target(value=5.0, note=unclear)],
    )
    assert [remark.about for remark in remarks(data, UNCLEAR)] == ["Indikator, 2016", "Indikator"]


def test_what_is_missing():
    data = read(
        goals=[goal(title="Helt"), goal(goal="h", title="Utan")],
        indicators=[
            indicator(name="Hel"),
            indicator(indicator="j", name="Bara siffra"),
            indicator(indicator="k", name="Bara mål"),
            indicator(indicator="l", name="Saknas"),
        ],
        goal_indicators=[goal_indicator()],
        targets=[target(value=5.0), target(indicator="k", value=5.0)],
        observations=[
            observation(),
            observation(indicator="j"),
            observation(indicator="l", value=None, status="missing"),
        ],
        assessments=[assessment()],
    )
    found = gaps(data)
    assert [goal.title for goal in found.goals_without_indicator] == ["Utan"]
    assert [goal.title for goal in found.goals_without_verdict] == ["Utan"]
    assert [about.name for about in found.indicators_without_figure] == ["Bara mål", "Saknas"]
    assert [about.name for about in found.indicators_without_target] == ["Bara siffra", "Saknas"]


def test_nothing_is_missing_in_an_empty_board():
    assert gaps(read()) == Gaps((), (), (), ())


def test_the_seeds_contradictions_are_shown(linkoping, karlskrona):
    assert [(one.about, one.locator) for one in remarks(linkoping, CONTRADICTION)] == [
        ("Brukare som tycker att handläggaren visar förståelse, 2017", "Mål 1, Ekonomiskt bistånd, stycke 1")
    ]
    found = {one.about for one in remarks(karlskrona, CONTRADICTION)}
    assert {"Personer med ekonomiskt bistånd, 2013", "Kommunala beredskapsarbeten, dec. 2011"} <= found

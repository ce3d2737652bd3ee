"""Figures as rows in words and as frames with numbers: every column, in both, from the same series."""

from datetime import date

import pandas as pd
import pytest

from lib.views.figures import FigureRow, cut, download, figure_rows, source_text, within
from lib.words.language import use_language
from tests.helpers.rows import indicator, observation, source, target, unit, year
from tests.helpers.seeded import read

NBSP = "\u00a0"
SOURCES = [
    source(source="bokslut", title="Bokslut 2016"),
    source(source="kolada", title="Kolada, öppna nyckeltal", kind="kolada", reference="Källa: Kolada"),
]
HEADINGS = [
    "Nämnd",
    "Indikator",
    "Enhet",
    "Kön",
    "Period från",
    "Period till",
    "Typ av värde",
    "Värde",
    "Värde från",
    "Värde till",
    "Precision",
    "Måttenhet",
    "Uppgiftens status",
    "Målvärde",
    "Anmärkning",
    "Källa",
]


def test_a_figure_in_words():
    data = read(
        sources=SOURCES,
        indicators=[indicator(name="Sjukfrånvaro")],
        observations=[observation(value=7.0, note="Hela förvaltningen.", source="bokslut", locator="s. 4")],
        targets=[target(value=5.0)],
    )
    assert figure_rows(data, data.of_indicator("i")) == [
        FigureRow(
            indicator="Sjukfrånvaro",
            unit="Hela nämnden",
            gender="totalt",
            period="2016",
            kind="utfall",
            figure=f"7,0{NBSP}%",
            target=f"högst 5{NBSP}%",
            level="inte uppfyllt",
            note="Hela förvaltningen",
            source="Bokslut 2016, s. 4",
        )
    ]


def rows_of(*observations: dict, **rows) -> list[FigureRow]:
    data = read(sources=SOURCES, units=[unit()], indicators=[indicator()], observations=list(observations), **rows)
    return figure_rows(data, data.of_indicator("i"))


def test_newest_first_within_each_series():
    months = {"period_start": date(2017, 1, 1), "period_end": date(2017, 8, 31)}
    rows = rows_of(observation(), observation(unit="u", gender="K"), observation(**months), observation(**year(2015)))
    assert [(row.unit, row.gender, row.period) for row in rows] == [
        ("Hela nämnden", "totalt", "jan.–aug. 2017"),
        ("Hela nämnden", "totalt", "2016"),
        ("Hela nämnden", "totalt", "2015"),
        ("Enhet", "kvinnor", "2016"),
    ]


@pytest.mark.parametrize(
    ("values", "figure", "target_said", "level", "note"),
    [
        pytest.param({}, f"5,5{NBSP}%", f"högst 5{NBSP}%", "inte uppfyllt", "", id="outcome"),
        pytest.param({"kind": "plan"}, f"5,5{NBSP}%", "", "", "", id="plan"),
        pytest.param({"value": None, "status": "missing"}, "siffra saknas", "", "", "", id="missing"),
        pytest.param({"count": 3}, "visas inte: färre än 11 personer", "", "", "", id="hidden"),
        pytest.param({"status": "confidential"}, "sekretess", "", "", "", id="confidential"),
        pytest.param(
            {"status": "preliminary", "note": "Rättas i mars."},
            f"5,5{NBSP}%",
            f"högst 5{NBSP}%",
            "inte uppfyllt",
            "preliminär. Rättas i mars",
            id="preliminary",
        ),
        pytest.param(
            {"value": None, "lower": 4.0, "upper": 6.0},
            f"4,0–6,0{NBSP}%",
            f"högst 5{NBSP}%",
            "går inte att bedöma",
            "",
            id="range over the limit",
        ),
    ],
)
def test_kinds_and_states_in_words(values, figure, target_said, level, note):
    (row,) = rows_of(observation(**values), targets=[target(value=5.0)])
    assert (row.figure, row.target, row.level, row.note) == (figure, target_said, level, note)


def test_without_a_target_there_is_no_level():
    (row,) = rows_of(observation())
    assert (row.target, row.level) == ("", "")


@pytest.mark.parametrize(
    ("code", "locator", "text"),
    [
        ("bokslut", "s. 4", "Bokslut 2016, s. 4"),
        ("bokslut", "", "Bokslut 2016"),
        ("kolada", "N00090, 1283, 2016", "Källa: Kolada, N00090, 1283, 2016"),
        ("", "s. 4", "s. 4"),
        ("", "", ""),
    ],
)
def test_where_a_figure_is_from(code, locator, text):
    assert source_text(read(sources=SOURCES), code, locator) == text


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (None, None, [2014, 2015, 2016]),
        (2015, None, [2015, 2016]),
        (None, 2015, [2014, 2015]),
        (2015, 2015, [2015]),
        (2017, None, []),
        (2016, 2014, []),
    ],
)
def test_the_years_of_a_series(first, last, years):
    data = read(indicators=[indicator()], observations=[observation(**year(of)) for of in (2014, 2015, 2016)])
    whole = data.series["i", "", "T"]
    found = cut(whole, first, last)
    assert [point.period.year for point in found.points] == years
    assert [within(point, first, last) for point in whole.points] == [of in years for of in (2014, 2015, 2016)]
    assert cut(found, None, None) == found
    assert cut(whole, None, None) == whole


def test_download_has_numbers_as_numbers_and_every_column():
    data = read(
        sources=SOURCES,
        units=[unit()],
        indicators=[indicator(name="Handläggningstid", unit_of_measure="dagar")],
        observations=[
            observation(value=66.271234, count=30, note="Not", source="kolada", locator="N1"),
            observation(value=None, lower=10.8, upper=12.8, gender="K"),
            observation(value=60.0, qualifier="<", unit="u", kind="plan"),
            observation(value=None, status="missing", **year(2015)),
        ],
        targets=[target(value=14.0, valid_from=date(2016, 1, 1))],
    )
    frame = download(data, data.of_indicator("i"))
    assert list(frame.columns) == HEADINGS
    limit = f"högst 14{NBSP}dagar"
    assert frame.astype(object).where(frame.notna(), None).to_dict("list") == {
        "Nämnd": ["Nämnden"] * 4,
        "Indikator": ["Handläggningstid"] * 4,
        "Enhet": ["Hela nämnden", "Hela nämnden", "Hela nämnden", "Enhet"],
        "Kön": ["totalt", "totalt", "kvinnor", "totalt"],
        "Period från": [date(2015, 1, 1), *[date(2016, 1, 1)] * 3],
        "Period till": [date(2015, 12, 31), *[date(2016, 12, 31)] * 3],
        "Typ av värde": ["utfall", "utfall", "utfall", "plan"],
        "Värde": [None, 66.271234, None, 60.0],
        "Värde från": [None, None, 10.8, None],
        "Värde till": [None, None, 12.8, None],
        "Precision": ["", "=", "=", "<"],
        "Måttenhet": ["dagar"] * 4,
        "Uppgiftens status": ["siffra saknas", "", "", ""],
        "Målvärde": ["", limit, f"{limit} (målet för alla)", ""],
        "Anmärkning": ["", "Not", "", ""],
        "Källa": ["", "Källa: Kolada, N1", "", ""],
    }
    assert {name: frame[name].dtype.kind for name in ("Värde", "Värde från", "Värde till")} == dict.fromkeys(
        HEADINGS[7:10], "f"
    )


def test_download_keeps_small_groups_hidden():
    data = read(indicators=[indicator()], observations=[observation(value=3.0, count=3, note="Två sjuka")])
    (row,) = download(data, data.of_indicator("i")).to_dict("records")
    assert pd.isna(row["Värde"])
    assert (row["Uppgiftens status"], row["Anmärkning"]) == ("visas inte: färre än 11 personer", "")


def test_download_of_nothing_has_its_headings():
    frame = download(read(), [])
    assert (list(frame.columns), len(frame)) == (HEADINGS, 0)


def test_headings_and_words_follow_the_language():
    data = read(indicators=[indicator()], observations=[observation()])
    use_language("en")
    (row,) = figure_rows(data, data.of_indicator("i"))
    frame = download(data, data.of_indicator("i"))
    assert (row.unit, row.gender, row.kind, row.figure) == ("Whole board", "total", "outcome", f"5.5{NBSP}%")
    assert list(frame.columns)[:4] == ["Board", "Indicator", "Unit", "Gender"]


def test_every_figure_of_the_seed_has_a_row_and_a_place_in_its_source(helsingborg, linkoping, karlskrona):
    for data in (helsingborg, linkoping, karlskrona):
        series = list(data.series.values())
        rows, frame = figure_rows(data, series), download(data, series)
        assert len(rows) == len(frame) == len(data.observations)
        assert [row for row in rows if not row.source or not row.figure] == []

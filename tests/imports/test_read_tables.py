"""Tables as people draw them: periods over the columns, indicators or units down the rows, headings between them."""

import pytest

from lib.imports.mapping import ColumnMapping
from lib.imports.read_tables import read_tables
from lib.imports.workbook.read import Sheet, Workbook
from tests.helpers.answers import answered as helpers_answered
from tests.helpers.rows import board, indicator, observation, source, tables, unit
from tests.imports.test_sheets import told

STORED = tables(
    boards=[board(municipality="Ekerö")],
    sources=[source(source="kolada")],
    indicators=[
        indicator(indicator="sjuk", name="Sjukfrånvaro", kolada="N00090"),
        indicator(indicator="vanta", name="Väntetid"),
        indicator(indicator="hushall", name="Antal hushåll med ekonomiskt bistånd"),
    ],
    units=[unit(unit="norr", name="Norr"), unit(unit="soder", name="Söder")],
    observations=[observation(indicator="sjuk", unit="norr", value=7.0, count=40, locator="s. 5")],
)


def read(*rows, name="Blad1", mappings=None, notes=None):
    sheet = Sheet(name, [list(row) for row in rows], notes=notes or {})
    return read_tables(Workbook("fil.xlsx", [sheet]), STORED, "b", mappings)


def answered(*rows, **given):
    return helpers_answered(lambda mappings: read(*rows, mappings=mappings), **given)


def figures(reading):
    """What was read, as short as can be: indicator, unit, gender, first day, kind and value."""
    return [
        (r["indicator"], r["unit"], r["gender"], r["period_start"].isoformat()[:7], r["kind"], r["value"])
        for r in reading.records.get("observations", [])
    ]


def test_outcome_forecast_budget_and_plan_over_years_and_indicators_as_rows_with_headings_between():
    reading = answered(
        ["8. Kvalitetsmått och nyckeltal"],
        ["", "Utfall", "Prognos", "Budget", "Plan", "Plan"],
        ["Verksamhetsmått", 2011.0, 2012.0, 2013.0, 2014.0, 2015.0],
        ["Ekonomiskt bistånd/försörjningsstöd"],
        ["Antal hushåll med ekonomiskt bistånd", "1 673", "1\u00a0700", 1800.0, "", 1750.0],
        ["Personal"],
        ["Sjukfrånvaro", "7,5", "6,0 %", "", "<5", ".."],
        ["Summa", 3.0, 4.0],
    )
    assert told(reading) == []
    assert figures(reading) == [
        ("hushall", "", "T", "2011-01", "outcome", 1673.0),
        ("hushall", "", "T", "2012-01", "forecast", 1700.0),
        ("hushall", "", "T", "2013-01", "budget", 1800.0),
        ("hushall", "", "T", "2015-01", "plan", 1750.0),
        ("sjuk", "", "T", "2011-01", "outcome", 7.5),
        ("sjuk", "", "T", "2012-01", "forecast", 6.0),
        ("sjuk", "", "T", "2014-01", "plan", 5.0),
        ("sjuk", "", "T", "2015-01", "plan", None),
    ]
    assert reading.records["observations"][-2]["qualifier"] == "<"
    assert reading.records["observations"][-1]["status"] == "missing"
    assert reading.records["observations"][0]["locator"] == "fil.xlsx, Blad1, B5"
    assert reading.places["observations"][0] == ("Blad1", 5, "Utfall 2011")
    assert reading.ignored == ["Blad1: 1 rad med summor togs inte med."]


def test_one_heading_of_kind_and_year():
    reading = read(["Nyckeltal", "Utfall 2011", "Prognos 2012"], ["Väntetid", 3.0, 4.0])
    assert figures(reading) == [
        ("vanta", "", "T", "2011-01", "outcome", 3.0),
        ("vanta", "", "T", "2012-01", "forecast", 4.0),
    ]


def test_months_over_the_columns_units_as_rows_women_and_men_under_them():
    reading = answered(
        ["Sjukfrånvaro"],
        ["Enhet", "jan-25", "feb-25"],
        ["Norr", 7.1, "x"],
        ["  varav kvinnor", 8.0, ""],
        ["  varav män", 6.0, ""],
        ["Söder", 5.0, 5.5],
        ["Totalt", 6.0, 6.1],
    )
    assert told(reading) == []
    assert figures(reading) == [
        ("sjuk", "norr", "T", "2025-01", "outcome", 7.1),
        ("sjuk", "norr", "T", "2025-02", "outcome", None),
        ("sjuk", "norr", "K", "2025-01", "outcome", 8.0),
        ("sjuk", "norr", "M", "2025-01", "outcome", 6.0),
        ("sjuk", "soder", "T", "2025-01", "outcome", 5.0),
        ("sjuk", "soder", "T", "2025-02", "outcome", 5.5),
        ("sjuk", "", "T", "2025-01", "outcome", 6.0),
        ("sjuk", "", "T", "2025-02", "outcome", 6.1),
    ]


def test_days_over_the_columns_that_are_the_first_of_months():
    reading = read(["Väntetid", "2025-01-01", "2025-02-01"], ["Norr", 1.0, 2.0])
    assert [figure[3] for figure in figures(reading)] == ["2025-01", "2025-02"]


def test_women_and_men_over_years_that_reach_right():
    reading = read(
        ["", 2015.0, "", 2016.0],
        ["Nyckeltal", "Kvinnor", "Män", "Kvinnor", "Män"],
        ["Sjukfrånvaro", 7.0, 5.0, 8.0, 6.0],
    )
    assert figures(reading) == [
        ("sjuk", "", "K", "2015-01", "outcome", 7.0),
        ("sjuk", "", "M", "2015-01", "outcome", 5.0),
        ("sjuk", "", "K", "2016-01", "outcome", 8.0),
        ("sjuk", "", "M", "2016-01", "outcome", 6.0),
    ]


def test_units_over_the_columns_and_years_as_rows():
    reading = answered(["Sjukfrånvaro"], ["År", "Norr", "Söder"], [2015.0, 7.0, 8.0])
    assert figures(reading) == [
        ("sjuk", "norr", "T", "2015-01", "outcome", 7.0),
        ("sjuk", "soder", "T", "2015-01", "outcome", 8.0),
    ]


def test_months_as_rows_and_years_over_the_columns():
    reading = answered(["Väntetid"], ["Månad", "2015", "2016"], ["jan", 1.0, 2.0], ["feb", 3.0, 4.0])
    assert [(figure[3], figure[5]) for figure in figures(reading)] == [
        ("2015-01", 1.0),
        ("2016-01", 2.0),
        ("2015-02", 3.0),
        ("2016-02", 4.0),
    ]


def test_indicators_as_headings_between_units():
    reading = read(["", "2015"], ["Sjukfrånvaro"], ["Norr", 1.0], ["Söder", 2.0], ["Väntetid"], ["Norr", 3.0])
    assert [(figure[0], figure[1], figure[5]) for figure in figures(reading)] == [
        ("sjuk", "norr", 1.0),
        ("sjuk", "soder", 2.0),
        ("vanta", "norr", 3.0),
    ]


def test_several_tables_on_a_sheet():
    reading = answered(["Sjukfrånvaro", "2015"], ["Norr", 1.0], [], ["Väntetid"], ["Enhet", "2016"], ["Norr", 2.0])
    assert figures(reading) == [
        ("sjuk", "norr", "T", "2015-01", "outcome", 1.0),
        ("vanta", "norr", "T", "2016-01", "outcome", 2.0),
    ]


def test_notes_on_cells_and_columns_of_notes_go_with_the_figure():
    reading = read(
        ["Nyckeltal", "2015", "2016", "Kommentar"], ["Väntetid", 1.0, "2*", "ny mätning"], notes={(1, 1): "uppskattat"}
    )
    assert [record["note"] for record in reading.records["observations"]] == ["uppskattat", "*"]


def test_a_figure_that_is_as_it_was_keeps_where_it_stands():
    [same, new] = read(["Sjukfrånvaro", "2016", "2017"], ["Norr", 7.0, 7.0]).records["observations"]
    assert same == STORED["observations"][0]
    assert (new["locator"], new["source"], new["count"]) == ("fil.xlsx, Blad1, C2", "", None)


def test_kolada_s_own_export():
    reading = read(
        ["Kolada nyckeltal"],
        ["", "", "2015", "2016"],
        ["Sjukfrånvaro kommunalt anställda (N00090)", "Ekerö", 7.8, ""],
        ["Sjukfrånvaro kommunalt anställda (N00090)", "Botkyrka", 6.0, 6.1],
        ["Annat nyckeltal, andel (%)", "Stockholms läns kommuner (ovägt medel)", 1.0, 2.0],
        ["Väntetid i dagar, medel", "Ekerö", "", 12.0],
        name="Kolada nyckeltal",
    )
    assert figures(reading) == [("sjuk", "", "T", "2015-01", "outcome", 7.8)]
    assert reading.records["observations"][0]["source"] == "kolada"
    assert reading.ignored == ["Kolada nyckeltal: 2 rader om andra kommuner togs inte med."]
    assert reading.strange == {"indicators": ["Väntetid i dagar, medel"]}
    told_names = {"kolada": ColumnMapping(names={"Väntetid i dagar, medel": "vanta"})}
    again = read(
        ["Kolada nyckeltal"],
        ["", "", "2016"],
        ["Väntetid i dagar, medel", "Ekerö", 12.0],
        name="Kolada nyckeltal",
        mappings=told_names,
    )
    assert figures(again) == [("vanta", "", "T", "2016-01", "outcome", 12.0)]


def test_every_problem_in_a_drawn_table():
    reading = read(
        ["Nyckeltal", "Enhet", "Utfall 2024", "Utfall 2025"],
        ["Sjukfrånvaro", "Norr", "7,0o", 7.0],
        ["Sjukfrånvro", "Norr", 7.0, 7.0],
        ["Sjukfrånvaro", "Nor", 7.0, 7.0],
        ["Okänt", "Norr", 7.0, 7.0],
    )
    assert told(reading) == [
        "Blad1, rad 2, kolumn Utfall 2024: ”7,0o” är inte ett tal. Menade du 7,0?",
        "Blad1, rad 3, kolumn Nyckeltal: ”Sjukfrånvro” finns inte. Menade du ”Sjukfrånvaro”?",
        "Blad1, rad 4, kolumn Enhet: ”Nor” finns inte. Menade du ”Norr”?",
        "Blad1, rad 5, kolumn Nyckeltal: ”Okänt” finns inte hos nämnden. Lägg till det först eller rätta namnet.",
    ]
    assert figures(reading) == [("sjuk", "norr", "T", "2025-01", "outcome", 7.0)]
    assert reading.strange == {"indicators": ["Sjukfrånvro", "Okänt"], "units": ["Nor"]}


def test_targets_in_a_drawn_table_are_told_and_left():
    reading = read(["Nyckeltal", "Mål 2016", "Utfall 2016"], ["Väntetid", 10.0, 12.0])
    assert figures(reading) == [("vanta", "", "T", "2016-01", "outcome", 12.0)]
    assert reading.ignored == ["Blad1: målvärden lästes inte in. Skriv dem i mallens blad Målvärden."]


def test_a_long_table_with_everyday_headings():
    reading = read(["Nyckeltal", "Verksamhet", "Månad", "Utfall"], ["Väntetid", "Norr", "jan 2025", "3,5"])
    assert figures(reading) == [("vanta", "norr", "T", "2025-01", "outcome", 3.5)]


STRANGE = [["Vad", "Var", "När", "Mån", "Hur mycket"], ["Väntetid", "Norr", 2015.0, "mars", 3.0]]


def test_a_table_nobody_understands_is_asked_about_and_read_as_told():
    [unknown] = read(*STRANGE).unknown
    assert (unknown.sheet, unknown.row, unknown.headings) == ("Blad1", 1, tuple(STRANGE[0]))
    assert unknown.sample == (("Väntetid", "Norr", "2015", "mars", "3"),)
    columns = dict(zip(STRANGE[0], ("indicator", "unit", "year", "month", "value"), strict=True))
    mapping = ColumnMapping.from_json(ColumnMapping(columns, fixed={"kind": "forecast"}).to_json())
    reading = read(*STRANGE, mappings={unknown.signature: mapping})
    assert told(reading) == []
    assert figures(reading) == [("vanta", "norr", "T", "2015-03", "forecast", 3.0)]


def test_what_a_table_does_not_say_is_asked_for_and_read_as_told():
    rows = [["Enhet", "Utfall"], ["Norr", 3.0], ["Söder", 4.0]]
    [unknown] = read(*rows).unknown
    assert unknown.guess == ColumnMapping(fixed={"indicator": "", "period": ""})
    told_so = ColumnMapping(fixed={"indicator": "vanta", "period": "2016"})
    assert [figure[:2] for figure in figures(read(*rows, mappings={unknown.signature: told_so}))] == [
        ("vanta", "norr"),
        ("vanta", "soder"),
    ]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"columns": {"a": "x"}, "fixed": {}, "names": {}}', '{"columns": 1}']
)
def test_what_is_no_mapping(text):
    with pytest.raises(ValueError):  # noqa: PT011  # json's own and ours
        ColumnMapping.from_json(text)

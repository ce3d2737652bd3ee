"""Tables as controllers really send them: sums, side tables, footnotes, empty names, columns that are not ours."""

import pytest

from lib.imports.mapping import ColumnMapping
from lib.imports.read_tables import read_tables
from lib.imports.workbook.read import Sheet, Workbook
from tests.helpers.answers import answered as helpers_answered
from tests.helpers.rows import board, indicator, observation, source, tables, unit, year
from tests.imports.test_read_tables import figures
from tests.imports.test_sheets import told

STORED = tables(
    boards=[board(municipality="Ekerö")],
    sources=[source(source="kolada")],
    indicators=[
        indicator(indicator="sjuk", name="Sjukfrånvaro", kolada="N00090", unit_of_measure="%"),
        indicator(
            indicator="klagomal",
            name="Klagomål",
            statistic="count",
            unit_of_measure="antal",
            decimals=0,
            frequency="month",
        ),
        indicator(indicator="moten", name="Möten", statistic="count", unit_of_measure="antal", decimals=0),
    ],
    units=[
        unit(unit="vast", name="Västra sektionen"),
        unit(unit="norr", name="Norr", parent="vast"),
        unit(unit="soder", name="Söder", parent="vast"),
        unit(unit="ost", name="Östra sektionen"),
        unit(unit="riket", name="Riket", kind="comparison"),
    ],
    observations=[
        observation(indicator="sjuk", unit="norr", value=value, **year(2010 + place))
        for place, value in enumerate((7.0, 6.8, 7.2))
    ],
)


def read(*rows, name="Blad1", mappings=None):
    return read_tables(Workbook("fil.xlsx", [Sheet(name, [list(row) for row in rows])]), STORED, "b", mappings)


def answered(*rows, **given):
    return helpers_answered(lambda mappings: read(*rows, mappings=mappings), **given)


def short(reading):
    """Indicator, unit, year and value of every figure."""
    return [(of, unit, int(day[:4]), value) for of, unit, _gender, day, _kind, value in figures(reading)]


def cautions(reading):
    return [str(one) for one in reading.cautions]


def test_a_sum_of_all_units_below_one_is_that_unit_s_and_is_checked():
    reading = read(["Klagomål", "2012", "2013"], ["Norr", 1.0, 2.0], ["Söder", 3.0, 4.0], ["Summa", 4.0, 7.0])
    assert short(reading)[4:] == [("klagomal", "vast", 2012, 4.0), ("klagomal", "vast", 2013, 7.0)]
    assert cautions(reading) == [
        "Blad1, rad 4, kolumn 2013: 7 för 2013 är inte summan av enheterna, 6. Rätta summan eller någon av enheterna."
    ]


def test_a_sum_of_some_units_is_nobody_s_figure_but_is_checked():
    reading = read(["Klagomål", "2012", "2013"], ["Norr", 1.0, 2.0], ["Östra sektionen", 3.0, 4.0], ["Summa", 4.0, 7.0])
    assert len(short(reading)) == 4
    assert cautions(reading) == [
        "Blad1, rad 4, kolumn 2013: 7 är inte summan av de siffror den hör till, 6. Rätta summan eller siffrorna."
    ]
    assert reading.ignored == ["Blad1: 1 rad med summor togs inte med."]


def test_sums_within_groups_and_of_all_of_them():
    rows = [["Klagomål", "2012"], ["Väst"], ["Norr", 1.0], ["Söder", 2.0], ["Delsumma", 3.0]]
    rows += [["Öst"], ["Östra sektionen", 4.0], ["Delsumma", 4.0], ["Totalsumma", 7.0]]
    assert cautions(read(*rows)) == []
    rows[-1] = ["Totalsumma", 9.0]
    assert [one.row for one in read(*rows).cautions] == [9]


def test_sums_of_shares_and_of_different_things_are_not_checked():
    assert cautions(read(["Sjukfrånvaro", "2012"], ["Norr", 7.0], ["Östra sektionen", 5.0], ["Summa", 6.0])) == []
    reading = read(["Nyckeltal", "2012"], ["Sjukfrånvaro", 7.0], ["Klagomål", 5.0], ["Summa", 99.0])
    assert (cautions(reading), len(short(reading))) == ([], 2)


def test_a_column_of_sums_beside_months():
    rows = [["Klagomål 2024"], ["Enhet", "jan", "feb", "Summa"], ["Norr", 1.0, 2.0, 3.0], ["Söder", 1.0, 1.0, 3.0]]
    reading = answered(*rows)
    assert len(figures(reading)) == 4
    assert cautions(reading) == [
        "Blad1, rad 4, kolumn Summa: 3 är inte summan av de siffror den hör till, 2. Rätta summan eller siffrorna."
    ]
    assert reading.ignored == ["Blad1: kolumnen ”Summa” summerar andra och togs inte med."]


def test_totals_beside_women_and_men_are_figures_of_their_own():
    reading = answered(["Klagomål"], ["År", "Totalt", "Kvinnor", "Män"], [2012.0, 5.0, 3.0, 2.0])
    assert [figure[2] for figure in figures(reading)] == ["T", "K", "M"]


def test_tables_side_by_side():
    reading = answered(
        ["Klagomål", "", "", "", "Möten"],
        ["Enhet", "2012", "2013", "", "Enhet", "2012"],
        ["Norr", 1.0, 2.0, "", "Söder", 5.0],
        ["Söder", 3.0, 4.0, "", "Norr", 6.0],
    )
    assert short(reading) == [
        ("klagomal", "norr", 2012, 1.0),
        ("klagomal", "norr", 2013, 2.0),
        ("klagomal", "soder", 2012, 3.0),
        ("klagomal", "soder", 2013, 4.0),
        ("moten", "soder", 2012, 5.0),
        ("moten", "norr", 2012, 6.0),
    ]
    assert reading.places["observations"][-1] == ("Blad1", 4, "2012")


def test_columns_that_are_not_figures_of_ours_are_told_and_left():
    reading = read(
        ["Mål", "Indikator", "Målvärde 2024", "Utfall 2024", "Avvikelse", "Bedömning", "Kommentar"],
        ["Attraktiv arbetsgivare", "Sjukfrånvaro", 6.5, 7.2, 0.7, "Röd", "Ökat"],
        ["", "Klagomål", 10.0, 12.0, 2.0, "Gul", ""],
    )
    assert short(reading) == [("sjuk", "", 2024, 7.2), ("klagomal", "", 2024, 12.0)]
    assert [record["note"] for record in reading.records["observations"]] == ["Ökat", ""]
    assert told(reading) == []
    assert reading.ignored == [
        "Blad1: målvärden lästes inte in. Skriv dem i mallens blad Målvärden.",
        "Blad1: kolumnerna ”Mål”, ”Avvikelse” och ”Bedömning” lästes inte.",
    ]


def test_a_heading_that_could_mean_several_times_is_told_once():
    reading = read(["Nyckeltal", "delår 2023", "2024", "R12 aug 2024"], ["Klagomål", 1.0, 2.0, 3.0])
    assert short(reading) == [("klagomal", "", 2024, 2.0)]
    assert told(reading) == [
        f"Blad1, rad 1, kolumn {heading}: ”{heading}” kan betyda flera tider."
        " Skriv som 2024, 2024-03 eller jan–aug 2024."
        for heading in ("delår 2023", "R12 aug 2024")
    ]


def test_a_name_that_stands_once_over_its_rows():
    reading = read(
        ["Enhet", "Nyckeltal", "2012"],
        ["Norr", "Klagomål", 1.0],
        ["", "Möten", 2.0],
        ["Söder", "Klagomål", 3.0],
        ["", "Möten", 4.0],
    )
    assert [one[:2] for one in short(reading)] == [
        ("klagomal", "norr"),
        ("moten", "norr"),
        ("klagomal", "soder"),
        ("moten", "soder"),
    ]
    assert reading.ignored == ["Blad1: 2 tomma namn lästes som namnet ovanför."]


def test_a_section_beside_its_unit_is_where_the_unit_belongs():
    reading = answered(["Klagomål"], ["Sektion", "Enhet", "2012"], ["Västra sektionen", "Norr", 1.0])
    assert short(reading) == [("klagomal", "norr", 2012, 1.0)]


@pytest.mark.parametrize("heading", ["2012 1)", "2012*", "2012¹", "År 2012", "2012 (prel)"])
def test_marks_on_headings(heading):
    assert short(read(["Nyckeltal", heading], ["Klagomål", 1.0])) == [("klagomal", "", 2012, 1.0)]


@pytest.mark.parametrize("name", ["410 Norr", "Norr*", "1.2 Norr", "NORR 1)"])
def test_marks_and_numbers_on_names(name):
    assert short(read(["Klagomål", "2012"], [name, 1.0])) == [("klagomal", "norr", 2012, 1.0)]


def test_the_day_of_a_print_is_no_period_and_a_title_s_period_never_puts_a_column_s_year_aside():
    rows = [["Tabell 1. Klagomål"], ["Uttag: 2024-10-01"], ["", "2022", "2023"], ["Norr", 1.0, 2.0]]
    assert [one[2] for one in short(answered(*rows))] == [2022, 2023]
    rows[1] = ["oktober 2024"]
    assert [one[2] for one in short(answered(*rows))] == [2022, 2023]


def test_a_remark_among_the_figures_is_no_heading():
    rows = [["Nyckeltal", "Utfall 2024"], ["Klagomål", "Redovisas i dec"], ["Möten", 2.0]]
    reading = read(*rows)
    assert short(reading) == [("moten", "", 2024, 2.0)]
    assert told(reading) == [
        "Blad1, rad 2, kolumn Utfall 2024: ”Redovisas i dec” är inte ett tal. Skriv ett tal eller lämna cellen tom."
    ]


def test_failed_formulas_and_brackets_are_told_with_what_to_do():
    reading = read(["Nyckeltal", "2023", "2024", "2025"], ["Klagomål", "#DIV/0!", "(7,1)", 3.0])
    assert told(reading) == [
        "Blad1, rad 2, kolumn 2023: ”#DIV/0!” är en formel som har gått fel. Rätta den, eller lämna cellen tom.",
        "Blad1, rad 2, kolumn 2024: ”(7,1)” står inom parentes. Skriv 7,1, eller −7,1 om det är under noll.",
    ]


def test_an_unknown_unit_with_the_figures_of_a_known_one():
    reading = read(["Sjukfrånvaro", "2010", "2011", "2012", "2013"], ["Distrikt ett", 7.0, 6.8, 7.2, 6.1])
    assert told(reading) == [
        "Blad1, rad 2, kolumn Sjukfrånvaro: ”Distrikt ett” finns inte, men har samma siffror som ”Norr”."
        " Skriv det om det är samma."
    ]
    assert (reading.strange, reading.guesses) == ({"units": ["Distrikt ett"]}, {"Distrikt ett": "norr"})


KOLADA = [["Kolada nyckeltal"], ["", "", "2010", "2011", "2012"]]


def test_kolada_s_titles():
    exact = [*KOLADA, ["Sjukfrånvaro totalt bland anställda, kommun, andel (%)", "Ekerö", 8.0, "", 8.2]]
    assert short(read(*exact, name="Kolada nyckeltal")) == [("sjuk", "", 2010, 8.0), ("sjuk", "", 2012, 8.2)]
    older = [*KOLADA, ["Sjukfrånvaro bland anställda totalt, kommun, andel (%)", "Ekerö", 8.0, "", 8.2]]
    reading = read(*older, name="Kolada nyckeltal")
    assert told(reading) == [
        "Kolada nyckeltal, rad 3, kolumn A: ”Sjukfrånvaro bland anställda totalt, kommun, andel (%)” finns inte."
        " Menade du ”Sjukfrånvaro”?"
    ]
    assert reading.guesses == {"Sjukfrånvaro bland anställda totalt, kommun, andel (%)": "sjuk"}


def test_kolada_s_own_columns_are_labels_though_their_names_are_others():
    """A file about another municipality only says so; its first two columns are not called unread."""
    other = [*KOLADA, ["Sjukfrånvaro totalt bland anställda, kommun, andel (%)", "Botkyrka", 8.0, "", 8.2]]
    reading = read(*other, name="Kolada nyckeltal")
    assert (short(reading), reading.ignored) == ([], ["Kolada nyckeltal: 1 rad om en annan kommun togs inte med."])


@pytest.mark.parametrize("headings", [("Nyckeltal", "Indikator"), ("Id", "Kommun"), ("Källa", "Kommun")])
def test_kolada_s_own_columns_are_labels_whatever_stands_over_them(headings):
    row = ["Sjukfrånvaro totalt bland anställda, kommun, andel (%)", "Ekerö", 8.0, 8.2]
    reading = read(KOLADA[0], [*headings, "2010", "2012"], row, name="Kolada nyckeltal")
    assert (short(reading), reading.ignored) == ([("sjuk", "", 2010, 8.0), ("sjuk", "", 2012, 8.2)], [])


@pytest.mark.parametrize(
    ("heading", "rows", "ignored"),
    [
        (1899.0, [], []),
        (1900.0, [("sjuk", "norr", 2012, 7.0), ("sjuk", "norr", 1900, 6.8)], []),
        (2100.0, [("sjuk", "norr", 2012, 7.0)], ["Blad1: kolumnen ”2100” lästes inte."]),
        (2101.0, [], []),
    ],
)
def test_a_number_among_headings_may_be_a_year_from_1900_to_2100(heading, rows, ignored):
    reading = read(["Sjukfrånvaro", 2012.0, heading], ["Norr", 7.0, 6.8])
    assert (short(reading), reading.ignored) == (rows, ignored)


def test_an_unknown_title_with_the_figures_of_a_known_indicator():
    rows = [*KOLADA, ["Nyckeltal med nytt namn", "Norr", 7.0, 6.8, 7.2]]
    assert read(*rows, name="Kolada nyckeltal").guesses == {"Nyckeltal med nytt namn": "sjuk"}


def test_two_tables_with_the_same_headings_are_asked_about_one_by_one():
    rows = [["Ärenden"], ["", "2012"], ["Norr", 1.0], [], ["Samtal"], ["", "2012"], ["Norr", 2.0]]
    first, second = read(*rows).unknown
    assert first.signature != second.signature
    mappings = {first.signature: ColumnMapping(fixed={"indicator": "klagomal"})}
    assert short(read(*rows, mappings=mappings)) == [("klagomal", "norr", 2012, 1.0)]


def test_counts_with_a_point_between_thousands():
    [caution] = read(["Nyckeltal", "2012"], ["Klagomål", "1.400"]).cautions
    assert (caution.kind, caution.sentence) == (
        "whole",
        "1,4 för 2012 är inget heltal, fast det är ett antal. Är det 1\u00a0400? Skriv det utan punkt eller komma.",
    )

"""The interchange format: every bad cell told at once and in words."""

import pytest

from lib.tables.folder import read_folder
from lib.tables.model import TABLES
from lib.tables.records import Problem
from tests.helpers.rows import area, board, observation, setting, tables
from tests.tables.written import ONE_OF_EACH, as_text, headings, problems_of, write


@pytest.mark.parametrize("table", [table.__tablename__ for table in TABLES])
def test_the_rows_of_the_tests_have_the_columns_of_the_tables(table):
    assert list(ONE_OF_EACH[table]) == headings(table)


@pytest.mark.parametrize("name", ["colour", "verdict", "verdict-not_achieved", "Near", ""])
def test_a_setting_that_there_is_not(tmp_path, name):
    write(tmp_path, "settings", headings("settings"), as_text(setting(), setting=name))
    [problem] = problems_of(tmp_path)
    assert (problem.where, problem.row, problem.column) == ("b/settings.csv", 2, "setting")
    assert problem.sentence.startswith(f"”{name}” är inte något av verdict-achieved,")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("goal-level", "some-met"),
        ("goal-level", ""),
        ("near", "lite"),
        ("near", "-1"),
        ("near", "inf"),
        ("verdict-later", " "),
    ],
)
def test_a_value_that_a_setting_cannot_have(tmp_path, name, value):
    write(tmp_path, "boards", headings("boards"), as_text(board()))
    write(tmp_path, "settings", headings("settings"), as_text(setting(), setting=name, value=value))
    sentence = f"{name}: ”{value}” är inte ett värde som inställningen kan ha."
    assert problems_of(tmp_path) == [Problem("b/settings", 0, "value", sentence)]


MISSING = "Värdet saknas."
NOT_A_DATE = "”{}” är inte ett datum. Skriv det som 2016-12-31."
NOT_A_NUMBER = "”{}” är inte ett tal."
NOT_WHOLE = "”{}” är inte ett heltal."
NOT_A_TRUTH = "”{}” är varken true eller false."


@pytest.mark.parametrize(
    ("table", "column", "text", "sentence"),
    [
        pytest.param("sources", "date", "31/12 2016", NOT_A_DATE, id="date in another order"),
        pytest.param("sources", "date", "2016-02-30", NOT_A_DATE, id="day that does not exist"),
        pytest.param("units", "valid_from", "2016", NOT_A_DATE, id="year for a date"),
        pytest.param("goals", "valid_to", "2016-12", NOT_A_DATE, id="month for a date"),
        pytest.param("targets", "baseline_start", "-", NOT_A_DATE, id="dash for a date"),
        pytest.param("observations", "period_start", "i fjol", NOT_A_DATE, id="words for a date"),
        pytest.param("observations", "value", "5,5", NOT_A_NUMBER, id="decimal comma"),
        pytest.param("observations", "value", "1 004", NOT_A_NUMBER, id="space between thousands"),
        pytest.param("observations", "value", "5 %", NOT_A_NUMBER, id="number with its unit"),
        pytest.param("observations", "lower", "nan", NOT_A_NUMBER, id="not a number at all"),
        pytest.param("targets", "value", "inf", NOT_A_NUMBER, id="number without end"),
        pytest.param("targets", "near", "lite", NOT_A_NUMBER, id="word for a number"),
        pytest.param("areas", "order", "1.5", NOT_WHOLE, id="half an order"),
        pytest.param("indicators", "decimals", "1.0", NOT_WHOLE, id="whole number with decimals"),
        pytest.param("observations", "count", "tolv", NOT_WHOLE, id="word for a count"),
        pytest.param("observations", "count", "2147483648", NOT_WHOLE, id="more than an integer column holds"),
        pytest.param("indicators", "divided_by_gender", "ja", NOT_A_TRUTH, id="yes for true"),
        pytest.param("indicators", "divided_by_gender", "True", NOT_A_TRUTH, id="true in capitals"),
        pytest.param("areas", "order", "", MISSING, id="no order"),
        pytest.param("indicators", "decimals", "", MISSING, id="no decimals"),
        pytest.param("indicators", "divided_by_gender", "", MISSING, id="neither divided nor undivided"),
        pytest.param("indicators", "minimum_group", "", MISSING, id="no smallest group"),
        pytest.param("observations", "period_end", "", MISSING, id="no last day"),
        pytest.param("assessments", "period_start", "", MISSING, id="no first day"),
    ],
)
def test_a_cell_that_cannot_be_read(tmp_path, table, column, text, sentence):
    write(tmp_path, table, headings(table), as_text(ONE_OF_EACH[table], **{column: text}))
    assert problems_of(tmp_path) == [Problem(f"b/{table}.csv", 2, column, sentence.format(text))]


@pytest.mark.parametrize("text", ["ånej", ""], ids=["unknown", "empty"])
@pytest.mark.parametrize(
    ("table", "column", "choices"),
    [
        ("units", "kind", "administration, area, department, section, unit, municipality, comparison"),
        ("indicators", "better", "higher, lower, none, range"),
        ("indicators", "statistic", "share, mean, median, count, sum, index, ratio"),
        ("indicators", "frequency", "month, quarter, tertial, year, irregular"),
        ("targets", "gender", "T, K, M"),
        (
            "targets",
            "rule",
            "at_least, more_than, at_most, less_than, between, equal, increase, decrease, not_above, not_below, done",
        ),
        ("observations", "gender", "T, K, M"),
        ("observations", "kind", "outcome, forecast, budget, plan"),
        ("observations", "qualifier", "=, <, >, ~"),
        ("observations", "status", "normal, preliminary, missing, not_applicable, confidential"),
        ("assessments", "stage", "forecast, final"),
        ("assessments", "verdict", "achieved, partly, not_achieved, not_assessable, later"),
    ],
)
def test_a_word_that_is_not_among_the_choices(tmp_path, table, column, choices, text):
    write(tmp_path, table, headings(table), as_text(ONE_OF_EACH[table], **{column: text}))
    assert problems_of(tmp_path) == [Problem(f"b/{table}.csv", 2, column, f"”{text}” är inte något av {choices}.")]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["board", "area", "name"], id="one too few"),
        pytest.param(["board", "area", "name", "order", "colour"], id="one too many"),
        pytest.param(["board", "name", "area", "order"], id="in another order"),
        pytest.param(["Board", "Area", "Name", "Order"], id="in capitals"),
        pytest.param(["board;area;name;order"], id="parted by semicolons"),
        pytest.param([], id="none"),
    ],
)
def test_wrong_headings(tmp_path, row):
    write(tmp_path, "areas", row, as_text(area()))
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 1, "", "Rubrikerna ska vara board,area,name,order.")]


def test_an_empty_file_has_wrong_headings(tmp_path):
    write(tmp_path, "areas")
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 1, "", "Rubrikerna ska vara board,area,name,order.")]


@pytest.mark.parametrize("length", [3, 5], ids=["one cell too few", "one cell too many"])
def test_a_row_of_another_length_than_its_headings(tmp_path, length):
    write(tmp_path, "areas", headings("areas"), as_text(area()), [*as_text(area()), "x"][:length])
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 3, "", f"Raden har {length} celler i stället för 4.")]


def test_a_file_in_another_encoding(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "areas.csv").write_text("board,area,name,order\nb,a,Område,1\n", encoding="latin-1")
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 0, "", "Filen är inte skriven i UTF-8.")]


def test_blank_rows_are_passed_over_and_counted(tmp_path):
    write(tmp_path, "boards", headings("boards"), as_text(board()))
    write(tmp_path, "areas", headings("areas"), as_text(area()), [], as_text(area(area="c"), order="x"))
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 4, "order", "”x” är inte ett heltal.")]
    write(tmp_path, "areas", headings("areas"), as_text(area()), [], as_text(area(area="c")))
    assert read_folder(tmp_path) == tables(boards=[board()], areas=[area(), area(area="c")])


def test_every_problem_of_every_file_is_told_at_once(tmp_path):
    write(tmp_path, "areas", headings("areas"), as_text(area(), order="första"), as_text(area(), order=""))
    write(
        tmp_path,
        "observations",
        headings("observations"),
        as_text(observation()),
        as_text(observation(), gender="X", value="5,5", period_end=""),
    )
    write(tmp_path, "goals", ["mål"], board="c")
    assert [str(problem) for problem in problems_of(tmp_path)] == [
        "b/areas.csv, rad 2, kolumn order: ”första” är inte ett heltal.",
        "b/areas.csv, rad 3, kolumn order: Värdet saknas.",
        "b/observations.csv, rad 3, kolumn gender: ”X” är inte något av T, K, M.",
        "b/observations.csv, rad 3, kolumn period_end: Värdet saknas.",
        "b/observations.csv, rad 3, kolumn value: ”5,5” är inte ett tal.",
        f"c/goals.csv, rad 1: Rubrikerna ska vara {','.join(headings('goals'))}.",
    ]

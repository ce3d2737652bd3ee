"""Cells as what they are meant to be, however people write numbers, figures and days."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.imports.cells import (
    Figure,
    Misread,
    read_day,
    read_figure,
    read_number,
    read_truth,
    read_whole,
    shown_cell,
)
from lib.tables.safe_text import as_typed, harmless
from lib.words.language import number, shortest


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (7.5, 7.5),
        ("7.5", 7.5),
        ("7,5", 7.5),
        (" 7,5\u00a0", 7.5),
        ("+7", 7.0),
        ("-94,7", -94.7),
        ("\u221294,7", -94.7),
        (",5", 0.5),
        ("1e3", 1000.0),
        ("1 004", 1004.0),
        ("1\u00a0004\u202f000", 1004000.0),
        ("1 004,5", 1004.5),
        ("1.234.567,8", 1234567.8),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567.0),
        ("1'004.5", 1004.5),
        ("1.234", 1.234),
        ("0", 0.0),
    ],
)
def test_numbers(cell, value):
    assert read_number(cell) == value


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("7,0o", "”7,0o” är inte ett tal. Menade du 7,0?"),
        ("l2,5", "”l2,5” är inte ett tal. Menade du 12,5?"),
        ("1O", "”1O” är inte ett tal. Menade du 10?"),
        ("abc", "”abc” är inte ett tal. Skriv ett tal eller lämna cellen tom."),
        ("1 2", "”1 2” är inte ett tal. Skriv ett tal eller lämna cellen tom."),
        ("1 00", "”1 00” är inte ett tal. Skriv ett tal eller lämna cellen tom."),
        ("1.000,00,0", "”1.000,00,0” är inte ett tal. Skriv ett tal eller lämna cellen tom."),
        ("1e999", "”1e999” är inte ett tal. Skriv ett tal eller lämna cellen tom."),
        ("NaN", "”NaN” är inte ett tal. Skriv ett tal eller lämna cellen tom."),
        ("2016-01-05", "”2016-01-05” är inte ett tal. Skriv ett tal eller lämna cellen tom."),
        ("å" * 100, f"”{'å' * 57}…” är inte ett tal. Skriv ett tal eller lämna cellen tom."),
    ],
)
def test_what_is_not_a_number_and_what_to_do(cell, sentence):
    with pytest.raises(Misread) as misread:
        read_number(cell)
    assert str(misread.value) == sentence


@given(st.floats(-1e9, 1e9), st.integers(0, 6))
def test_numbers_as_målbild_itself_writes_them_are_read_again(value, decimals):
    value = round(value, decimals)
    assert read_number(shortest(value)) == float(shortest(value))
    if decimals < 3:
        assert read_number(number(value)) == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        (7.0, Figure(7.0)),
        ("7,0", Figure(7.0)),
        ("..", Figure(status="missing")),
        ("…", Figure(status="missing")),
        ("-", Figure(status="not_applicable")),
        ("–", Figure(status="not_applicable")),
        (".", Figure(status="not_applicable")),
        ("x", Figure(status="confidential")),
        ("X", Figure(status="confidential")),
        ("<5", Figure(5.0, qualifier="<")),
        ("mindre än 5", Figure(5.0, qualifier="<")),
        ("Färre än 5", Figure(5.0, qualifier="<")),
        ("drygt 24", Figure(24.0, qualifier=">")),
        ("> 1 000", Figure(1000.0, qualifier=">")),
        ("ca 40", Figure(40.0, qualifier="~")),
        ("cirka 40 %", Figure(40.0, qualifier="~", unit="%")),
        ("5-10", Figure(lower=5.0, upper=10.0)),
        ("78–88 %", Figure(lower=78.0, upper=88.0, unit="%")),
        ("mellan 5 och 10", Figure(lower=5.0, upper=10.0)),
        ("7,0 %", Figure(7.0, unit="%")),
        ("12,5 tkr", Figure(12.5, unit="tkr")),
        ("45*", Figure(45.0, note="*")),
        ("45 1)", Figure(45.0, note="1)")),
        ("44 (prel.)", Figure(44.0, status="preliminary")),
        ("44 preliminärt", Figure(44.0, status="preliminary")),
    ],
)
def test_figures_with_the_marks_that_people_put_on_them(cell, figure):
    assert read_figure(cell) == figure


@pytest.mark.parametrize("cell", ["10-5", "≤5", "<", "ca", "%", "prel.", "*", "bättre", "--5", "5 av 10"])
def test_what_is_no_figure(cell):
    with pytest.raises(Misread):
        read_figure(cell)


@pytest.mark.parametrize(
    "cell",
    ["2016-12-31", "20161231", 20161231.0, "31/12 2016", "31.12.2016", "2016/12/31", "2016-12-31T00:00:00"],
)
def test_days(cell):
    assert read_day(cell) == date(2016, 12, 31)


@pytest.mark.parametrize("cell", ["2016-02-30", "2016", "2016-12-31T12:00:00", "31/12/16", "igår", 42735.0])
def test_what_is_no_day(cell):
    with pytest.raises(Misread, match=r"är inte ett datum\. Skriv det som 2016-12-31\."):
        read_day(cell)


def test_whole_numbers_and_truth():
    assert [read_whole(cell) for cell in (7.0, "7", "7,0")] == [7, 7, 7]
    assert [read_truth(cell) for cell in ("true", "Ja", 1.0, "nej", "FALSKT", 0.0)] == [True] * 3 + [False] * 3
    with pytest.raises(Misread, match="”7,5” är inte ett heltal"):
        read_whole("7,5")
    with pytest.raises(Misread, match="”kanske” är varken ja eller nej"):
        read_truth("kanske")


@given(st.one_of(st.text(), st.floats(allow_nan=False, allow_infinity=False)))
def test_any_cell_is_read_or_told(cell):
    for read in (read_number, read_whole, read_figure, read_day, read_truth):
        with suppress(Misread):
            read(cell)
    assert len(shown_cell(cell)) <= 60


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless_and_comes_back(text):
    assert harmless(text) == "'" + text
    assert as_typed(harmless(text)) == text


@given(st.text("'=+-@\t\r1å", max_size=6))
def test_whatever_is_made_harmless_comes_back_and_runs_nowhere(text):
    assert as_typed(harmless(text)) == text
    assert harmless(text)[:1] not in {"+", "-", "@", "\t", "\r"}
    assert harmless(text)[:1] != "=" or text == "="


@pytest.mark.parametrize("text", ["", "Mål", "'citat'", "=", "1-2"])
def test_other_text_is_left_alone(text):
    assert harmless(text) == text
    assert as_typed(text) == text

"""What holds of every table, whatever stands in it: no number of it is lost, and nothing outside it is used unasked."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.imports.explanation import CellUse
from lib.imports.read_tables import read_tables
from lib.imports.workbook.read import Sheet, Workbook, column_letter
from tests.helpers.answers import answered
from tests.helpers.chance import examples
from tests.imports.test_cases import STORED

UNITS = ["Norr", "Söder", "Väst", "Öst", "Okända teamet", "Storköping", "Totalt", "Kvinnor", ""]
INDICATORS = ["Sjukfrånvaro", "Klagomål", "Möten", "Kostnad", "Något annat"]
TIMES = [
    "2021",
    2022.0,
    "jan 2021",
    "Utfall 2021",
    "Budget 2021",
    "Mål 2021",
    "202101",
    "2020/21",
    "R12 maj 2021",
    "mars",
]
EXTRA = ["Ålder", "Ansvarig", "Kommentar", "Avvikelse", "Arbetsplats", "", "Kvinnor", "Korttid 2021", "Antal", "Summa"]
VALUES = st.one_of(
    st.floats(0, 3000, allow_nan=False).map(lambda value: round(value, 1)),
    st.integers(1900, 2030).map(float),
    st.sampled_from(
        ["7,5", "12 %", "1,2 mnkr", "..", "x", "", "2025-10-05", "#DIV/0!", "5,3¹", "1.500", "ca 40", "fel"]
    ),
)
TITLES = st.sampled_from(
    [
        "Sjukfrånvaro",
        "Norr",
        "Mål och budget 2030",
        "Möte i mars",
        "Kvinnor",
        "Belopp i mnkr",
        "Teamet Solrosen",
        "Bilaga K",
    ]
)


@st.composite
def tables(draw):
    """A table as somebody may have drawn it: titles, headings, labels, figures, and some that belong nowhere."""
    labels = draw(st.sampled_from([["Nyckeltal", "Enhet"], ["Enhet"], ["Nyckeltal"], ["", ""], ["Sjukfrånvaro"]]))
    times = draw(st.lists(st.sampled_from(TIMES), min_size=1, max_size=4))
    extra = draw(st.lists(st.sampled_from(EXTRA), max_size=2))
    rows = [[title] for title in draw(st.lists(TITLES, max_size=2))]
    rows.append([*labels, *times, *extra])
    for _row in range(draw(st.integers(1, 6))):
        names = [draw(st.sampled_from(UNITS if label == "Enhet" else INDICATORS + UNITS)) for label in labels]
        values = [draw(VALUES) for _time in times]
        more = [draw(st.one_of(VALUES, st.sampled_from(["16-24 år", "Maj i Norr", "plan 2022"]))) for _one in extra]
        rows.append([*names, *values, *more])
    return rows


@st.composite
def mutated(draw):
    """A table that something has happened to: rows or columns moved, copied or emptied, cells exchanged."""
    rows = [list(row) for row in draw(tables())]
    for _time in range(draw(st.integers(0, 4))):
        row = draw(st.integers(0, len(rows) - 1))
        what = draw(st.sampled_from(["blank", "copy", "cell", "shift", "group", "number"]))
        if what == "blank":
            rows.insert(row, [])
        elif what == "copy":
            rows.append(list(rows[row]))
        elif what == "cell" and rows[row]:
            rows[row][draw(st.integers(0, len(rows[row]) - 1))] = draw(VALUES)
        elif what == "shift":
            rows[row] = ["", *rows[row]]
        elif what == "group":
            rows.insert(row, [draw(st.sampled_from(UNITS + INDICATORS))])
        elif what == "number":
            rows.append(["", "", "", "", "", "", "", "", 42.5])
    return rows


def read(rows, mappings=None):
    sheet = Sheet("Blad1", [list(row) for row in rows])
    while sheet.rows and not any(cell != "" for cell in sheet.rows[-1]):
        sheet.rows.pop()
    return read_tables(Workbook("data.xlsx", [sheet]), STORED, "b", mappings)


def lost(rows, reading):
    """The numbers of a sheet that are neither stored, nor told, nor within a question."""
    stored = {row["locator"].rsplit(", ", 1)[-1] for row in reading.records.get("observations", [])}
    told = [*map(str, reading.problems), *reading.ignored]
    asked = bool(reading.unknown) and not reading.explanations
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if not isinstance(cell, float) or asked:
                continue
            place = f"{column_letter(column + 1)}{number}"
            uses = {use for one in reading.explanations if (use := one.use_of(number, column))}
            told_many = any("utanför tabellerna" in text and text.endswith("….") for text in told)
            letter = f"”{column_letter(column + 1)}”"
            is_told = any(f"rad {number}," in text or place in text or letter in text for text in told)
            is_told = is_told or (told_many and not uses)
            fine = place in stored or is_told or uses & {CellUse.ASKED, CellUse.HEADING, CellUse.NOTE, CellUse.LABEL}
            fine = fine or (CellUse.FAULT in uses and bool(reading.problems))
            asks = any(one.questions for one in reading.explanations)
            fine = fine or (CellUse.UNUSED in uses and (bool(reading.ignored) or asks))
            if not fine:
                yield place, cell, uses


@pytest.mark.chance
@settings(max_examples=examples(120, 2000), deadline=None)
@given(mutated())
def test_every_number_is_stored_or_told_or_asked_about(rows):
    reading = read(rows)
    assert list(lost(rows, reading)) == []
    everything = answered(lambda mappings: read(rows, mappings))
    assert list(lost(rows, everything)) == []


@pytest.mark.chance
@settings(max_examples=examples(60, 1000), deadline=None)
@given(mutated(), st.lists(TITLES, max_size=2), st.sampled_from(["Blad1", "Norr", "Budget 2024", "Kvinnor 2023"]))
def test_nothing_outside_a_table_is_used_before_it_is_confirmed(rows, titles, name):
    inside = read(rows)
    sheet = Sheet(name, [*([title] for title in titles), [], *(list(row) for row in rows)])
    outside = read_tables(Workbook("Norr 2020.xlsx", [sheet]), STORED, "b")
    assert said(outside) <= said(inside) | said(answered(lambda mappings: read(rows, mappings)))


def said(reading):
    """What was stored, without where it stood."""
    parts = ("indicator", "unit", "gender", "period_start", "period_end", "kind", "value")
    return {tuple(row[part] for part in parts) for row in reading.records.get("observations", [])}


@pytest.mark.chance
@settings(max_examples=examples(60, 1000), deadline=None)
@given(mutated())
def test_a_figure_is_of_what_its_row_and_its_heading_say(rows):
    for row in read(rows).records.get("observations", []):
        place = row["locator"].rsplit(", ", 1)[-1]
        column, number = ord(place[0]) - 65, int(place[1:])
        texts = " ".join(str(cell) for above in rows[:number] for cell in above[: column + 1])
        assert str(row["period_end"].year)[:4] in texts or "2020/21" in texts
        assert row["period_end"] < date(2031, 1, 1)
        names = {"norr": "Norr", "soder": "Söder", "vast": "Väst", "ost": "Öst"}
        assert names.get(row["unit"], "") in texts

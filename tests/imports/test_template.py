"""The workbook that a board fills in: read back untouched it says what the store says, and it can be filled in."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from lib.imports.read_tables import read_tables
from lib.imports.sheets.template import template
from lib.imports.workbook.read import read_workbook
from lib.words.language import use_language
from tests.helpers.rows import board, goal, indicator, tables
from tests.helpers.workbooks import saved
from tests.imports.test_sheets import told

PREFILLED = ("sources", "areas", "units", "goals", "indicators", "goal_indicators", "targets", "events", "actions")


def of_board(store, name):
    return {table: [row for row in rows if row["board"] == name] for table, rows in store.records().items()}


def read(content, stored, name):
    return read_tables(read_workbook("mall.xlsx", content), stored, name)


@pytest.mark.parametrize("name", ["helsingborg", "karlskrona", "linkoping", "exempelstad"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_template_untouched_says_what_the_store_says(seeded, name, language):
    stored = of_board(seeded, name)
    use_language(language)
    content = template(stored, name)
    use_language("sv")
    reading = read(content, stored, name)
    assert told(reading) == []
    assert reading.unknown == []
    assert reading.ignored == []
    assert {table: rows for table, rows in reading.records.items() if rows} == {
        table: stored[table] for table in PREFILLED if stored[table]
    }


def test_a_template_filled_in(seeded):
    stored = of_board(seeded, "karlskrona")
    book = load_workbook(BytesIO(template(stored, "karlskrona")))
    page = book["Siffror"]
    headings = [cell.value for cell in page[1]]
    filled = {"Indikator": stored["indicators"][0]["name"], "Enhet": stored["units"][0]["name"], "Kön": "kvinnor"}
    filled |= {"Period": "jan–aug 2026", "Typ av värde": "prognos", "Värde": "7,5", "Uppgiftens status": "preliminär"}
    assert set(filled) < set(headings)
    page.append([filled.get(heading) for heading in headings])
    reading = read(saved(book), stored, "karlskrona")
    assert told(reading) == []
    [record] = reading.records["observations"]
    assert (record["indicator"], record["unit"]) == (stored["indicators"][0]["indicator"], stored["units"][0]["unit"])
    assert (record["gender"], record["kind"], record["value"]) == ("K", "forecast", 7.5)
    assert (record["status"], record["period_end"].isoformat()) == ("preliminary", "2026-08-31")
    assert record["qualifier"] == "="


def test_every_column_has_help_and_choices_have_lists(seeded):
    book = load_workbook(BytesIO(template(of_board(seeded, "helsingborg"), "helsingborg")))
    assert book.sheetnames == [
        "Läs mig", "Siffror", "Målvärden", "Bedömningar", "Indikatorer", "Mål", "Mål och indikatorer",
        "Händelser", "Åtgärder", "Enheter",
        "Områden", "Källor",
    ]  # fmt: skip
    for page in book.worksheets[1:]:
        checks = page.data_validations.dataValidation
        assert len(checks) == page.max_column
        assert all(check.prompt and check.promptTitle for check in checks)
    lists = {page.title: [check.formula1 for check in page.data_validations.dataValidation] for page in book.worksheets}
    assert '"totalt,kvinnor,män"' in lists["Siffror"]
    assert "'Indikatorer'!$C$3:$C$500" in lists["Siffror"]
    assert book["Siffror"]["A2"].value == "Exempel: läses inte in"


def test_names_that_a_spreadsheet_would_run_are_text_and_come_back():
    stored = tables(
        boards=[board(name="=1+1")],
        goals=[goal(title="=cmd|' /C calc'!A0", description="+1\n-2")],
        indicators=[indicator(indicator="i", name="@SUM(A1)"), indicator(indicator="j", name="<b>fet</b> *a*")],
    )
    content = template(stored, "b")
    for page in load_workbook(BytesIO(content)).worksheets:
        cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
        assert not [cell for cell in cells if cell.data_type == "f" or str(cell.value).startswith(tuple("=+-@\t\r"))]
    reading = read(content, stored, "b")
    assert told(reading) == []
    assert reading.records["goals"] == stored["goals"]
    assert reading.records["indicators"] == stored["indicators"]

"""Every small table of `cases` as each kind of file: stored right, asked about or told, never silently wrong."""

import pytest

from lib.imports.read_tables import read_tables
from lib.imports.workbook.read import Sheet, Workbook, read_workbook
from tests.helpers.rows import board, indicator, tables, unit
from tests.imports.cases import CASES

STORED = tables(
    boards=[board(municipality="Storköping", municipality_code="0481")],
    indicators=[
        indicator(indicator="sjuk", name="Sjukfrånvaro", kolada="N00090", unit_of_measure="%", decimals=1),
        indicator(indicator="klagomal", name="Klagomål", statistic="count", unit_of_measure="antal", frequency="month"),
        indicator(indicator="moten", name="Möten", statistic="count", unit_of_measure="antal"),
        indicator(indicator="besok", name="Summa av besök", statistic="count", unit_of_measure="antal"),
        indicator(indicator="kostnad", name="Kostnad", statistic="sum", unit_of_measure="tkr", decimals=0),
    ],
    units=[
        unit(unit="norr", name="Norr"),
        unit(unit="soder", name="Söder"),
        unit(unit="vast", name="Väst"),
        unit(unit="ost", name="Öst"),
    ],
)


def number(cell):
    """A cell of a text as a Swedish workbook has it."""
    try:
        return float(cell.replace(".", "x").replace(",", "."))
    except ValueError:
        return cell


def separator(text):
    return ";" if ";" in text else ","


def as_text(text, encoding="utf-8"):
    return read_workbook("data.csv", text.encode(encoding))


def as_tabs(text):
    return as_text(text.replace(separator(text), "\t"), "utf-16")


def as_workbook(text):
    rows = [line.split(separator(text)) for line in text.splitlines()]
    return Workbook("data.xlsx", [Sheet("Blad1", [[*map(number, row)] if row != [""] else [] for row in rows])])


def moved(text):
    """The workbook's table further down and to the right."""
    book = as_workbook(text)
    book.sheets[0].rows = [[], *(["", *row] if row else [] for row in book.sheets[0].rows)]
    return book


FORMS = {"text": as_text, "tabs": as_tabs, "workbook": as_workbook, "moved": moved}


def short(reading):
    figures = []
    for row in reading.records.get("observations", []):
        first, last = row["period_start"].isoformat()[:7], row["period_end"].isoformat()[:7]
        period = first if first == last else first[:4]
        value = None if row["value"] is None else f"{row['value']:g}"
        figures.append(f"{row['indicator']} {row['unit'] or '-'} {row['gender']} {period} {row['kind']} {value}")
    return sorted(figures)


def fault(case, form):
    """What is wrong with how a case is read in one form; '' when it is read right."""
    text, right = case.split("=>")
    reading = read_tables(FORMS[form](text), STORED, "b")
    expected = sorted(filter(None, right.rstrip("?!").split("|")))
    if (figures := short(reading)) != expected:
        return f"{figures} instead of {expected}"
    if right.endswith("?") and not reading.unknown:
        return "nothing is asked"
    if right.endswith("!") and not any((reading.ignored, reading.problems, reading.cautions, reading.unknown)):
        return "nothing is reported"
    return ""


@pytest.mark.parametrize("kind", CASES)
def test_small_tables(kind):
    forms = ["text"] if kind == "lines of text" else FORMS
    faults = {(case, form): fault(case, form) for case in CASES[kind] for form in forms}
    assert {place: text for place, text in faults.items() if text} == {}

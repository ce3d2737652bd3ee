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
EVERY = [(kind, case) for kind, cases in CASES.items() for case in cases]


def short(reading):
    found = []
    for row in reading.records.get("observations", []):
        first, last = row["period_start"].isoformat()[:7], row["period_end"].isoformat()[:7]
        period = first if first == last else first[:4]
        value = None if row["value"] is None else f"{row['value']:g}"
        found.append(f"{row['indicator']} {row['unit'] or '-'} {row['gender']} {period} {row['kind']} {value}")
    return sorted(found)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("kind", "case"), EVERY, ids=[f"{kind} {n}" for n, (kind, _case) in enumerate(EVERY)])
def test_a_small_table(kind, case, form):
    text, right = case.split("=>")
    if kind == "lines of text":
        form = "text"
    reading = read_tables(FORMS[form](text), STORED, "b")
    figures = sorted(filter(None, right.rstrip("?!").split("|")))
    assert short(reading) == figures
    if right.endswith("?"):
        assert reading.unknown
    if right.endswith("!"):
        assert any((reading.ignored, reading.problems, reading.cautions, reading.unknown))

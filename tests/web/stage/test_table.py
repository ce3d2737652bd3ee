"""Tables on a slide: whole and large where there is room, else the first rows, their statuses never left out."""

import re

from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable, status
from lib.web.stage.parts import NARROW, WIDE
from lib.web.stage.table import table

MISSED = Look("inte uppfyllt", "missed", "✖")
HEADINGS = ("Indikator", "Siffra", "Målvärde", "Status", "Förändring")


def of(rows: int, name: str = "Sjukfrånvaro", change: str = "+1 sedan 2021") -> TextTable:
    row = (
        TextCell(name),
        TextCell("5,5\u00a0% (2022)"),
        TextCell("högst 5\u00a0%"),
        status(MISSED),
        TextCell(change),
    )
    return TextTable("Indikatorer", HEADINGS, (row,) * rows)


def size(html: str) -> int:
    return int(re.findall(r"--size:(\d+)", html)[0])


def headings(html: str) -> list[str]:
    return re.findall(r'<th scope="col">([^<]*)', html)


def test_few_rows_are_larger_than_many():
    few, many = table(of(2), WIDE, 600), table(of(9), WIDE, 600)
    assert size(few) > size(many) >= 26
    assert few.count("<tr>") == 3
    assert many.count("<tr>") == 10
    assert "till</p>" not in few + many


def test_rows_that_have_no_room_are_counted():
    html = table(of(50), NARROW, 500)
    shown = html.count("<tr>") - 1
    assert 0 < shown < 50
    assert f"och {50 - shown} till" in html


def test_a_long_name_costs_neither_figure_nor_status():
    html = table(of(3, "Andel brukare som tycker att de får den hjälp de behöver i rätt tid " * 3), NARROW, 500)
    assert headings(html)[:4] == list(HEADINGS[:4])
    assert html.count("inte uppfyllt") == 3
    assert html.count("…") == 3


def test_a_column_that_says_nothing_is_not_shown():
    assert headings(table(of(2, change="–"), WIDE, 600)) == list(HEADINGS[:4])


def test_a_table_of_one_column_is_shown():
    assert headings(table(TextTable("Mål", ("Mål",), ((TextCell("Trygghet"),),)), WIDE, 600)) == ["Mål"]

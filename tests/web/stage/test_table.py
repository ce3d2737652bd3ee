"""Tables on a slide: whole and large where there is room, else the first rows, their statuses never left out."""

from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable, status
from lib.web.stage.parts import NARROW, WIDE
from lib.web.stage.table import SlideCell, table

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


def test_few_rows_are_larger_than_many():
    few, many = table(of(2), WIDE, 600), table(of(9), WIDE, 600)
    assert few.size > many.size >= 26
    assert (len(few.rows), few.more) == (2, "")
    assert (len(many.rows), many.more) == (9, "")


def test_rows_that_have_no_room_are_counted():
    made = table(of(50), NARROW, 500)
    assert 0 < len(made.rows) < 50
    assert made.more == f"och {50 - len(made.rows)} till"


def test_a_long_name_costs_neither_figure_nor_status():
    made = table(of(3, "Andel brukare som tycker att de får den hjälp de behöver i rätt tid " * 3), NARROW, 500)
    assert made.headings[:4] == HEADINGS[:4]
    assert [row[3] for row in made.rows] == [SlideCell("inte uppfyllt", MISSED)] * 3
    assert [[cell.words.endswith("…") for cell in row[:4]] for row in made.rows] == [[True, False, False, False]] * 3


def test_a_column_that_says_nothing_is_not_shown():
    assert table(of(2, change="–"), WIDE, 600).headings == HEADINGS[:4]


def test_a_table_of_one_column_is_shown():
    made = table(TextTable("Mål", ("Mål",), ((TextCell("Trygghet", address="/mal?goal=g"),),)), WIDE, 600)
    assert (made.headings, made.shares) == (("Mål",), (100.0,))
    assert made.rows == ((SlideCell("Trygghet", None, "/mal?goal=g"),),)

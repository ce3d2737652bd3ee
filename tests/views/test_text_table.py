"""Tables of texts: columns that say nothing are left out, and the others share the room by their words."""

import pytest

from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable, shared_out, status

MET = Look("uppfyllt", "met", "✔")


def test_columns_that_say_nothing_are_left_out_but_the_first():
    rows = (("", "–", "5", ""), ("", "", "", ""))
    table = TextTable("Siffror", tuple("abcd"), tuple(tuple(map(TextCell, row)) for row in rows))
    kept = ((TextCell(""), TextCell("5")), (TextCell(""), TextCell("")))
    assert table.informative == TextTable("Siffror", ("a", "c"), kept)


def test_a_status_is_measured_on_one_line_after_its_icon():
    table = TextTable("Lägen", ("Mål", "Nivå"), ((TextCell("Ett mål"), status(MET)), (TextCell("Två"), status(None))))
    assert table.measured == (("Mål", "Nivå"), ("Ett mål", "✔\u00a0uppfyllt"), ("Två", "–"))


@pytest.mark.parametrize(
    ("room", "least", "wanted", "widths"),
    [
        (100, [10, 10], [20, 100], [18.0, 82.0]),
        (100, [10, 20], [20, 30], [40.0, 60.0]),
        (100, [20, 20], [10, 10], [50.0, 50.0]),
        (30, [20, 10], [20, 10], [20.0, 10.0]),
    ],
    ids=["by what they lack", "evenly where nothing lacks", "never less than the least", "no more than the least"],
)
def test_the_room_is_shared_out(room, least, wanted, widths):
    assert shared_out(room, least, wanted) == pytest.approx(widths)

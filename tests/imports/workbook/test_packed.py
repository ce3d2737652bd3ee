"""A workbook that is kept while its user answers: whole, as often as it is asked for, and never too large."""

from lib.imports.workbook import packed as packing
from lib.imports.workbook.packed import packed
from lib.imports.workbook.read import Sheet, Workbook, read_workbook
from tests.helpers.workbooks import xlsx


def test_a_packed_workbook_is_the_same_each_time():
    book = read_workbook("a.xlsx", xlsx(["År", "Värde"], [2024, 4.5], [2025, "–"]))
    kept = packed(book)
    assert kept is not None
    first = kept.unpacked()
    assert first == book
    first.sheets[0].rows.clear()
    assert kept.unpacked() == book


def test_many_like_cells_take_a_tenth_of_their_room_or_less():
    kept = packed(Workbook("a", [Sheet("b", [[float(n), "Sjukfrånvaro"] for n in range(10_000)])]))
    assert kept is not None
    assert len(kept.content) < 24 * 20_000 / 10


def test_a_workbook_that_is_too_large_is_not_kept(monkeypatch):
    monkeypatch.setattr(packing, "MOST_CELLS_KEPT", 5)
    assert packed(Workbook("a", [Sheet("b", [[1.0, 2.0], [3.0]]), Sheet("c", [[4.0, 5.0]])])) is not None
    assert packed(Workbook("a", [Sheet("b", [[1.0, 2.0], [3.0]]), Sheet("c", [[4.0, 5.0, 6.0]])])) is None

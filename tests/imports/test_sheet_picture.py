"""The picture of a sheet as it was read: every cell where it stands, with its use."""

from lib.imports.sheet_picture import AxisPicture, ColumnPicture, sheet_picture
from tests.imports.test_explanation import read

ROWS = [
    ["Uppföljning"],
    [],
    ["Nyckeltal", "Enhet", "Ansvarig", "2021"],
    ["Klagomål", "Norr", "Maj", 40.0],
    ["Klagomål", "Okända teamet", "", 50.0],
    ["Källa: systemet"],
]


def test_a_table_that_is_sure():
    [explanation] = read(ROWS).explanations
    picture = sheet_picture(explanation)
    assert picture.columns == (
        ColumnPicture("A", "Indikator", "label"),
        ColumnPicture("B", "Enhet", "label"),
        ColumnPicture("C", "Används inte", "unused"),
        ColumnPicture("D", "Värde", "figure"),
    )
    uses = {number: [(cell.text, cell.use) for cell in cells if cell.use] for number, cells in picture.rows}
    assert [number for number, _cells in picture.rows] == list(range(1, 7))
    assert uses[1] == [("Uppföljning", "unused")]
    assert uses[2] == []
    assert uses[3] == [(text, "heading") for text in ("Nyckeltal", "Enhet", "Ansvarig", "2021")]
    assert uses[4] == [("Klagomål", "label"), ("Norr", "label"), ("Maj", "unused"), ("40", "figure")]
    assert uses[5] == [("Klagomål", "label"), ("Okända teamet", "fault"), ("", "unused"), ("50", "fault")]
    assert uses[6] == [("Källa: systemet", "unused"), ("", "label"), ("", "unused"), ("", "figure")]
    assert picture.more == 0
    assert picture.axes[:3] == (
        AxisPicture("Indikator", "kolumn Nyckeltal", "står i tabellen"),
        AxisPicture("Enhet", "kolumn Enhet", "står i tabellen"),
        AxisPicture("Period", "kolumn 2021", "står i tabellen"),
    )


def test_a_long_table_is_drawn_in_part():
    rows = [["Nyckeltal", "2021"], *[["Klagomål", float(number)] for number in range(30)]]
    picture = sheet_picture(read(rows).explanations[0])
    assert ([number for number, _cells in picture.rows], picture.more) == (list(range(1, 10)), 22)


def test_what_is_asked_about_stands_out():
    [explanation] = read([["Nyckeltal", "Ålder", "2021"], ["Klagomål", "16-24", 40.0]]).explanations
    picture = sheet_picture(explanation)
    assert [(column.label, column.use) for column in picture.columns] == [
        ("Indikator", "label"),
        ("Fråga", "asked"),
        ("Fråga", "asked"),
    ]
    assert picture.legend == (("heading", "rubrik"), ("label", "etikett"), ("asked", "fråga"))

"""Files as sheets of cells: what programs really write, and files that mean harm."""

import zlib
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from lib.imports.workbook.read import Unreadable, column_letter, file_name, read_workbook
from tests.helpers.workbooks import ods, saved, with_parts, xlsx

FIXTURES = Path(__file__).parent / "files"


def rows(name, content):
    return [sheet.rows for sheet in read_workbook(name, content).sheets]


def test_cells_of_a_workbook_as_numbers_and_text():
    content = xlsx(
        ["Namn", 7, 7.5, None, True, False],
        [date(2025, 1, 1), datetime(2025, 1, 1, 12, 30), "2025-01-01", "å\u00a0ä\nö"],
    )
    assert rows("a.xlsx", content) == [
        [["Namn", 7.0, 7.5, "", "true", "false"], ["2025-01-01", "2025-01-01T12:30:00", "2025-01-01", "å\u00a0ä\nö"]]
    ]


def test_rows_and_columns_stay_where_they_stand():
    def far(page):
        page["C4"] = 7

    assert rows("a.xlsx", xlsx(then=far)) == [[[], [], [], ["", "", 7.0]]]


def test_the_workbook_of_libreoffice():
    content = ods(["", ""], ["", "Enhet", 2011], ["", "Norr", 7.5])
    assert rows("a.ods", content) == [[[], ["", "Enhet", 2011.0], ["", "Norr", 7.5]]]


def test_the_workbook_of_an_old_excel():
    assert rows("a.xls", (FIXTURES / "old.xls").read_bytes()) == [
        [["Enhet", "Utfall 2011", "Prognos 2012"], ["Norr", 7.5, "8,0"], ["Söder", 6]]
    ]


def test_a_formula_gives_its_stored_value_and_is_never_evaluated():
    content = xlsx(["=1+1", 3])
    part = "xl/worksheets/sheet1.xml"
    with ZipFile(BytesIO(content)) as archive:
        sheet = archive.read(part).decode()
    with_value = sheet.replace("<f>1+1</f><v></v>", "<f>1+1</f><v>9</v>").replace(
        "<f>1+1</f><v />", "<f>1+1</f><v>9</v>"
    )
    assert with_value != sheet
    assert rows("a.xlsx", with_parts(content, **{part: with_value})) == [[[9.0, 3.0]]]


def test_hidden_sheets_are_marked():
    book = Workbook()
    book.active["A1"] = "syns"
    for state in ("hidden", "veryHidden"):
        page = book.create_sheet(state)
        page["A1"] = "syns inte"
        page.sheet_state = state
    assert [(sheet.name, sheet.hidden) for sheet in read_workbook("a.xlsx", saved(book)).sheets] == [
        ("Sheet", False),
        ("hidden", True),
        ("veryHidden", True),
    ]


def test_notes_that_hang_on_cells():
    def noted(page):
        page["B2"].comment = Comment("preliminärt", "någon")

    [sheet] = read_workbook("a.xlsx", xlsx(["a", "b"], ["c", 1], then=noted)).sheets
    assert sheet.notes == {(1, 1): "preliminärt"}


def test_merged_cells_are_filled_with_text_and_years_but_never_with_figures():
    def merged(page):
        for area in ("B1:C1", "D1:E1", "A2:A3", "B2:B3", "D2:E2"):
            page.merge_cells(area)

    content = xlsx(["", "Utfall", None, 2012], ["Norr", 7, None, 1.5], ["", None, 8], then=merged)
    assert rows("a.xlsx", content) == [
        [["", "Utfall", "Utfall", 2012.0, 2012.0], ["Norr", 7.0, "", 1.5], ["Norr", "", 8.0]]
    ]


@pytest.mark.parametrize(
    ("value", "read"),
    [(1899, [1899.0]), (1900, [1900.0] * 2), (2100, [2100.0] * 2), (2101, [2101.0]), (2012.5, [2012.5])],
)
def test_a_merged_number_may_be_a_year_from_1900_to_2100(value, read):
    content = xlsx(["a", value, None], then=lambda page: page.merge_cells("B1:C1"))
    assert rows("a.xlsx", content) == [[["a", *read]]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("a,b\n1,2\n", [["a", "b"], ["1", "2"]], id="comma"),
        pytest.param("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]], id="semicolon and decimal comma"),
        pytest.param("a\tb\n1,5\t2,5\n", [["a", "b"], ["1,5", "2,5"]], id="tab"),
        pytest.param("a|b\n1|2\n", [["a", "b"], ["1", "2"]], id="bar"),
        pytest.param("sep=;\na;b,c\n", [["a", "b,c"]], id="the separator told"),
        pytest.param('"a;b";c\n"d\ne";f\n', [["a;b", "c"], ["d\ne", "f"]], id="quoted"),
        pytest.param("a;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]], id="lines of Windows"),
        pytest.param("a;b\n\n1;2\n", [["a", "b"], [], ["1", "2"]], id="an empty line keeps its number"),
    ],
)
def test_text_with_columns(content, expected):
    assert rows("a.csv", content.encode()) == [expected]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_text(encoding):
    assert rows("a.csv", "Enhet;Värde\nÅsa–väst;7,5\n".encode(encoding)) == [[["Enhet", "Värde"], ["Åsa–väst", "7,5"]]]


def test_content_decides_what_a_file_is_and_not_its_name():
    assert rows("rapport.xls", b"a\tb\n1\t2\n") == [[["a", "b"], ["1", "2"]]]
    assert rows("rapport.csv", xlsx(["a", 1])) == [[["a", 1.0]]]


# Hostile and hopeless files


def archive(**parts):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


def far_cell():
    def far(page):
        page["XFD1048576"] = 1

    return xlsx(["a"], then=far)


def laughing():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{entities}]><sst>&l9;</sst>'
    return with_parts(xlsx(["a"]), **{"xl/sharedStrings.xml": text})


def locked():
    """What Excel makes of a workbook with a password: a container with the encrypted package in it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4096


def lying():
    """A bomb whose directory says that it is small."""
    content = bytearray(with_parts(xlsx(["a"]), **{"xl/worksheets/sheet1.xml": b" " * (64 << 20)}))
    size, small = (64 << 20).to_bytes(4, "little"), (70_000).to_bytes(4, "little")
    return bytes(content.replace(size, small))


def bomb():
    return archive(**{"xl/workbook.xml": b" " * (64 << 20)})


def many_parts():
    return archive(**{"xl/workbook.xml": "", **{f"xl/{number}": "" for number in range(3001)}})


REFUSED = [
    pytest.param("a.csv", b"", "Filen är tom.", id="empty"),
    pytest.param("a.xlsx", b"\0" * 5000, "Filen är tom.", id="nothing but zeros"),
    pytest.param("~$mål.xlsx", b"\x05owner", "”~$mål.xlsx” är en låsfil", id="lock file of Excel"),
    pytest.param("a.xlsx", b"%PDF-1.7\n%\xe2\xe3", "Filen är en PDF", id="PDF renamed"),
    pytest.param("a.xls", b"<html><p>1", "Filen är en webbsida", id="web page renamed"),
    pytest.param("a.xml", b"<?xml version='1.0'?><Workbook/>", "Filen är ingen arbetsbok", id="XML"),
    pytest.param("a.xlsx", b"a;b\n1;2\n", "Filen heter som en arbetsbok men är ingen", id="text renamed"),
    pytest.param("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "Filen är varken en arbetsbok eller text", id="picture"),
    pytest.param("a.xlsx", locked(), "Arbetsboken är skyddad med lösenord", id="encrypted"),
    pytest.param("a.zip", archive(a="b"), "Filen är ett packat arkiv", id="archive"),
    pytest.param("a.xlsx", archive(**{"word/document.xml": "<a/>"}), "Filen är ett Worddokument", id="Word"),
    pytest.param("a.xlsx", xlsx(["a"])[:-200], "Arbetsboken är skadad", id="cut off"),
    pytest.param("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 3000, "Arbetsboken är skadad", id="broken xls"),
    pytest.param("a.xlsx", xlsx(), "Arbetsboken har inga celler", id="no cells"),
    pytest.param("a.xlsx", laughing, "Arbetsboken innehåller deklarationer", id="billion laughs"),
    pytest.param("a.xlsx", bomb, "Arbetsboken packas upp", id="zip bomb"),
    pytest.param("a.xlsx", many_parts, "Arbetsboken packas upp", id="thousands of parts"),
    pytest.param("a.xlsx", lying, "Arbetsboken är skadad", id="zip bomb that says it is small"),
    pytest.param("a.xlsx", far_cell, "Arbetsboken har för många kolumner eller rader", id="a cell in XFD1048576"),
    pytest.param("a.xlsx", lambda: xlsx(range(10_000)), "Arbetsboken har för många kolumner", id="10 000 columns"),
    pytest.param("a.csv", b",".join([b"1"] * 10_000), "Rad 1 går över", id="10 000 columns of text"),
    pytest.param("a.csv", b'a;b\n1;"2\n' + b"3;4\n" * 9, "Rad 11: ett citattecken", id="open quotation mark"),
    pytest.param("a.csv", b"a;" + b"b" * 200_000, "Rad 1: ett citattecken är inte avslutat", id="endless cell"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED)
def test_a_file_that_is_refused_with_one_plain_sentence(name, content, sentence):
    with pytest.raises(Unreadable) as refused:
        read_workbook(name, content() if callable(content) else content)
    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


def test_an_archive_with_broken_packing():
    content = bytearray(xlsx(["a", "b"]))
    with ZipFile(BytesIO(bytes(content))) as made:
        part = made.getinfo("xl/worksheets/sheet1.xml")
    start = part.header_offset + 30 + len(part.filename)
    content[start : start + 20] = b"\xff" * 20
    with pytest.raises(Unreadable, match="skadad"):
        read_workbook("a.xlsx", bytes(content))
    with pytest.raises(zlib.error):  # which is what it would be without a guard
        ZipFile(BytesIO(bytes(content))).read(part.filename)


def test_macros_and_links_are_told_and_left_alone():
    content = with_parts(
        xlsx(["a", 1]), **{"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    )
    book = read_workbook("a.xlsm", content)
    assert book.remarks == [
        "Arbetsboken har makron. De körs inte.",
        "Arbetsboken har länkar till andra arbetsböcker. De följs inte; deras senast sparade värden läses.",
    ]
    assert book.sheets[0].rows == [["a", 1.0]]


def test_progress_comes_to_its_end():
    told = []
    read_workbook("a.xlsx", xlsx(["a"], ["b"], ["c"]), told.append)
    assert told[-1] == 1.0
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("mål.xlsx", "mål.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\mål.xlsx", "mål.xlsx"),
        ("a\n\x1b[31m.csv", "a[31m.csv"),
        ("", "?"),
        ("a" * 300, "a" * 200),
    ],
)
def test_a_name_without_folders(given, kept):
    assert file_name(given) == kept


@pytest.mark.parametrize(("column", "letter"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_letters_of_columns(column, letter):
    assert column_letter(column) == letter


PERCENT = [["Mått", 2023, 2024], ["Andel", 0.07, 0.0735], ["Andel", 0.071, 1.5], ["Andel", 0.07, "0,5"]]


def shown_in_percent(page):
    for place, code in {"B2": "0%", "C2": '0.0" %"', "B3": "0.0 %;[Red]-0.0 %", "C3": "0.00%", "C4": "0%"}.items():
        page[place].number_format = code


def test_cells_shown_in_per_cent_are_as_they_are_shown():
    expected = [["Mått", 2023.0, 2024.0], ["Andel", "7 %", 0.0735], ["Andel", "7.1 %", "150 %"], ["Andel", 0.07, "0,5"]]
    assert rows("a.xlsx", xlsx(*PERCENT, then=shown_in_percent)) == [expected]


def test_per_cent_far_down_a_long_sheet():
    def last(page):
        page["C30000"] = 0.25
        page["C30000"].number_format = "0%"

    [sheet] = rows("a.xlsx", xlsx(*([number, 0.5, 0.25] for number in range(29_999)), then=last))
    assert [len(sheet), sheet[29_998], sheet[-1]] == [30_000, [29_998.0, 0.5, 0.25], ["", "", "25 %"]]


def test_per_cent_in_a_workbook_of_libreoffice():
    content = ods(["a", 0.5], ["b", 0.25], ["", 0.25])
    part = "content.xml"
    with ZipFile(BytesIO(content)) as archive:
        text = archive.read(part).decode()
    marked = text.replace('"float" office:value="0.25"', '"percentage" office:value="0.25"', 1)
    assert rows("a.ods", with_parts(content, **{part: marked.encode()})) == [[["a", 0.5], ["b", "25 %"], ["", 0.25]]]

"""What workbooks say beside their values, the same in each format, and workbooks named or packed in unusual ways."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from lib.imports.workbook.marks import MERGED, MILLIONS, RAISED, STRUCK, THOUSANDS, UNCALCULATED, traits_of
from lib.imports.workbook.read import Unreadable, read_workbook
from tests.helpers.workbooks import with_parts, xlsx

FILES = Path(__file__).parent / "files"
ROWS = [["Nyckeltal", "2021", "2022"], ["Klagomål", 0.345, 3.0], ["Möten", 4321000, 17.0]]
CELLS = [["Nyckeltal", "2021", "2022"], ["Klagomål", "34.5 %", 3.0], ["Möten", 4321000.0, 17.0]]


def formatted(page):
    page["B2"].number_format = "0.0%"
    page["B3"].number_format = "#,##0,"
    page["C3"].font = Font(strike=True)


def sheet(content, name="a.xlsx"):
    return read_workbook(name, content).sheets[0]


def repacked(content, rename, change=lambda _name, data: data):
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(rename(name), change(name, old.read(name)))
    return file.getvalue()


def without_places(name, data):
    return re.sub(rb' r="[A-Z]*\d+"', b"", data) if name.startswith("xl/worksheets/") else data


def strict(_name, data):
    return data.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    ).replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )


@pytest.mark.parametrize("change", [lambda _name, data: data, without_places, strict], ids=["plain", "no r", "strict"])
def test_formats_are_read_however_the_workbook_is_written(change):
    read = sheet(repacked(xlsx(*ROWS, then=formatted), lambda name: name, change))
    assert read.rows == CELLS
    assert read.marks == {(2, 1): THOUSANDS, (2, 2): STRUCK}


def rooted(name):
    return name.removeprefix("xl/")


def from_root(name, data):
    return data.replace(b"xl/workbook.xml", b"workbook.xml").replace(b"/xl/", b"/") if name.endswith(".rels") else data


@pytest.mark.parametrize(
    ("rename", "change"),
    [
        (lambda name: name.replace("/", "\\"), lambda _name, data: data),
        (lambda name: name if name.startswith("[") else name.upper(), lambda _name, data: data),
        (rooted, from_root),
    ],
    ids=["backslashes", "capitals", "no folder"],
)
def test_workbooks_that_excel_opens_are_opened(rename, change):
    read = sheet(repacked(xlsx(*ROWS, then=formatted), rename, change))
    assert (read.rows, read.marks[2, 2]) == (CELLS, STRUCK)


def test_old_workbooks_tell_the_same():
    read = sheet((FILES / "formats.xls").read_bytes(), "formats.xls")
    assert read.rows == [
        ["Nyckeltal", "Enhet", "2021", "2022", "2023"],
        ["Klagomål", "Norr", "34.5 %", "50 %", 3.0],
        ["Kostnad", "Söder", 4321000.0, 17.0, "6,4²"],
    ]
    assert (read.marks, read.veiled) == ({(2, 2): THOUSANDS, (2, 3): STRUCK, (2, 4): RAISED}, 1)


def test_superscripts_are_no_figures():
    small = InlineFont(vertAlign="superscript")

    def raise_(page):
        page["B2"] = CellRichText("6,4", TextBlock(small, "2"))

    assert sheet(xlsx(["Nyckeltal", "2021"], ["Klagomål", ""], then=raise_)).rows[1] == ["Klagomål", "6,4²"]


def test_formulas_that_nobody_has_calculated_and_merged_figures_are_marked():
    def change(page):
        page["C2"] = "=B2*2"
        page.merge_cells("B3:B4")

    rows = [["Nyckeltal", "2021", "2022"], ["Klagomål", 1], ["Möten", 5], ["Ärenden"]]
    assert sheet(xlsx(*rows, then=change)).marks == {(1, 2): UNCALCULATED, (3, 1): MERGED}


def test_dates_shown_as_a_year_are_the_year():
    def change(page):
        page["B1"].number_format = "yyyy"
        page["C1"].number_format = "mmm yy"

    read = sheet(xlsx(["Nyckeltal", date(2021, 1, 1), date(2022, 1, 1)], ["Klagomål", 1, 2], then=change))
    assert read.rows[0] == ["Nyckeltal", "2021", "2022-01-01"]


@pytest.mark.parametrize(
    ("code", "traits"),
    [
        ("0.0%", {"percent"}),
        ('0.0"%"', set()),
        ("#,##0,", {THOUSANDS}),
        ('# ##0,, "mnkr"', {MILLIONS}),
        ("#,##0.00", set()),
        ("yyyy;@", {"year"}),
        ("[$-41D]åååå", {"year"}),
        ("yyyy-mm-dd", set()),
        ("General", set()),
    ],
)
def test_number_formats(code, traits):
    assert traits_of(code) == traits


_ODS_STYLES = """<office:automatic-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0">
<number:number-style style:name="N1"><number:number number:display-factor="1000"/></number:number-style>
<style:style style:name="c1" style:data-style-name="N1"/>
<style:style style:name="c2"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="t1"><style:text-properties style:text-position="super 58%"/></style:style>
</office:automatic-styles>"""
_ODS_ROWS = """<table:table-row>
<table:table-cell office:value-type="string"><text:p>Nyckeltal</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>2021</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell table:style-name="c2" office:value-type="float"
 office:value="3"/><table:table-cell table:style-name="c1" office:value-type="float" office:value="4000"/>
</table:table-row><table:table-row><table:table-cell office:value-type="percentage" office:value="0.5"/>
<table:table-cell office:value-type="string"><text:p>6,4<text:span text:style-name="t1">2</text:span></text:p>
</table:table-cell></table:table-row>"""
_ODS_NAMES = ["office", "table", "text", "style", "number", "calcext"]
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">{styles}<office:body><office:spreadsheet>'
    '<table:table table:name="Blad1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</manifest:manifest>'
)


def open_document(manifest=""):
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS.format(styles=_ODS_STYLES, rows=_ODS_ROWS).replace("\n<", "<"))
        archive.writestr("META-INF/manifest.xml", _MANIFEST.format(manifest))
    return file.getvalue()


def test_open_document_tells_the_same():
    read = sheet(open_document(), "a.ods")
    assert read.rows == [["Nyckeltal", "2021"], [3.0, 4000.0], ["50 %", "6,4²"]]
    assert (read.marks, read.veiled) == ({(1, 0): STRUCK, (1, 1): THOUSANDS, (2, 1): RAISED}, 1)


def test_open_document_with_a_password():
    locked = open_document("<m:file-entry><m:encryption-data/></m:file-entry>")
    with pytest.raises(Unreadable, match="skyddad med lösenord"):
        read_workbook("a.ods", locked)


PAGE = """<html><head><meta charset="utf-8"></head><body><table><caption>Frånvaro</caption>
<tr><th rowspan="2">Enhet</th><th colspan="2">Utfall</th></tr><tr><th>2021</th><th>2022</th></tr>
<tr><td>Norr</td><td>5,1</td><td>6,2</td></tr></table></body></html>"""
MHTML = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n"


@pytest.mark.parametrize("content", [PAGE, f"{MHTML}{PAGE}\r\n--x--\r\n"], ids=["page", "with its files"])
def test_web_pages_saved_as_workbooks_are_read(content):
    read = sheet(content.encode(), "export.xls")
    assert read.name == "Frånvaro"
    assert read.rows == [["Enhet", "Utfall", "Utfall"], ["Enhet", "2021", "2022"], ["Norr", "5,1", "6,2"]]


@pytest.mark.parametrize("end", [b"\x1a", b"\0" * 300, b"\r\n\x1a\0\0"])
def test_what_old_programs_write_at_the_end(end):
    assert sheet(b"Nyckeltal;2021\r\nKlagomal;3" + end, "a.csv").rows == [["Nyckeltal", "2021"], ["Klagomal", "3"]]


def test_a_hostile_part_is_no_reason_to_lose_the_values():
    broken = with_parts(xlsx(*ROWS, then=formatted), **{"xl/styles.xml": "<styleSheet"})
    with pytest.raises(Unreadable, match="skadad"):
        read_workbook("a.xlsx", broken)

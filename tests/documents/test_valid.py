"""The Office files keep to the schemas of Open XML, with the charts in them; the HTML file to those of HTML."""

from functools import cache
from pathlib import Path

import html5lib
import pytest
from openxml_audit import OpenXmlValidator, ValidationSeverity

from lib.documents import excel, page, powerpoint, word
from lib.views.board import read_board
from lib.views.choice import Choice
from tests.documents.test_office import BOARDS
from tests.helpers.papers import deck_of, meeting_deck, meeting_papers, nobody, report_of, tricky


@cache
def validator() -> OpenXmlValidator:
    """One for all files: what it reads of the schemas takes longer than a small file."""
    return OpenXmlValidator()


def faults(content: bytes, path: Path) -> list[str]:
    """What a validator finds that is an error, not a piece of advice."""
    path.write_bytes(content)
    found = validator().validate(path).errors
    return [f"{one.part_uri}: {one.description}" for one in found if one.severity is ValidationSeverity.ERROR]


def test_what_is_tricky_is_valid(tmp_path):
    for name, content in (
        ("whole.docx", word.word_file(report_of(tricky()), nobody)),
        ("meeting.docx", word.word_file(meeting_papers(), nobody)),
        ("whole.pptx", powerpoint.powerpoint_file(deck_of(tricky()), nobody)),
        ("meeting.pptx", powerpoint.powerpoint_file(meeting_deck(), nobody)),
        ("whole.xlsx", excel.excel_book(report_of(tricky()), nobody)),
        ("meeting.xlsx", excel.excel_book(meeting_papers(), nobody)),
    ):
        assert faults(content, tmp_path / name) == [], name


def test_a_boards_papers_are_valid(seeded, tmp_path):
    """Word and PowerPoint whole, with charts of all kinds; of the workbook one area, since its rows are alike."""
    data = read_board(seeded, "exempelstad")
    made, deck = report_of(data), deck_of(data)
    of_one = report_of(data, Choice(board=data.code, area=next(iter(data.areas))))
    assert len(of_one.figures) > 0
    assert faults(word.word_file(made, nobody), tmp_path / "a.docx") == []
    assert faults(powerpoint.powerpoint_file(deck, nobody), tmp_path / "a.pptx") == []
    assert faults(excel.excel_book(of_one, nobody), tmp_path / "a.xlsx") == []


@pytest.mark.soak
@pytest.mark.parametrize("board", BOARDS)
def test_every_boards_papers_are_valid(seeded, tmp_path, board):
    data = read_board(seeded, board)
    made, deck = report_of(data), deck_of(data)
    assert faults(word.word_file(made, nobody), tmp_path / "a.docx") == []
    assert faults(powerpoint.powerpoint_file(deck, nobody), tmp_path / "a.pptx") == []
    assert faults(excel.excel_book(made, nobody), tmp_path / "a.xlsx") == []


def test_the_html_file_is_valid():
    for made in (report_of(tricky()), meeting_papers()):
        html5lib.HTMLParser(strict=True).parse(page.html_file(made, nobody).decode())

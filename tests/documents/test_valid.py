"""The Office files keep to the schemas of Open XML, with the charts in them; the HTML file to those of HTML."""

from pathlib import Path

import html5lib
import pytest
from openxml_audit import OpenXmlValidator, ValidationSeverity

from lib.documents import excel, page, powerpoint, word
from lib.views.board import read_board
from tests.helpers.papers import deck_of, meeting_deck, meeting_papers, nobody, report_of, tricky


def faults(content: bytes, path: Path) -> list[str]:
    """What a validator finds that is an error, not a piece of advice."""
    path.write_bytes(content)
    found = OpenXmlValidator().validate(path).errors
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


@pytest.mark.parametrize("board", ["exempelstad"])
def test_a_boards_papers_are_valid(seeded, tmp_path, board):
    data = read_board(seeded, board)
    made, deck = report_of(data), deck_of(data)
    assert faults(word.word_file(made, nobody), tmp_path / "a.docx") == []
    assert faults(powerpoint.powerpoint_file(deck, nobody), tmp_path / "a.pptx") == []
    assert faults(excel.excel_book(made, nobody), tmp_path / "a.xlsx") == []


def test_the_html_file_is_valid():
    for made in (report_of(tricky()), meeting_papers()):
        html5lib.HTMLParser(strict=True).parse(page.html_file(made, nobody).decode())

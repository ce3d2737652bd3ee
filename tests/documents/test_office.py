"""The documents opened by LibreOffice and converted to PDF: every goal is there, and what is made up is marked."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PageObject, PdfReader

from lib.documents import excel, powerpoint, word
from lib.documents.report import Report
from lib.meetings.slide import Deck
from lib.store.store import Store
from lib.views.board import BoardData, read_board
from lib.views.choice import Choice
from tests.helpers.papers import deck_of, nobody, report_of, tricky

BOARDS = ("blekinge-2012", "ekero", "exempelstad", "helsingborg", "linkoping", "karlskrona")


def converted(folder: Path, *files: Path) -> list[PdfReader]:
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed: the tests need an office that opens the documents (see README)"
    own = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [PdfReader(folder / f"{file.stem}.pdf") for file in files]


def written(report: Report, deck: Deck, folder: Path) -> list[Path]:
    files = {
        folder / "slides.pptx": powerpoint.powerpoint_file(deck, nobody),
        folder / "appendix.docx": word.word_file(report, nobody),
        folder / "tables.xlsx": excel.excel_book(report, nobody),
    }
    for path, content in files.items():
        path.write_bytes(content)
    return list(files)


def texts(pages: Iterable[PageObject]) -> str:
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_example_board_opens(tmp_path, seeded: Store):
    """One area and the slides of its goals: the whole of every board is for the long runs."""
    data = read_board(seeded, "exempelstad")
    report = report_of(data, Choice(board=data.code, area=next(iter(data.areas))))
    whole = deck_of(data)
    shown = {goal.code for goal in report.goals}
    deck = replace(whole, slides=tuple(one for one in whole.slides if one.view.query.get("goal", "") in {"", *shown}))
    slides, appendix, tables = converted(tmp_path, *written(report, deck, tmp_path))
    assert 1 < len(deck.slides) < len(whole.slides)
    assert len(slides.pages) == len(Presentation(tmp_path / "slides.pptx").slides)
    first, last = report.goals[0], report.goals[-1]
    assert first.title in texts(appendix.pages[:1])
    assert last.indicators[-1].name in texts(appendix.pages[-3:])
    assert first.title in texts(tables.pages[1:2])
    for page in (slides.pages[0], slides.pages[-1], appendix.pages[0], appendix.pages[-1]):
        assert "Exempeldata" in texts([page])


@pytest.mark.soak
@pytest.mark.parametrize("board", BOARDS)
def test_every_board_opens_with_all_its_goals(tmp_path, seeded: Store, board):
    has_all(read_board(seeded, board), tmp_path)


@pytest.mark.soak
def test_what_is_tricky_opens(tmp_path):
    has_all(tricky(), tmp_path)


def has_all(data: BoardData, folder: Path) -> None:
    slides, appendix, tables = (
        texts(file.pages) for file in converted(folder, *written(report_of(data), deck_of(data), folder))
    )
    assert [one.heading for one in deck_of(data).slides if one.heading[:30] not in slides] == []
    titles = [goal.title[:30] for goal in report_of(data).goals]
    assert [title for title in titles if title not in appendix] == []
    assert [title for title in titles if title not in tables] == []

"""The papers as they are asked for: on the page Dokument in a browser, and on the command line."""

import docx
import pytest
from playwright.sync_api import expect
from pptx import Presentation

from lib.__main__ import main
from lib.web import memory


@pytest.fixture
def own_store(seeded_url, monkeypatch):
    """The command line's store is the seeded one; what an earlier test read is forgotten."""
    monkeypatch.setenv("DATABASE_URL", seeded_url)
    memory.opened.cache_clear()
    yield
    memory.opened.cache_clear()


def test_a_meetings_papers_are_made_on_the_page_and_saved(open_page, tmp_path):
    page = open_page("/dokument?board=exempelstad&asof=2026-08")  # a meeting that is shown has its own papers
    page.get_by_text("Handlingarna följer dagordningen för mötet den 25 augusti 2026 (7 punkter)").wait_for()
    page.get_by_role("button", name="Skapa Word").click()
    with page.expect_download(timeout=60_000) as saved:
        page.get_by_role("button", name="Spara exempeldata-exempelstad-2026-08.docx").click()
    saved.value.save_as(tmp_path / "f.docx")
    texts = [one.text for one in docx.Document(str(tmp_path / "f.docx")).paragraphs]
    assert texts[:2] == [
        "Exempelstads socialnämnd · Tjänsteskrivelse",
        "Uppföljning efter sju månader",
    ]


def test_papers_of_no_meeting_are_of_what_is_chosen(open_page):
    page = open_page("/dokument?board=exempelstad&meeting=no&year=2025&area=vuxna")
    page.get_by_text("Exempelstads socialnämnd · Vuxna · 2025 · i dag").wait_for()
    box = page.get_by_role("combobox", name="Handlingar till")
    assert box.evaluate("box => box.selectedOptions[0].text") == "Inget möte: det som visas"
    box.select_option("2026-08-25: Uppföljning efter sju månader")
    page.get_by_text("Handlingarna gäller bara området Vuxna, mål för mål.").wait_for()


def test_papers_are_made_in_the_language_of_the_page(open_page, tmp_path):
    page = open_page("/dokument?board=blekinge-2012&lang=en")
    page.get_by_role("button", name="Create Word").click()
    with page.expect_download(timeout=60_000) as saved:
        page.get_by_role("button", name="Save malbild-blekinge-2012.docx").click()
    saved.value.save_as(tmp_path / "f.docx")
    assert docx.Document(str(tmp_path / "f.docx")).core_properties.language.startswith("en")
    expect(page.get_by_role("button", name="Create Excel")).to_have_count(1)


def test_a_template_that_is_none_is_told(open_page, tmp_path):
    (tmp_path / "mall.pptx").write_bytes(b"hej")
    page = open_page("/dokument?board=ekero")
    page.locator("summary", has_text=".pptx").click()
    page.locator("input[type=file][accept*='.pptx']").set_input_files(tmp_path / "mall.pptx")
    page.get_by_text("mall.pptx").wait_for()
    expect(page.get_by_test_id("stFileChipIconSpinner")).to_have_count(0)  # it is sent
    page.get_by_role("button", name="Skapa PowerPoint").click()
    page.get_by_text("Mallen är ingen PowerPointfil.").wait_for()


@pytest.mark.usefixtures("own_store")
def test_the_command_line_writes_a_file_as_a_meeting_saw_it(tmp_path, capsys):
    meeting = memory.meetings("exempelstad")[0]
    file = tmp_path / "f.pptx"
    assert main(["document", "powerpoint", "--board", "exempelstad", "--meeting", meeting.code, str(file)]) == 0
    assert capsys.readouterr().out == f"Filen skrevs till {file}.\n"
    slides = Presentation(str(file)).slides
    first = [shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame]
    assert slides[0].shapes.title.text_frame.text == "Exempelstads socialnämnd"
    assert any(meeting.title in text for text in first)
    assert slides[1].shapes.title.text_frame.text == "Dagordning"


WRONG = [
    (["--board", "nej"], "Nämnden ”nej” finns inte. Det finns: blekinge-2012, "),
    (["--board", "ekero", "--meeting", "nej"], "Mötet ”nej” finns inte."),
    (["--board", "ekero", "--template", __file__], "Mallen är ingen PowerPointfil."),
]


@pytest.mark.usefixtures("own_store")
@pytest.mark.parametrize(("words", "said"), WRONG)
def test_what_is_not_there_is_told(tmp_path, capsys, words, said):
    assert main(["document", "powerpoint", *words, str(tmp_path / "f")]) == 1
    assert capsys.readouterr().err.startswith(said)
    assert not (tmp_path / "f").exists()

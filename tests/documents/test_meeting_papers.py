"""A meeting's papers: the agenda's points in their order in every file, with questions, answers and decisions."""

from io import BytesIO
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Browser, Page
from pptx import Presentation

from lib.charts.icons import ICONS
from lib.documents import powerpoint
from lib.meetings.agenda import View
from lib.meetings.questions import PointQuestions
from lib.meetings.slide import Slide
from lib.tables.safe_text import harmless
from lib.views.choice import Choice
from lib.views.goal_story import goal_story
from lib.views.text_table import TextTable
from tests.helpers.papers import (
    NOTES,
    TAGS,
    meeting_deck,
    meeting_papers,
    nobody,
    read_excel,
    read_html,
    read_word,
    report_of,
    tricky,
)

HEADINGS = ["Läget i maj", TAGS, "Två [kurvor]: a/b?", "Kvinnor och män", "Målet finns inte"]
EARLIER = PointQuestions("1 februari 2026, till mötet ”Bokslut”", "Varför?", "Därför.", "Följs upp.", True)
OWN = PointQuestions("1 maj 2026", TAGS, "", "")
SAID = [("A.", "A. B."), ("A.", "B."), ("A.", ""), ("", "")]
OTHER = PointQuestions("Femtio indikatorer · 1 maj 2026", "=1+1", "Två.", "")


def lines(table: TextTable) -> list[list[str]]:
    return [[cell.marked for cell in row] for row in table.rows]


def test_points_say_what_their_slides_and_goals_say():
    made, deck = meeting_papers(), meeting_deck()
    assert [point.slide for point in made.points] == list(deck.slides)
    assert [point.slide.heading for point in made.points] == HEADINGS
    goals = {goal.code: goal for goal in report_of(tricky()).goals}
    assert [point.goal.code if point.goal else "" for point in made.points] == ["", "g", "", "g", ""]
    assert made.points[1].goal == goals["g"]
    assert made.points[3].goal == goal_story(tricky(), "g", Choice(year=2015, gender="KM"))


def test_questions_stand_at_their_points_and_come_back_at_later_meetings():
    made = meeting_papers()
    assert [point.questions for point in made.points] == [(), (EARLIER, OWN), (), (EARLIER, OWN), ()]
    assert made.others == (OTHER,)


def test_what_is_shown_is_said():
    made = meeting_papers()
    assert made.title == TAGS
    assert made.stamp[:4] == (
        ("Nämnd", TAGS),
        ("Möte", f"1 maj 2026: {TAGS}"),
        ("Period", "siffror till och med 31 december 2016"),
        ("Uppgifter per", "i dag"),
    )


def test_word():
    file, made = read_word(meeting_papers()), meeting_papers()
    headings = [one.text for one in file.paragraphs if one.style.name == "Heading 2"]
    at = headings.index("Innehåll")
    assert headings[at:] == ["Innehåll", *HEADINGS, "Övriga frågor från nämnden", "Källor"]
    levels = [int(one.style.name[-1]) for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert {after - before for before, after in pairwise(levels) if after > before} == {1}
    listed = [one.text for one in file.paragraphs if one.style.name == "Contents 2"]
    assert listed == [*(f"{n}. {one}" for n, one in enumerate(HEADINGS, start=1)), "Övriga frågor från nämnden"]
    assert made.points[0].slide.table
    body = file.element.body
    marked = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    anchors = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert marked == [f"point_{number}" for number in range(1, 6)]
    assert anchors == ["point_2", *marked]  # from the letter to the goal, and from the list of contents
    text = "\n".join(one.text for one in file.paragraphs)
    assert text.count("Fråga: Varför?\nSvar: Därför.\nBeslut: Följs upp.") == 2
    assert ("Fråga: =1+1\nSvar: Två." in text, "Inte frågad än" in text, NOTES in text) == (True, False, False)


def test_excel():
    file, made = read_excel(meeting_papers()), meeting_papers()
    own = ["1 Läget i maj", "3 Två  kurvor   a b"]
    names = ["Om filen", "Dagordning", "Frågor", *own, "Mål", "Bedömningar", "Indikatorer", "Siffror", "Diagram"]
    assert file.sheetnames == names
    assert [row[:2] for row in body(file["Dagordning"])] == [
        (number, heading) for number, heading in enumerate(HEADINGS, start=1)
    ]
    asked = [(HEADINGS[place], one) for place in (1, 3) for one in (EARLIER, OWN)] + [(None, OTHER)]
    assert body(file["Frågor"]) == [
        (heading, harmless(one.text), one.when, one.answer or None, one.decision or None) for heading, one in asked
    ]
    for name, place in zip(own, (0, 2), strict=True):
        table = made.points[place].slide.table
        assert table
        assert body(file[name]) == [tuple(harmless(cell.text) or None for cell in row) for row in table.rows]
    assert NOTES not in {cell.value for sheet in file for row in sheet.iter_rows() for cell in row}


def body(sheet: Worksheet) -> list[tuple]:
    return list(sheet.iter_rows(min_row=2, values_only=True))


@pytest.fixture(scope="module")
def opened(browser: Browser):
    page = browser.new_page()
    page.set_content(read_html(meeting_papers()))
    yield page
    page.close()


def test_html(opened: Page):
    made = meeting_papers()
    sections = opened.locator(".appendix > section")
    assert sections.locator("> h3").all_text_contents() == [*HEADINGS, "Övriga frågor från nämnden", "Källor"]
    links = opened.locator("nav a").evaluate_all("all => all.map(a => document.querySelector(a.hash).textContent)")
    assert links == HEADINGS
    letter = opened.locator("main > section").first
    assert letter.locator("td a, th a").evaluate_all("all => all.map(a => a.hash)") == ["#point_2"]
    [table] = made.letter.statuses
    rows = letter.locator("tbody tr")
    cells = rows.evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))")
    assert cells == [[cell.text.strip() for cell in row] for row in table.rows]
    icons = letter.locator("td .status path").evaluate_all("all => all.map(path => path.getAttribute('d'))")
    assert icons == [ICONS[cell.look.name] for row in table.rows for cell in row if cell.look]
    assert sections.nth(2).locator("figure .broad svg").count() == len(made.points[2].slide.charts) == 1
    said = sections.nth(1).locator(".asked").all_inner_texts()
    assert said[0].split("\n\n") == [EARLIER.when, "Fråga: Varför?", "Svar: Därför.", "Beslut: Följs upp."]
    content = opened.content()
    assert ("Inte frågad än" in content, NOTES in content) == (False, False)


def test_powerpoint_has_notes_and_questions_for_the_presenter():
    made = meeting_papers()
    asked = [point.questions for point in made.points]
    file = Presentation(BytesIO(powerpoint.powerpoint_file(meeting_deck(), nobody, questions=asked)))
    notes = [slide.notes_slide.notes_text_frame.text for slide in file.slides if slide.has_notes_slide]
    assert [NOTES in note for note in notes] == [True, False, False, True, False]
    assert ["Fråga: Varför?\nSvar: Därför.\nBeslut: Följs upp." in note for note in notes] == [
        bool(questions) for questions in asked
    ]


def test_nothing_is_told_twice():
    told = [Slide(View("", "/"), "trend", "", sentence=one, aloud=more).texts for one, more in SAID]
    assert told == [("A. B.",), ("A.", "B."), ("A.",), ()]

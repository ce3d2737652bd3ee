"""Boards to write papers of, and the papers read back."""

from datetime import date
from functools import cache
from io import BytesIO

import docx
from openpyxl import load_workbook
from pptx import Presentation

from lib.documents import excel, page, powerpoint, word
from lib.documents.report import Report, meeting_report, report
from lib.meetings import agenda, deck
from lib.meetings.agenda import View
from lib.meetings.slide import Deck
from lib.tables.model import Meeting, Question
from lib.views.as_of import NOW, BoardState
from lib.views.board import BoardData
from lib.views.changes_text import ChangeReport
from lib.views.choice import ALL, Choice
from tests.helpers.rows import (
    area,
    assessment,
    board,
    goal,
    goal_indicator,
    indicator,
    observation,
    source,
    target,
    unit,
    year,
)
from tests.helpers.seeded import read

NOW_STATE = BoardState(NOW, 1, date(2026, 11, 22))
TAGS = '<b>"Fet" & <script>alert(1)</script></b>'
LONG = "Ett mål med en rubrik som aldrig tar slut och som ingen bild har plats för, " * 6
HIDDEN = 7654.3


def nobody(_done: float) -> None:
    """Progress that nobody looks at."""


@cache
def tricky() -> BoardData:
    """HTML in names, a very long title, a goal without figures, fifty indicators on a goal, a figure about few."""
    many = [f"i{n}" for n in range(50)]
    return read(
        boards=[board(name=TAGS)],
        sources=[source(title=TAGS)],
        areas=[area(name=TAGS)],
        units=[unit(name="=cmd()")],
        goals=[
            goal(goal="g", title=TAGS, area="a", description="Text\x0bmed styrtecken", source="s", locator="s. 1"),
            goal(goal="long", title=LONG, number="2", area="a"),
            goal(goal="many", title="Femtio indikatorer"),
        ],
        indicators=[
            indicator(name="=SUM(A1)", definition=TAGS, decimals=1, better="lower", source="s", locator="s. 2"),
            *(indicator(indicator=code, name=f"Indikator {code} med ett ganska långt namn") for code in many),
        ],
        goal_indicators=[goal_indicator(), *(goal_indicator(goal="many", indicator=code) for code in many)],
        targets=[target(value=5.0, valid_from=date(2016, 1, 1)), target(indicator="i0", value=5.0)],
        assessments=[
            assessment(comment=TAGS, source="s", locator="s. 3"),
            assessment(unit="u", verdict="not_achieved", comment="-1+1"),
        ],
        observations=[
            *(observation(**year(2013 + n), value=7.0 - n, source="s", locator=f"s. {n}") for n in range(4)),
            *(observation(**year(2013 + n), gender=gender, value=5.0, count=900) for n in range(4) for gender in "KM"),
            observation(unit="u", **year(2016), value=HIDDEN, count=3),
            *(observation(indicator=code, value=1.0 + n) for n, code in enumerate(many)),
        ],
    )


def report_of(data: BoardData, choice: Choice = ALL) -> Report:
    return report(data, choice, NOW_STATE)


def nothing_new(_choice: Choice, _since: str) -> ChangeReport:
    """The changes: none that a test here asks for."""
    return ChangeReport(tricky(), NOW_STATE.day, None, None, (), ())


def deck_of(data: BoardData) -> Deck:
    """The slides of a board's default agenda."""
    made = (deck.slide(data, view, NOW_STATE, nothing_new) for view in agenda.default(data, None, ()))
    meeting = Meeting(board=data.code, meeting="", date=NOW_STATE.day, title="", frozen=None)
    return deck.deck(data, meeting, NOW_STATE, made)


NOTES = "Bara för den som visar"
POINTS = (
    View("p1", "/", "Läget i maj", NOTES),
    View("p2", "/mal?goal=g"),
    View("p3", "/trender?indicator=i%2Ci0", "Två [kurvor]: a/b?"),
    View("p4", "/mal?gender=KM&goal=g&year=2015", "Kvinnor och män", NOTES),
    View("p5", "/mal?goal=gone"),
)
MEETINGS = [
    Meeting(board="b", meeting=code, date=date(2026, month, 1), title=title, frozen=None)
    for code, month, title in (("m0", 2, "Bokslut"), ("m1", 5, TAGS), ("m2", 8, "Efter"))
]
QUESTIONS = [
    Question(
        board="b",
        meeting=meeting,
        question=code,
        address=address,
        text=text,
        asked=day,
        answer=answer,
        decision=decision,
    )
    for meeting, code, address, text, day, answer, decision in (
        ("m0", "f1", "/mal?goal=g", "Varför?", date(2026, 2, 1), "Därför.", "Följs upp."),
        ("m1", "f1", "/mal?goal=g&gender=K", TAGS, date(2026, 5, 1), "", ""),
        ("m1", "f2", "/mal?goal=many", "=1+1", date(2026, 5, 1), "Två.", ""),
        ("m2", "f1", "/mal?goal=g", "Inte frågad än", date(2026, 8, 1), "", ""),
    )
]


@cache
def meeting_deck() -> Deck:
    """The slides of a meeting of the tricky board."""
    made = (deck.slide(tricky(), view, NOW_STATE, nothing_new) for view in POINTS)
    return deck.deck(tricky(), MEETINGS[1], NOW_STATE, made)


@cache
def meeting_papers() -> Report:
    """The meeting's papers: views and a goal twice, one that is not there, and questions of it and its neighbours."""
    return meeting_report(tricky(), meeting_deck(), NOW_STATE, QUESTIONS, MEETINGS)


def read_word(made: Report):
    return docx.Document(BytesIO(word.word_file(made, nobody)))


def read_powerpoint(data: BoardData, template: bytes | None = None):
    return Presentation(BytesIO(powerpoint.powerpoint_file(deck_of(data), nobody, template)))


def read_excel(made: Report):
    return load_workbook(BytesIO(excel.excel_book(made, nobody)))


def read_html(made: Report) -> str:
    return page.html_file(made, nobody).decode()

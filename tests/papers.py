"""Boards to write papers of, and the papers read back."""

from datetime import date
from functools import cache
from io import BytesIO

import docx
from openpyxl import load_workbook
from pptx import Presentation

from lib import agenda, slides
from lib.asof import NOW, State
from lib.board import BoardData
from lib.changes_words import Told
from lib.chosen import ALL, Choice
from lib.documents import excel, page, powerpoint, word
from lib.model import Meeting
from lib.report import Report, report
from lib.slide import Deck
from tests.rows import area, assessment, board, goal, goal_indicator, indicator, observation, source, target, unit, year
from tests.seeded import read

NOW_STATE = State(NOW, 1, date(2026, 11, 22))
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
            *(observation(**year(2013 + n), gender=one, value=5.0, count=900) for n in range(4) for one in "KM"),
            observation(unit="u", **year(2016), value=HIDDEN, count=3),
            *(observation(indicator=code, value=1.0 + n) for n, code in enumerate(many)),
        ],
    )


def report_of(data: BoardData, choice: Choice = ALL) -> Report:
    return report(data, choice, NOW_STATE)


def deck_of(data: BoardData) -> Deck:
    """The slides of a board's default agenda."""

    def compare(_choice: Choice, _since: str) -> Told:
        return Told(data, NOW_STATE.day, None, None, (), ())

    made = (slides.slide(data, view, NOW_STATE, compare) for view in agenda.default(data, None, ()))
    meeting = Meeting(board=data.code, meeting="", date=NOW_STATE.day, title="", frozen=None)
    return slides.deck(data, meeting, NOW_STATE, made)


def read_word(data: BoardData):
    return docx.Document(BytesIO(word.word_file(report_of(data), nobody)))


def read_powerpoint(data: BoardData, template: bytes | None = None):
    return Presentation(BytesIO(powerpoint.powerpoint_file(deck_of(data), nobody, template)))


def read_excel(data: BoardData):
    return load_workbook(BytesIO(excel.excel_book(report_of(data), nobody)))


def read_html(data: BoardData) -> str:
    return page.html_file(report_of(data), nobody).decode()

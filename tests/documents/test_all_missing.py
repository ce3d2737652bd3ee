"""Papers of a meeting whose figures are all missing are written in every format, and say that they are."""

from io import BytesIO

import pytest
from pptx import Presentation

from lib.documents import excel, page, powerpoint, word
from lib.documents.report import meeting_report
from lib.meetings import deck
from lib.meetings.agenda import View
from tests.helpers.papers import MEETINGS, NOW_STATE, nobody, nothing_new
from tests.helpers.rows import board, goal, goal_indicator, indicator, observation, year
from tests.helpers.seeded import read

POINTS = (View("p1", "/mal?goal=g"), View("p2", "/trender?indicator=i"), View("p3", "/"))


@pytest.fixture(scope="module")
def made():
    missing = {"value": None, "status": "missing"}
    data = read(
        boards=[board()],
        goals=[goal(title="Tyst mål")],
        indicators=[indicator(name="Tyst indikator")],
        goal_indicators=[goal_indicator()],
        observations=[observation(**year(2014 + n), **missing) for n in range(3)],
    )
    slides = (deck.slide(data, view, NOW_STATE, nothing_new) for view in POINTS)
    whole = deck.deck(data, MEETINGS[1], NOW_STATE, slides)
    return whole, meeting_report(data, whole, NOW_STATE, [], MEETINGS)


@pytest.mark.parametrize("write", [word.word_file, excel.excel_book, page.html_file])
def test_files_are_written(made, write):
    assert len(write(made[1], nobody)) > 5000


def test_slides_are_written(made):
    file = Presentation(BytesIO(powerpoint.powerpoint_file(made[0], nobody)))
    titles = [slide.shapes.title.text_frame.text for slide in file.slides]
    assert titles[2:5] == ["Tyst mål", "Tyst indikator", "Måluppfyllelse"]

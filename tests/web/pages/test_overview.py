"""The start page as HTML: its headings and lists, what is escaped, and how large it is."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from lib.views.attention import missed_and_worsening, overdue
from lib.views.board import BoardData, read_board
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.views.listing import Listing
from lib.web.pages import overview
from lib.words.language import use_language
from tests.helpers.rows import area, assessment, goal, goal_indicator, indicator, observation, target, year
from tests.helpers.seeded import read
from tests.views.started import MEETING


class Outline(HTMLParser):
    """Headings, and the number of elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[tuple[str, str]] = []
        self.elements = 0
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements += 1
        if tag in {"h1", "h2", "h3", "h4"}:
            self._open = tag
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""
            level, text = self.headings[-1]
            self.headings[-1] = level, " ".join(text.split())

    def handle_data(self, data: str) -> None:
        if self._open:
            level, text = self.headings[-1]
            self.headings[-1] = level, text + data


def page(data: BoardData, **choice) -> str:
    chosen = Choice(board=data.code, **choice)
    report = ChangeReport(
        data, MEETING.day, None, None, missed_and_worsening(data, chosen), overdue(data, MEETING.day, chosen)
    )
    return overview.page(report, chosen, Listing())


def test_the_headings_are_in_order_and_every_goal_has_one(seeded):
    headings = Outline(page(read_board(seeded, "exempelstad"))).headings
    levels = [int(level[1]) for level, _text in headings]
    assert all(later <= level + 1 for level, later in pairwise(levels))
    assert [text for level, text in headings if level != "h4"] == [
        "Läget: 15 mål",
        "Fråga om det här",
        "1.2 Färre barn behöver placeras utanför hemmet",
        "3 Fler försörjer sig själva",
        "2.1 Den som söker råd och stöd väntar kort och fullföljer",
        "4 mål är bedömda på annat sätt än siffrorna visar",
        "Alla mål",
        "Barn och unga 2 uppfyllt 2 inte uppfyllt",
        "Vuxna 1 uppfyllt 1 delvis uppfyllt 1 olika bedömningar",
        "Försörjning och arbete 1 uppfyllt 1 delvis uppfyllt 1 inte uppfyllt",
        "Medarbetare 1 delvis uppfyllt 1 olika bedömningar",
        "Kvalitet och ekonomi 1 uppfyllt 2 inte uppfyllt",
    ]
    assert len([text for level, text in headings if level == "h4"]) == 15


def test_what_the_data_holds_is_escaped_wherever_it_stands():
    evil = "<script>alert('x')</script>&\""
    rows = {
        "areas": [area(area="a", name=evil)],
        "goals": [goal(area="a", title=evil, number=evil)],
        "indicators": [indicator(name=evil, unit_of_measure=evil)],
        "goal_indicators": [goal_indicator()],
        "observations": [observation(value=float(8 + of - 2009), **year(of)) for of in range(2009, 2017)],
        "targets": [target(value=5.0)],
        "assessments": [assessment(aspect=evil)],
    }
    html = page(read(**rows))
    assert ("<script" in html, "&lt;script&gt;" in html) == (False, True)


def test_no_goal_is_told():
    html = page(read())
    assert "Inget mål gäller för valet." in html
    assert ("mb-tiles" in html, "mb-goals" in html) == (False, False)


@pytest.mark.parametrize("board", ["karlskrona", "exempelstad"])
def test_the_page_is_light(seeded, board):
    html = page(read_board(seeded, board))
    assert Outline(html).elements <= 3000
    assert len(html.encode()) <= 120_000


def test_a_board_is_read_in_english_too(seeded):
    use_language("en")
    try:
        html = page(read_board(seeded, "exempelstad"))
    finally:
        use_language("sv")
    assert "The state of things: 15 goals" in html
    assert "the figures: partly met" in " ".join(html.split())

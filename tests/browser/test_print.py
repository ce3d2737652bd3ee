"""Every page on paper: A4, no controls, what is shown in words, page numbers, and no drawing wider than the paper."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from lib.site import PAGES
from tests.conftest import ready
from tests.helpers.first_view import opened

CONTROLS = "nav, select, input, button, [role=combobox], [data-testid=stSidebar], .mb-plot"
STAMP = "Nämnd: Exempelstads socialnämnd · Period: 2025 · Kön: kvinnor och män"
STAMP_OF_DATA = "Nämnd: Exempelstads socialnämnd · Uppgifter sparade: "
RIGHT = "(all, paper) => all.map(one => one.getBoundingClientRect().right).filter(right => right > paper)"
FILTERED = [page.path for page in PAGES if page.url_path in {"", "mal", "sedan", "sjukfranvaro", "trender", "kallor"}]
# An area's heading with the counts of its goals, last in a text.
HEADING = re.compile(
    r"(Alla mål|Vuxna|Försörjning och arbete|Medarbetare|Kvalitet och ekonomi)( \d+( [a-zåäö]+){0,2})*$"
)
# The width of what is printed on A4, in CSS pixels.
PAPER = 688


DATA = {
    "what is missing": "view=missing",
    "all batches": "view=history",
    "an undo": "view=history&batch=4&undo=1",
    "a figure": "view=figure&indicator=hme",
    "targets": "view=edit",
    "verdicts": "view=edit&table=assessments",
}


@pytest.mark.parametrize("view", DATA.values(), ids=DATA.keys())
def test_the_data_on_paper(open_page, view):
    page = on_paper(open_page(f"/data?board=exempelstad&{view}"))
    assert page.locator("table").evaluate_all(RIGHT, PAPER) == []
    assert page.locator("table:visible").count() > 0
    texts = printed(page)
    assert STAMP_OF_DATA.replace(" ", "") in texts[0].replace(" ", "")


def test_a_preview_on_paper(open_page):
    page = open_page("/data?board=exempelstad")
    rows = "".join(f"hme;T;{1990 + n}-01-01;{1990 + n}-12-31;outcome;{50 + n}\n" for n in range(20))
    content = "indicator;gender;period_start;period_end;kind;value\n" + rows
    page.locator("input[type=file]").set_input_files(
        {"name": "siffror.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )
    page.get_by_role("checkbox").nth(19).wait_for()
    ready(page)
    page.get_by_text("2005").click()
    page.get_by_role("button", name="Spara 19 rader").wait_for()
    text = " ".join(printed(on_paper(page)))
    assert [f"(HME), {year}:" in text for year in range(1990, 2010)] == [True] * 20


def on_paper(page):
    """The page as it is printed on A4: without controls."""
    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.emulate_media(media="print")
    assert page.locator(CONTROLS).evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0
    return page


def printed(page) -> list[str]:
    """The words of every printed page."""
    found = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(round(float(side)) for side in one.mediabox[2:]) for one in found.pages} == {(595, 842)}
    texts = [" ".join(one.extract_text().split()) for one in found.pages]
    assert all(f"{number} ({len(texts)})" in text for number, text in enumerate(texts, start=1))
    return texts


@pytest.mark.parametrize("path", FILTERED)
def test_on_paper(document, path):
    page = on_paper(opened(document, f"{path}?board=exempelstad&year=2025&gender=KM", PAPER))
    drawings = page.locator("svg, img").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().right)"
    )
    assert [right for right in drawings if right > PAPER] == []
    assert bool(drawings) == (path in {"/", "/mal", "/sjukfranvaro"})
    texts = printed(page)
    assert STAMP.replace(" ", "") in texts[0].replace(" ", "")
    assert "Exempeldata" in texts[0]


def test_an_opened_trend_on_paper(open_page):
    page = on_paper(open_page("/trender?board=exempelstad&indicator=placerade-barn"))
    assert page.locator(".mb-explored-still svg:visible").count() == 1
    assert page.locator(".mb-plot").evaluate("place => place.checkVisibility()") is False


def test_a_meeting_on_paper(open_page):
    page = open_page("/mote?board=exempelstad&edit=1&ask=/mal")
    page.get_by_label("Fråga om").fill("Hur ser vi det på papper?")
    page.get_by_role("button", name="Skicka frågan").click()
    page.locator(".stHtml p", has_text="Hur ser vi det på papper?").first.wait_for()
    text = " ".join(printed(on_paper(page)))
    assert "Hur ser vi det på papper?" in text
    assert "Dagordning" in text
    assert "Exempeldata" in text
    assert [word for word in ("Ändra", "Starta visningen", "Svara", "Skapa mötet") if word in text] == []


def test_every_goal_is_printed_and_no_heading_stands_alone_at_a_pages_foot(document):
    page = on_paper(opened(document, "/?board=karlskrona", PAPER))
    titles = page.locator(".mb-goalrow h4").all_inner_texts()
    texts = printed(page)
    assert len(titles) == 135
    missing = [title for title in titles if "".join(title.split()) not in "".join("".join(texts).split())]
    assert missing == []
    on_two = printed(on_paper(opened(document, "/?board=exempelstad", PAPER)))
    assert len(on_two) == 2
    feet = [text.replace(f"{number} (2)", "").strip() for number, text in enumerate(on_two, start=1)]
    assert [foot for foot in feet if HEADING.search(foot)] == []

"""A meeting's page in the browser: views come from every page, and two who change the agenda lose nothing."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from lib.site import PAGES
from tests.conftest import ready
from tests.helpers.accessibility import WCAG, violations
from tests.helpers.rows import agenda_item, board, goal, goal_indicator, indicator, meeting, observation, tables, year
from tests.helpers.server import ask

ROWS = {
    "boards": [board()],
    "goals": [goal(title="Trygghet"), goal(goal="h", title="Hälsa")],
    "indicators": [indicator()],
    "goal_indicators": [goal_indicator()],
    "observations": [observation(value=1.0, **year(2021)), observation(value=2.0, **year(2022))],
    "meetings": [meeting(), meeting(meeting="m2", title="Två om samma"), meeting(meeting="m3", title="Göra om")],
    "agenda_items": [
        *(agenda_item(item=f"p{n}", order=n, address="/mal?goal=g", heading=f"Punkt {n}") for n in (1, 2, 3)),
        agenda_item(meeting="m2", item="p1", order=1, address="/", heading="Översikt"),
        agenda_item(meeting="m3", item="p1", order=1, address="/kallor", heading="Källor"),
        agenda_item(
            meeting="m3", item="p2", order=2, address="/mal?goal=h", heading="Hur mår vi?", notes="Fråga laget."
        ),
    ],
}


@pytest.fixture(scope="module")
def server(serve_board):
    return serve_board(tables(**ROWS))


def headings(page: Page) -> list[str]:
    return page.locator(".mb-points li > a:first-child").all_inner_texts()


def position(page: Page, name: str) -> float:
    """How far down the page a link or button of that name stands."""
    named = page.get_by_role("link", name=name, exact=True).or_(page.get_by_role("button", name=name, exact=True))
    box = named.first.bounding_box()
    assert box
    return box["y"]


WRITING = "form, input:not([type=search]), textarea, [data-testid=stButton] button, .mb-edit"


def test_who_reads_is_offered_nothing_to_write_in_but_the_presentation(open_page):
    page = open_page("/mote?board=b&meeting=m1&point=p1")
    visible = page.locator('[data-testid="stMain"]').locator(WRITING).locator("visible=true")
    names = [text.strip() for text in visible.all_inner_texts() if "Göra om" not in text]  # nor the choice of meeting
    assert names == ["Starta visningen"]
    page.get_by_role("link", name="Redigera här").click()
    expect(page.get_by_role("button", name="Spara")).to_be_visible()
    assert position(page, "Punkt 1") < position(page, "Flytta ner") < position(page, "Punkt 2")


def test_a_meeting_is_made_with_its_day_picked(open_page):
    page = open_page("/mote?board=b&meeting=m1&edit=1")
    page.get_by_text("Nytt möte").click()
    page.get_by_role("button", name="Skapa mötet").click()
    expect(page.get_by_role("alert")).to_have_text("Välj mötets datum först.")
    page.get_by_role("spinbutton", name="år, Mötesdatum").click()
    page.keyboard.type("20270209")
    page.get_by_label("Titel").fill("Årets bokslut")
    page.get_by_role("button", name="Skapa mötet").click()
    page.wait_for_url("**meeting=2027-02-09**")
    expect(page.locator(".mb-panel__title")).to_have_text("Årets bokslut")
    expect(page.locator(".mb-facts")).to_contain_text("9 februari 2027")


def test_every_page_offers_its_view_to_the_meeting(server):
    offered: dict[str, tuple[str, ...]] = {}
    for path in (page.path for page in PAGES if page.url_path != "mote"):
        document = html.fromstring(ask(server, f"{path}?board=b&year=2022&unit=u&edit=1")[1])
        [link] = document.xpath("//a[normalize-space() = 'Lägg till på mötet']/@href")
        query = dict(parse_qsl(urlsplit(link).query))
        offered[path] = (query["board"], query["edit"], query["add"].partition("?")[0])
    assert offered == {path: ("b", "1", path) for path in offered}


def test_a_view_is_added_with_what_is_chosen_in_it(open_page):
    page = open_page("/trender?board=b&indicator=i&from=2021&to=2022&edit=1")
    page.get_by_role("link", name="Lägg till på mötet").click()
    expect(page.get_by_label("Rubrik")).to_have_attribute("placeholder", "Indikator")
    page.get_by_role("button", name="Lägg till på mötet").click()
    expect(page.locator(".mb-points li").last).to_contain_text("Indikator")
    added = page.locator(".mb-points li > a:first-child").last.get_attribute("href")
    assert added == "/trender?board=b&from=2021&indicator=i&to=2022"


def test_the_keyboard_moves_a_point(open_page):
    page = open_page("/mote?board=b&meeting=m1&edit=1")
    page.get_by_role("link", name="Ändra 1: Punkt 1").press("Enter")
    page.get_by_role("button", name="Flytta ner").press("Enter")
    expect(page.locator(".mb-points li > a").first).to_have_text("Punkt 2")
    ready(page)
    assert headings(page)[:3] == ["Punkt 2", "Punkt 1", "Punkt 3"]
    expect(page.locator("[data-testid=stForm]").first).to_contain_text("Punkt 2: Punkt 1")
    assert position(page, "Punkt 1") < position(page, "Flytta ner") < position(page, "Punkt 3")
    expect(page.get_by_role("button", name="Flytta ner")).to_be_focused()
    page.emulate_media(color_scheme="dark")
    assert violations(page, *WCAG) == []
    page.get_by_role("link", name="Avbryt").press("Enter")
    page.wait_for_url(lambda url: "point" not in url)


def test_who_changes_what_another_has_changed_is_told(browser: Browser, server):
    pages = []
    for _who in range(2):
        page = browser.new_context(locale="sv-SE", base_url=server).new_page()
        page.goto("/mote?board=b&meeting=m2&point=p1&edit=1")
        ready(page)
        pages.append(page)
    first, second = pages
    first.get_by_label("Rubrik").fill("Läget i år")
    first.get_by_role("button", name="Spara").click()
    expect(first.locator(".mb-points").first).to_contain_text("Läget i år")
    second.get_by_label("Anteckningar").fill("Börja lugnt.")
    second.get_by_role("button", name="Spara").click()
    expect(second.get_by_role("alert")).to_contain_text("Läget i år")
    expect(second.get_by_label("Anteckningar")).to_have_value("Börja lugnt.")
    second.get_by_label("Rubrik").fill("Läget i år")
    second.get_by_role("button", name="Spara").click()
    expect(second.locator(".mb-points").first).to_contain_text("Börja lugnt.")
    assert headings(second) == ["Läget i år"]
    for page in pages:
        page.context.close()


def test_an_agenda_made_anew_keeps_what_was_written_of_its_views(open_page):
    page = open_page("/mote?board=b&meeting=m3&edit=1")
    page.get_by_role("button", name="Skapa dagordningen på nytt").click()
    page.get_by_role("button", name="Skapa på nytt", exact=True).click()
    expect(page.locator(".mb-points").first).not_to_contain_text("Källor")
    assert headings(page) == ["Måluppfyllelse", "Trygghet", "Hur mår vi?"]
    expect(page.locator(".mb-points li").last).to_contain_text("Fråga laget.")


def test_an_empty_question_is_not_sent(open_page):
    page = open_page("/mote?board=b&meeting=m1&edit=1&ask=/mal?goal=g")
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.get_by_role("alert")).to_have_text("Skriv en fråga först.")
    expect(page.locator(".mb-asked")).to_have_count(0)

"""Units of the absence page are ticked and compared: the address has them, and so has the page that it opens."""

import re

from playwright.sync_api import expect

ADDRESS = "/sjukfranvaro?board=exempelstad"
FIRST_VIEW = 900


def test_ticked_units_are_compared_and_are_in_the_address(open_page):
    page = open_page(ADDRESS)
    for name in ("Utredning Söder", "Socialpsykiatri"):
        page.get_by_role("checkbox", name=f"Jämför {name}").check()
    page.get_by_role("button", name="Jämför de förkryssade enheterna").click()
    expect(page).to_have_url(re.compile(r"with=utredning-soder(%2C|,)socialpsykiatri$"))
    compared = page.locator(".mb-compared")
    expect(compared.locator("svg:visible")).to_have_count(1)
    expect(compared.get_by_role("rowheader")).to_have_text(["Hela förvaltningen", "Utredning Söder", "Socialpsykiatri"])
    expect(page.get_by_role("checkbox", name="Jämför Utredning Söder")).to_be_checked()
    compared.get_by_role("link", name="Sluta jämföra").click()
    expect(page.locator(".mb-compared")).to_have_count(0)


def test_an_unknown_unit_is_told_and_the_others_are_compared(open_page):
    page = open_page(f"{ADDRESS}&with=finns-inte,vuxen")
    expect(page.locator(".mb-compared").get_by_role("rowheader")).to_have_text(["Hela förvaltningen", "Vuxen"])
    expect(page.get_by_text("finns-inte")).to_be_visible()


def test_a_unit_outside_the_usual_is_seen_in_the_first_view(open_page, page):
    page.set_viewport_size({"width": 1440, "height": FIRST_VIEW})
    open_page(ADDRESS)
    card = page.locator(".mb-unitcard", has_text="Utredning Söder")
    expect(card).to_contain_text("över det vanliga sedan 8 månader")
    assert card.bounding_box()["y"] < FIRST_VIEW
    edge = card.evaluate("card => getComputedStyle(card).borderTopColor")
    usual = page.locator(".mb-unitcard", has_text="Utredning Öster").evaluate(
        "card => getComputedStyle(card).borderTopColor"
    )
    assert edge != usual
    card.get_by_role("link", name="Utredning Söder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sjukfrånvaro: Utredning Söder")

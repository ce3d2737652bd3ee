"""The page Data in a real browser, by keyboard alone: from a file to its receipt, and back again."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ready
from tests.helpers.rows import board, tables

CONTENT = (
    "indicator;gender;period_start;period_end;kind;value\n"
    "hme;T;2025-01-01;2025-12-31;outcome;79\n"
    "hme;T;2026-01-01;2026-12-31;outcome;82,5\n"
)


@pytest.fixture(scope="module")
def server(serve_board):
    """A store of its own: what is saved stays there."""
    return serve_board(tables(boards=[board()]))


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is in focus is called that, as who cannot use a mouse must."""
    for press in range(160):
        if press % 80 == 0:
            ready(page)  # leaving a field may run the page, and what is then drawn again is not in the round
        page.keyboard.press("Tab")
        called = page.evaluate(
            """() => { const one = document.activeElement;
            return one.getAttribute("aria-label") || one.closest("label")?.innerText || one.innerText || ""; }"""
        )
        if called.strip().splitlines()[-1:] == [name]:
            return
    raise AssertionError(f"{name} is not reached")


def test_from_a_file_to_its_receipt_and_back_by_keyboard(page):
    page.goto("/data?board=exempelstad")
    ready(page)
    with page.expect_file_chooser() as chooser:
        tab_to(page, "Välj fil")
        page.keyboard.press("Enter")
    chooser.value.set_files({"name": "hme.csv", "mimeType": "text/csv", "buffer": CONTENT.encode()})
    page.get_by_role("button", name="Spara 2 rader").wait_for()
    ready(page)
    tab_to(page, "Jag har sett anmärkningarna och siffrorna stämmer")  # a year that has not ended is asked about
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Spara 2 rader")).to_be_enabled()
    ready(page)
    tab_to(page, "Hållbart medarbetarengagemang (HME), 2025: 79 (ny)")
    page.keyboard.press("Space")
    page.get_by_text("Rader: 1 ny. 1 rad utelämnas.").wait_for()
    ready(page)
    tab_to(page, "Vem")
    page.keyboard.type("Controller")
    tab_to(page, "Spara 1 rad")
    page.keyboard.press("Enter")
    page.get_by_text("Det kan ångras här när som helst.").wait_for()
    assert "82,5" in page.locator(".mb-rows tbody tr").inner_text()
    ready(page)
    tab_to(page, "Ångra den här ändringen …")
    page.keyboard.press("Enter")
    page.get_by_text("Rader: 1 borttagen.").wait_for()
    ready(page)
    tab_to(page, "Ångra")
    page.keyboard.press("Enter")
    page.wait_for_url("**view=history**")
    page.get_by_text("Ångrar ändring").wait_for()


def test_who_saves_without_a_name_is_told_where_to_write_it(page):
    page.goto("/data?board=exempelstad")
    ready(page)
    content = CONTENT.splitlines()[0] + "\nhme;T;2024-01-01;2024-12-31;outcome;77\n"
    page.locator("input[type=file]").set_input_files(
        {"name": "hme.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )
    button, field = page.get_by_role("button", name="Spara 1 rad"), page.get_by_label("Vem", exact=True)
    for _time in range(2):
        button.click()
        error = page.get_by_role("alert").filter(has_text="Inget sparades. Skriv först vem du är")
        expect(error).to_be_in_viewport()
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description("Inget sparades. Skriv först vem du är; det sparas i historiken.")
        ready(page)
    beside = "(error, button) => error.getBoundingClientRect().top < button.getBoundingClientRect().bottom"
    assert error.evaluate(beside, button.element_handle())
    page.keyboard.type("Controller")
    button.click()
    page.get_by_text("Det kan ångras här när som helst.").wait_for()

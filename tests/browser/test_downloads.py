"""Every press on a file to download gives the file, however the page was come to."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

PAGES = (
    ("/trender?board=karlskrona", "Hämta som CSV", "malbild-karlskrona.csv"),
    ("/sjukfranvaro?board=exempelstad", "Hämta som CSV", "exempeldata-exempelstad.csv"),
    ("/sjukfranvaro?board=exempelstad", "Hämta som Excel", "exempeldata-exempelstad.xlsx"),
    ("/data?board=ekero", "Hämta mallen för nämnden", "malbild-mall-ekero.xlsx"),
)


def saved(page: Page, text: str, folder: Path) -> tuple[str, Path]:
    with page.expect_download() as download:
        page.get_by_role("link", name=text).click()
    file = folder / "file"
    download.value.save_as(file)
    return download.value.suggested_filename, file


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(file.read_text("utf-8-sig")), delimiter=";"))


def fresh_loads(browser: Browser, server: str, times: int, folder: Path) -> None:
    """Open the pages in new windows with nothing kept, and press as soon as there is something to press."""
    for number in range(times):
        path, text, name = PAGES[number % len(PAGES)]
        context = browser.new_context(locale="sv-SE", base_url=server)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.goto(path)
        given, file = saved(page, text, folder)
        assert (given, file.stat().st_size > 1000) == (name, True)
        context.close()


def test_a_press_on_a_page_just_opened_gives_the_file(browser, server, tmp_path):
    fresh_loads(browser, server, len(PAGES), tmp_path)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_two_hundred_presses_give_two_hundred_files(browser, server, tmp_path):
    fresh_loads(browser, server, 200, tmp_path)


def test_the_page_stays_as_it_is_and_its_files_follow_its_choices(open_page, tmp_path):
    page = open_page("/trender?board=karlskrona&indicator=kolada-n00090")
    _name, file = saved(page, "Hämta som CSV", tmp_path)
    before = rows(file)
    page.get_by_role("combobox", name="Från år").select_option("2020")
    page.wait_for_function("() => document.querySelector('a.mb-download').href.includes('from=2020')")
    _name, file = saved(page, "Hämta som CSV", tmp_path)
    after = rows(file)
    assert after == [row for row in before if row["Period från"] >= "2020"]
    assert 0 < len(after) < len(before)

"""A server from its first question, a deep link, to its last: a page that fails says a plain sentence, its log more."""

from playwright.sync_api import Browser, expect

from lib.site import PAGES
from tests.conftest import ready
from tests.helpers.server import running

SENTENCES = {
    "/mal": "Sidan kunde inte visas. Läs in den igen. Hjälper inte det, berätta för den som sköter systemet vad du "
    "gjorde och hur mycket klockan var.",
    "/mal?lang=en": "The page could not be shown. Load it again. If that does not help, tell whoever runs the system "
    "what you did and at what time.",
}


def test_a_deep_link_is_answered_and_a_broken_store_is_told_in_plain_words(tmp_path, seed_file, browser: Browser):
    with running(tmp_path, seed_file) as address:
        context = browser.new_context(locale="sv-SE")
        page = context.new_page()
        page.goto(f"{address}/kallor?board=ekero")
        ready(page)
        expect(page).to_have_title("Källor och metod – Socialnämnden i Ekerö – Målbild")
        expect(page.locator('.mb-more a[aria-current="page"]')).to_have_text("Källor och metod")
        # The pages, to edit, and the other language.
        expect(page.locator(".mb-header :is(.mb-nav, .mb-more) a")).to_have_count(len(PAGES) + 2)
        expect(page.locator("h1")).to_have_text("Källor och metod")
        assert page.url == f"{address}/kallor?board=ekero"
        for file in tmp_path.glob("malbild.sqlite*"):
            file.write_bytes(b"no database at all " * 300)
        # In a page that is open, whose frame stands.
        page.locator(".mb-nav a", has_text="Mål").click()
        expect(page.get_by_role("alert")).to_have_text(SENTENCES["/mal"])
        expect(page.locator(".mb-nav")).to_be_visible()
        for path, sentence in SENTENCES.items():
            page.goto(f"{address}{path}")
            expect(page.get_by_role("alert")).to_have_text(sentence)
            expect(page.locator("body")).not_to_contain_text("Traceback")
            expect(page.locator("body")).not_to_contain_text("DatabaseError")
            expect(page.get_by_role("link")).to_be_visible()
        context.close()
    log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert "Traceback (most recent call last)" in log
    assert "file is not a database" in log

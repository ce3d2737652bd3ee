"""Every page on paper: A4, no controls, what is shown in words, page numbers, and no drawing wider than the paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from lib.ui.site import PAGES

CONTROLS = "nav, select, input, button, [role=combobox], [data-testid=stSidebar], [data-testid=stPlotlyChart]"
STAMP = "Nämnd: Exempelstads socialnämnd · Område: alla områden · Period: 2025 · Kön: kvinnor och män"
FILTERED = [page.path for page in PAGES if page.url_path in {"", "mal", "sedan", "sjukfranvaro", "trender", "kallor"}]
# The width of what is printed on A4, in CSS pixels.
PAPER = 688


@pytest.mark.parametrize("path", FILTERED)
def test_on_paper(open_page, path):
    page = open_page(f"{path}?board=exempelstad&year=2025&gender=KM")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.emulate_media(media="print")
    assert page.locator(CONTROLS).evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0
    drawings = page.locator("svg, img").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().right)"
    )
    assert [right for right in drawings if right > PAPER] == []
    assert bool(drawings) == (path in {"/", "/mal", "/sjukfranvaro", "/trender"})
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(round(float(side)) for side in one.mediabox[2:]) for one in printed.pages} == {(595, 842)}
    texts = [" ".join(one.extract_text().split()) for one in printed.pages]
    assert STAMP.replace(" ", "") in texts[0].replace(" ", "")
    assert "Exempeldata" in texts[0]
    assert all(f"{number} ({len(texts)})" in text for number, text in enumerate(texts, start=1))

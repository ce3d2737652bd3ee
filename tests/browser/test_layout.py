"""No text lies over another, is cut or makes the page scroll sideways: at every size, also where it is spaced out."""

import pytest

from tests.helpers.accessibility import WCAG, violations
from tests.helpers.first_view import ASOF, opened
from tests.helpers.layout import SPACING, faults

PAGES = {
    "start": f"/?{ASOF}",
    "start with many goals": "/?board=karlskrona",
    "start with a board's own words": "/?board=helsingborg",
    "goal": f"/mal?{ASOF}&goal=farre-placeringar&gender=KM",
    "goal with units": f"/mal?{ASOF}&goal=lagre-sjukfranvaro",
    "changes": f"/sedan?{ASOF}",
    "absence": f"/sjukfranvaro?{ASOF}&with=barn-familj,vuxen",
    "absence without hours": "/sjukfranvaro?board=helsingborg",
    "trends": f"/trender?{ASOF}",
    "an opened trend": f"/trender?{ASOF}&indicator=placerade-barn",
    "sources": "/kallor?board=linkoping",
    "accessibility statement": "/tillganglighet?board=exempelstad",
}
# 320 is a window of 1280 magnified four times.
WIDTHS = (320, 390, 820, 1440, 1920)
COLOURS = """() => [...document.querySelectorAll(".mb-icon")]
  .filter((icon) => icon.checkVisibility())
  .map((icon) => getComputedStyle(icon).backgroundColor)"""


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_texts_have_room(document, address):
    opened(document, address, 1440)
    document.evaluate("() => document.querySelectorAll('#mb-first details').forEach((node) => { node.open = true; })")
    wrong = {}
    for width in WIDTHS:
        document.set_viewport_size({"width": width, "height": 900})
        wrong[width] = faults(document)
    added = document.add_style_tag(content=SPACING)
    for width in (320, 1440):
        document.set_viewport_size({"width": width, "height": 900})
        wrong[f"{width} spaced out"] = faults(document)
    added.evaluate("style => style.remove()")
    document.emulate_media(forced_colors="active")
    background = document.evaluate("() => getComputedStyle(document.body).backgroundColor")
    wrong["forced colours"] = {"unseen": ["icons"]} if background in document.evaluate(COLOURS) else {}
    document.emulate_media(forced_colors="null")
    assert {look: found for look, found in wrong.items() if found} == {}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_an_english_page_is_open_to_all_in_the_dark(document, address):
    """Beside the Swedish pages of test_accessibility.py: axe finds nothing in English on a phone either."""
    document.emulate_media(color_scheme="dark")
    opened(document, f"{address}&lang=en", 320)
    assert violations(document, *WCAG) == []


def test_a_text_that_is_cut_or_covered_is_found(document):
    opened(document, PAGES["start"], 390)
    document.add_style_tag(
        content=".mb-start h1 { width: 4rem; overflow: hidden; white-space: nowrap }"
        " .mb-start__about { margin-top: -1rem !important } .mb-card { min-width: 50rem }"
    )
    assert faults(document).keys() == {"cut", "over"}

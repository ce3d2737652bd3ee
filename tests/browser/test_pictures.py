"""Pages look as their stored pictures do, at the sizes of screens, in both themes and on paper."""

import pytest

from tests.helpers.first_view import ASOF, opened
from tests.helpers.pictures import CELLS, FOLDER, cells_off, faults, small

PAGES = {
    "start": f"/?{ASOF}",
    "goal": f"/mal?{ASOF}&goal=farre-placeringar&gender=KM",
    "changes": f"/sedan?{ASOF}",
    "absence": f"/sjukfranvaro?{ASOF}",
    "trends": f"/trender?{ASOF}",
}
# Width, height, theme and medium; paper is as wide as what is printed on A4.
LOOKS = {
    "390": (390, 1500, "light", "screen"),
    "820": (820, 1300, "light", "screen"),
    "1440": (1440, 1000, "light", "screen"),
    "1920": (1920, 1000, "light", "screen"),
    "390-dark": (390, 1000, "dark", "screen"),
    "1440-dark": (1440, 900, "dark", "screen"),
    "paper": (688, 1000, "light", "print"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(document, name):
    wrong = []
    document.emulate_media(color_scheme="light", media="screen")
    opened(document, PAGES[name], 390)
    for look, (width, height, scheme, medium) in LOOKS.items():
        document.set_viewport_size({"width": width, "height": height})
        document.emulate_media(color_scheme=scheme, media=medium)
        wrong += faults(f"{name}-{look}", document.screenshot())
    assert wrong == []


WORSE = {
    "a word that has moved": ".mb-start h1 { text-indent: 5px }",
    "a word that is cut": ".mb-tile span { max-width: 2rem; overflow: hidden; white-space: nowrap }",
    "words over others": ".mb-start__about { margin-top: -1rem !important }",
    "a card that is gone": ".mb-cards > li:nth-child(1) { display: none }",
    "a line that is gone": ".mb-spark path { display: none }",
    "another font": "body * { font-family: serif !important }",
}


def test_what_makes_a_page_worse_is_seen(document):
    opened(document, PAGES["start"], 390, 1500)
    unseen = []
    for fault, style in WORSE.items():
        before = small(document.screenshot())
        added = document.add_style_tag(content=style)
        if cells_off(small(document.screenshot()), before) <= CELLS:
            unseen.append(fault)
        added.evaluate("style => style.remove()")
    assert unseen == []


def test_the_pictures_are_few_and_small():
    stored = {path.name for path in FOLDER.glob("*.png") if not path.name.endswith(".seen.png")}
    assert stored == {f"{name}-{look}.png" for name in PAGES for look in LOOKS}
    assert sum((FOLDER / name).stat().st_size for name in stored) < 400_000

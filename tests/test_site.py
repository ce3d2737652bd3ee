"""The site map: addresses stand there and nowhere else."""

import re
from pathlib import Path

from lib import site
from lib.site import BY_PATH, PAGES, href

ROOT = Path(__file__).parents[1]
CODE = sorted([*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").rglob("*.py")])


def test_every_page_has_a_file_and_an_address_of_its_own():
    assert sorted(page.file for page in PAGES) == sorted(file.name for file in (ROOT / "pages").glob("*.py"))
    assert len(BY_PATH) == len(PAGES)


def test_addresses_stand_in_the_site_map_alone():
    parts = "|".join(
        path.strip("/") for path in (*BY_PATH, site.PROJECTOR, site.FOLLOWER, site.DOWNLOAD) if path != "/"
    )
    literal = re.compile(rf"""["']/({parts})["'/?]|f["']/({parts})["'/?{{]""")
    named = {file.name for file in CODE for _match in literal.finditer(file.read_text(encoding="utf-8"))}
    assert named == {"site.py"}


def test_a_link_has_no_parameters_without_a_value():
    assert href("/mal", {"goal": "a b", "area": "", "lang": "en"}) == "/mal?goal=a+b&lang=en"
    assert href("/mal", {"goal": ""}) == "/mal"

"""The accessibility statement: what the municipality gave in its settings stands in it, and every page leads to it."""

from datetime import date

import pytest

from lib.site import ACCESSIBILITY, PAGES
from lib.views.choice import Choice
from lib.web.pages.accessibility import page
from tests.helpers.plain import words
from tests.helpers.rows import setting
from tests.helpers.seeded import read
from tests.helpers.server import ask

MISSING = "Nämnden har ännu inte angett här vem du kan vända dig till."


def shown(day: date = date(2026, 11, 30), **rows) -> str:
    data = read(**rows)
    return words(page(data, Choice(board=data.code), day))


def test_without_settings_it_says_what_is_missing():
    text = shown()
    assert MISSING in text
    assert "Kommunens egna ord" not in text
    assert "Delvis förenlig." in text
    assert "(2018:1937)" in text
    assert "digg.se/tdosanmalan" in text


def test_the_municipalitys_own_texts_stand_in_it_and_are_never_markup():
    given = [
        setting(setting="accessibility-contact", value="Ring 000-00 00 00."),
        setting(setting="accessibility-text", value="<b>Vi</b> provar själva varje år."),
    ]
    text = shown(settings=given)
    assert "Berätta för oss vad som inte fungerar Ring 000-00 00 00." in text
    assert "Kommunens egna ord <b>Vi</b> provar själva varje år." in text
    assert MISSING not in text


@pytest.mark.parametrize(("day", "is_given"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_a_contact_is_told_from_the_day_it_holds(day, is_given):
    row = setting(setting="accessibility-contact", value="Ring.", valid_from=date(2026, 7, 1))
    assert (MISSING not in shown(day, settings=[row])) == is_given


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_every_page_leads_to_it(server, path):
    html = ask(server, f"{path}?board=ekero")[1].decode()
    assert f'href="{ACCESSIBILITY}?board=ekero"' in html

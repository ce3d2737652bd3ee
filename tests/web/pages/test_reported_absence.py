"""The absence of a board without hours: a card an indicator, with what it lacks said; or that there is nothing."""

import re

from lib.views.choice import Choice
from lib.web.pages import reported_absence
from tests.helpers.rows import indicator, observation, year
from tests.helpers.seeded import read


def page(**rows) -> str:
    return reported_absence.page(read(**rows), Choice(board="b"))


def test_each_indicator_is_a_card_and_its_figures_a_folded_table():
    shown = page(
        indicators=[
            indicator(indicator="sjukfranvaro-dagar", name="Dagar <per> anställd"),
            indicator(indicator="frisknarvaro", name="Frisknärvaro"),
            indicator(indicator="annat", name="Annat"),
        ],
        observations=[
            *(
                observation(indicator="sjukfranvaro-dagar", value=value, **year(of))
                for of, value in ((2019, 9), (2020, 8))
            ),
            observation(indicator="frisknarvaro", value=66.0),
            observation(indicator="annat"),
        ],
    )
    assert re.findall("<h3>(.*?)</h3>", shown)[:2] == ["Dagar &lt;per&gt; anställd", "Frisknärvaro"]
    assert "Annat" not in shown
    assert shown.count("<svg") == 1
    assert "har inga timmar per enhet och månad" in shown
    assert "Visa siffrorna som tabell (3)" in shown


def test_without_any_figures_it_says_so():
    shown = page(indicators=[indicator()], observations=[observation()])
    assert "Varken nämndens dokument eller Kolada" in shown
    assert "<article" not in shown
    assert "<details" not in shown

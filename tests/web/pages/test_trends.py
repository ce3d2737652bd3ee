"""The trends page: small charts that lead on, and a chart to explore with a still one, words and a folded table."""

import re

from lib.views.choice import Choice
from lib.web.pages import trends
from tests.helpers.rows import area, indicator, observation, target, year
from tests.helpers.seeded import read

NAME = "<b>Väntan</b> & kö"


def board():
    return read(
        areas=[area(name="<i>Barn</i>")],
        indicators=[indicator(name=NAME, area="a", unit_of_measure="dagar")],
        observations=[observation(value=value, **year(of)) for of, value in ((2018, 9.0), (2019, 8.0), (2020, 7.0))],
        targets=[target(value=6.0)],
    )


def test_a_small_chart_leads_to_the_large_and_names_are_text():
    page = trends.beside_each_other(board(), Choice(board="b"))
    assert page.indicators == ("i",)
    assert '<h3><a href="/trender?board=b&amp;indicator=i">&lt;b&gt;Väntan&lt;/b&gt; &amp; kö</a></h3>' in page.html
    assert "<h2>&lt;i&gt;Barn&lt;/i&gt;" in page.html
    assert page.html.count("<svg") == 1
    assert NAME not in page.html


def test_a_chosen_area_leads_back_to_all():
    back = '<a href="/trender?board=b">Alla områden</a>'
    assert back in trends.beside_each_other(board(), Choice(board="b", area="a")).html
    assert back not in trends.beside_each_other(board(), Choice(board="b")).html


def test_nothing_to_show_is_said():
    page = trends.beside_each_other(board(), Choice(board="b", year=1999))
    assert page.indicators == ()
    assert "Det finns inga siffror för valet." in page.html


def test_an_opened_indicator_has_a_still_chart_words_and_a_folded_table():
    page = trends.explored(board(), ("i",), (), "T", (None, None), False)
    still, explored = page.html.index("mb-explored-still"), page.html.index('<div class="mb-plot" role="img"')
    assert still < page.html.index("<svg") < explored
    [label] = re.findall('<div class="mb-plot" role="img" aria-label="(.*?)"', page.html)
    assert "7,0" in label
    fold = page.html.partition('<details class="mb-fold">')[2]
    assert "Visa siffrorna som tabell (3)" in fold
    assert [cell in fold for cell in ("9,0", "8,0", "7,0")] == [True] * 3
    assert NAME not in page.html


def test_nothing_chosen_has_no_figures():
    page = trends.explored(board(), ("i",), (), "T", (1990, 1991), False)
    assert (page.html, page.indicators) == ("", ())

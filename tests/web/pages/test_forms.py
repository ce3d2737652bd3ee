"""Forms that ask for an address: what they hold, and what stays in the address."""

from lib.web.pages.forms import search, select


def test_the_search_box_keeps_everything_else_in_the_address():
    assert search('"<b>', "/mal", {"board": "own", "q": "old", "goal": "g&h", "area": ""}) == (
        '<form class="mb-form" action="/mal" method="get" role="search">'
        '<input type="hidden" name="board" value="own"><input type="hidden" name="goal" value="g&amp;h">'
        '<label for="mb-choice-q">Sök</label><input type="search" id="mb-choice-q" name="q" '
        'value="&quot;&lt;b&gt;" maxlength="80" autocomplete="off" enterkeyhint="search"></form>'
    )


def test_a_default_has_no_code_in_the_address():
    options = {"T": "Totalt", "K": "<Kvinnor>"}
    assert select("Kön", "gender", options, "K", "T", "/", {"board": "own"}) == (
        '<form class="mb-form" action="/" method="get" ><input type="hidden" name="board" value="own">'
        '<label for="mb-choice-gender">Kön</label><select id="mb-choice-gender" name="gender">'
        '<option value="">Totalt</option><option value="K" selected>&lt;Kvinnor&gt;</option></select></form>'
    )

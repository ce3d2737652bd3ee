"""What a search found, as links: to the right page, with the choices that its board knows."""

import pytest
from markupsafe import escape

from lib.views.search import Hit
from lib.web.pages.search import HitLink, Hits, address, hits_of
from lib.web.render import render

QUERY = {"board": "own", "area": "a", "year": "2016", "gender": "KM", "lang": "en", "q": "text", "goal": "old"}


def hit(kind: str = "goal", board: str = "own", **values) -> Hit:
    return Hit(**({"kind": kind, "board": board, "code": "c", "title": "T", "detail": ""} | values))


@pytest.mark.parametrize(
    ("found", "link"),
    [
        (hit(goal="c"), "/mal?board=own&area=a&year=2016&gender=KM&lang=en&goal=c"),
        (hit(board="other", goal="c"), "/mal?gender=KM&lang=en&board=other&goal=c"),
        (hit("indicator", indicator="c"), "/trender?board=own&year=2016&gender=KM&lang=en&indicator=c"),
        (hit("indicator", goal="g"), "/mal?board=own&area=a&year=2016&gender=KM&lang=en&goal=g"),
        (hit("indicator"), "/kallor?board=own&area=a&year=2016&gender=KM&lang=en"),
        (hit("unit", indicator="i"), "/trender?board=own&year=2016&gender=KM&lang=en&indicator=i&unit=c"),
        (hit("unit"), "/?board=own&area=a&year=2016&gender=KM&lang=en"),
        (hit("source", board="other"), "/kallor?gender=KM&lang=en&board=other"),
    ],
)
def test_where_a_hit_is_read(found, link):
    assert address(found, "own", QUERY) == link


def test_the_first_visits_board_needs_no_code_and_another_always_does():
    assert address(hit("source"), "own", {}) == "/kallor"
    assert address(hit("source", board="other"), "own", {}) == "/kallor?board=other"


def test_a_board_that_there_is_not_is_not_linked_to():
    assert address(hit("source"), "own", {"board": "atlantis", "gender": "K"}) == "/kallor?gender=K"


def test_a_hit_of_another_board_bears_its_name():
    hits = [hit(title="<b>", goal="c"), hit(board="other", goal="c", detail="word " * 50)]
    shown = hits_of("<i>", hits, {"own": "Egen", "other": "Andra"}, "own", "/mal", {"q": "<i>", "goal": "g"})
    detail = " ".join(["word"] * 16)
    assert shown == Hits(
        "2 träffar för ”<i>”",
        (
            HitLink("/mal?goal=c", "<b>", "Mål"),
            HitLink("/mal?board=other&goal=c", "T", f"Mål · Andra · {detail} …"),
        ),
        "/mal?goal=g",
    )


def test_a_search_without_hits_says_so():
    assert hits_of("x", [], {"own": "Egen"}, "own", "/", {"q": "x"}) == Hits("Inga träffar för ”x”", (), "/")


def test_no_text_above_a_page_is_markup():
    texts = Hits("<i>", (HitLink('/"><script>', "<b>", "<u>"),), "/")
    html = render(
        "above",
        begin='/"><script>',
        is_example=True,
        stamp=[("<s>", "<p>")],
        earlier="<a>",
        now="/",
        unknown=["<em>"],
        hits=texts,
    )
    for text in ("<i>", "<b>", "<u>", "<s>", "<a>", "<em>", "<script>"):
        assert text not in html
        assert str(escape(text)) in html

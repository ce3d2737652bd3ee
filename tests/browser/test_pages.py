"""Every page run by Streamlit itself (AppTest) through the frame, on a real store."""

import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.store.store import open_store
from lib.web import memory
from tests.helpers.forms import Form, forms, unknown

ROOT = Path(__file__).parents[2]
FRAME = str(ROOT / "lib" / "ui" / "frame.py")
PAGES = ("", "mal", "sedan", "trender", "kallor", "data")
BOARDS = ("blekinge-2012", "ekero", "exempelstad", "helsingborg", "karlskrona", "linkoping")


@pytest.fixture(scope="module", autouse=True)
def store(seeded_url):
    """The pages read the store that DATABASE_URL names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", seeded_url)
        opened = open_store()
        patch.setattr(memory, "store", lambda: opened)
        yield
        opened.close()


def run(page: str = "", **query: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if page:
        app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    return app


def walk(**query: str) -> Iterator[tuple[str, str]]:
    """What stands on each page, come to one after another, when it has run without an exception."""
    app = run(**query)
    for page in PAGES:
        if page:
            app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
        assert (page, list(app.exception), [warning.value for warning in app.warning]) == (page, [], [])
        yield page, html(app)


def html(app: AppTest) -> str:
    """All HTML of the page, the frame first, which is sent as data."""
    sent, *others = (element.proto.body for element in app.get("html"))
    frame = re.search(r'data-mb-frame="([^"]*)"', sent)
    assert frame
    return "\n".join([b64decode(frame[1]).decode(), *others])


def box(app: AppTest, label: str) -> Form:
    """The choice of that name in the frame."""
    return next(form for form in forms(html(app)) if form.label == label)


MADE_UP = '<p class="mb-example"><strong>Exempeldata.</strong> Nämnden, dess mål och alla dess siffror är påhittade.'


@pytest.mark.parametrize("board", BOARDS)
def test_every_page_of_every_board_runs_without_a_warning(board):
    """And says that the example board is made up, and no other."""
    made_up = board == "exempelstad"
    marks = {page: ("<h1>" in text, MADE_UP in text, "mb-example" in text) for page, text in walk(board=board)}
    assert marks == dict.fromkeys(PAGES, (True, made_up, made_up))


def test_every_page_runs_in_english():
    mark = '<p class="mb-example"><strong>Example data.</strong>'
    assert [page for page, text in walk(board="exempelstad", lang="en") if mark in text] == [*PAGES]


@pytest.mark.parametrize("gender", ["K", "M", "KM"])
def test_every_page_runs_for_each_gender(gender):
    assert [page for page, text in walk(board="karlskrona", gender=gender) if "<h1>" in text] == [*PAGES]


def test_the_first_visit_opens_helsingborg_with_its_verdicts():
    shown = html(run())
    assert "Socialnämnden i Helsingborg" in shown
    assert "Slutlig bedömning 2016" in shown
    tiles = re.findall(r"<b>(\d+)</b>.*?<span>(.*?)</span>", shown, re.DOTALL)
    assert tiles == [("2", "uppfyllt"), ("3", "delvis uppfyllt"), ("3", "inte uppfyllt"), ("5", "ingen bedömning")]


def test_a_board_without_verdicts_says_so():
    assert "Källan ger inga bedömningar av målen" in html(run(board="ekero"))


def test_unknown_codes_are_told_and_left_out():
    app = run(board="atlantis", year="1066", gender="X", area="moln")
    assert sorted(unknown(html(app))) == [
        "Kön: ”X” finns inte och togs inte med.",
        "Nämnd: ”atlantis” finns inte och togs inte med.",
        "Område: ”moln” finns inte och togs inte med.",
        "År: ”1066” finns inte och togs inte med.",
    ]
    assert "Socialnämnden i Helsingborg" in html(app)


def test_what_stands_in_the_address_is_never_markup():
    app = run(board="<script>alert(1)</script>[x](javascript:1)")
    [sentence] = unknown(html(app))
    assert "<script>alert(1)</script>[x](javascript:" in sentence
    assert "<script>" not in html(app)


def test_a_pick_leads_to_an_address_without_the_default():
    app = run(board="linkoping", year="2017", goal="mal-1")
    assert box(app, "Kön").asks_for("Totalt") == {"board": "linkoping", "year": "2017", "goal": "mal-1"}
    assert box(app, "Kön").asks_for("Kvinnor") == {"board": "linkoping", "year": "2017", "goal": "mal-1", "gender": "K"}
    assert box(app, "År").asks_for("Senaste siffrorna") == {"board": "linkoping", "goal": "mal-1"}


def test_another_board_lets_go_of_what_belonged_to_the_one_before():
    app = run(board="linkoping", area="ekonomi", year="2017", gender="K", lang="en")
    boards = box(app, "Board")
    assert boards.chosen == "Socialnämnden i Linköping"
    assert boards.asks_for("Socialnämnden i Ekerö") == {"board": "ekero", "gender": "K", "lang": "en"}
    assert boards.asks_for("Socialnämnden i Helsingborg") == {"board": "helsingborg", "gender": "K", "lang": "en"}


def test_the_goal_page_tells_the_arithmetic():
    shown = html(run("mal", board="helsingborg", goal="arbetsgivare"))
    assert "5,5\u00a0% mot högst 5\u00a0%: 0,5\u00a0procentenheter över målet." in shown
    assert "7,0\u00a0% mot högst 5\u00a0% (hela nämndens mål): 2,0\u00a0procentenheter över målet." in shown


def test_the_goal_page_shows_women_and_men_with_the_gap():
    shown = html(run("mal", board="linkoping", goal="mal-11", gender="KM"))
    assert "Kvinnor 78\u00a0%, män 88\u00a0%: kvinnor ligger 10\u00a0procentenheter lägre." in shown


def test_the_trends_page_draws_what_is_asked_for():
    app = run("trender", board="karlskrona", indicator="kolada-n00090,kolada-n31807", unit="riket", gender="KM")
    shown = html(app)
    assert shown.count('<div class="mb-plot" role="img" aria-label="') == 1
    assert "Riket" in shown.partition('<div class="mb-plot" role="img" aria-label="')[2].partition('"')[0]


def test_the_trends_page_says_when_there_is_nothing():
    nothing = "Det finns inga siffror för valet. Välj en annan indikator, enhet, period eller ett annat kön."
    assert nothing in html(run("trender", board="blekinge-2012"))
    app = run("trender", board="karlskrona", indicator="kolada-n00090", to="2006", **{"from": "2020"})
    assert [info.value for info in app.info] == [nothing]


def test_the_trends_page_begins_with_small_charts():
    shown = html(run("trender", board="exempelstad"))
    assert 'class="mb-plot"' not in shown
    assert shown.count('<article class="mb-card mb-card--missed">') == 6


def test_sources_and_method_lists_contradictions():
    shown = html(run("kallor", board="karlskrona"))
    assert "Motsägelser i källorna" in shown
    assert "Summa kostnader" in shown or "summa kostnader" in shown.lower()


def test_without_a_meeting_the_page_says_so_and_shows_what_needs_attention():
    shown = html(run("sedan", board="karlskrona"))
    assert "Det finns inget tidigare möte för nämnden att jämföra med." in shown
    assert "Allt är nytt, så det finns inget att jämföra med" in shown
    assert "1 utfall når inte målvärdet och är sämre än förra gången, vilket kan vara slump." in shown


def test_sources_and_method_tells_why_verdict_and_level_differ():
    shown = html(run("kallor", board="linkoping"))
    assert "Där bedömning och beräknad status skiljer sig" in shown
    assert "En del av målet mäts inte: 8 av 23 indikatorer gick att bedöma." in shown
    assert "ingen indikator gick att bedöma för Äldre och funktionsnedsatta (ÄoF)." in shown


def test_every_page_can_be_searched_from():
    marks = ('name="q" value="sjukfranvaro"', 'class="mb-hits"', "sjukfrånvaro")
    for page, text in walk(board="karlskrona", q="sjukfranvaro"):
        assert (page, [mark for mark in marks if mark not in text.lower()]) == (page, [])
        assert text.index("mb-hits") < text.index("<h1>")


def test_nothing_is_searched_for_until_something_is_written():
    assert "mb-hits" not in html(run(board="linkoping"))
    assert "mb-hits" not in html(run(board="linkoping", q="  "))
    assert "för ”bostad”" in html(run(board="linkoping", q="  bostad  "))


def test_a_search_without_hits_says_so():
    assert "Inga träffar för ”xyzzy”" in html(run(q="xyzzy"))
    assert "No hits for “xyzzy”" in html(run(q="xyzzy", lang="en"))


def test_what_is_searched_for_is_never_markup():
    shown = html(run(q='<img src=x onerror="alert(1)">{0}'))
    assert "<img src=x" not in shown
    assert "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;{0}" in shown


def test_the_method_page_prints_the_settings_and_the_defaults():
    shown = html(run("kallor", board="helsingborg"))
    for text in ("Nämndens inställningar", "uppnår inte helt sitt mål", "hela tiden", "förval", "redovisas senare"):
        assert text in shown
    assert "uppfyllt om alla bedömbara indikatorer är uppfyllda" in html(run("kallor", board="ekero"))


def test_verdicts_are_in_the_boards_own_words():
    assert "uppnår inte sitt mål" in html(run("mal", goal="arbetsgivare"))
    assert "not met" in html(run("mal", goal="arbetsgivare", lang="en"))

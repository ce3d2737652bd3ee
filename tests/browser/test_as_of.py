"""The pages of a board as it stood: the banner, the choice of state, what each shows."""

from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from lib.store.batches import BatchInfo
from lib.store.store import create_store, open_store
from lib.tables.model import Board
from lib.web import memory
from tests.browser.test_pages import FRAME, ROOT, box, html
from tests.helpers.forms import forms, unknown
from tests.helpers.plain import words
from tests.helpers.rows import board, meeting, observation, tables, year
from tests.helpers.states import MEETINGS, THIRD, fill

TODAY = date(2024, 6, 1)
PAGES = ("", "mal", "sedan", "trender", "kallor")


# The pages.


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """The pages read a store in a file, with the small board first."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    filled = create_store(url)
    fill(filled)
    filled.close()
    opened = open_store(url)
    monkeypatch.setattr(memory, "store", lambda: opened)
    monkeypatch.setattr(memory, "today", lambda: TODAY)
    yield opened
    opened.close()


def run(page: str = "", **query: str) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    if not page:
        return app.run()
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()


def told(app: AppTest) -> list[str]:
    return unknown(html(app))


BANNER = "Uppgifter per mötet den 1 mars 2022 (Bokslut)."


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_it_is_an_earlier_state_and_leads_back(pages, page):
    app = run(page, board="b", asof="m1", gender="K")
    assert not app.exception
    assert told(app) == []
    shown = html(app)
    assert BANNER in shown
    assert f'href="/{page}?board=b&amp;gender=K">Visa dagens uppgifter' in shown
    assert all("asof=m1" in link for link in shown.split('class="mb-nav"')[1].split("</nav>")[0].split("<li>")[1:])
    assert "mb-asof" not in html(run(page, board="b"))


def test_the_start_page_shows_the_figures_of_then(pages):
    assert "5,5\u00a0%" in html(run(board="b"))
    then = html(run(board="b", asof="m1"))
    assert ("5,5\u00a0%" in then, "4,8\u00a0%" in then) == (False, True)
    assert "/mal?board=b&amp;asof=m1&amp;goal=g" in then


def test_a_batch_is_shown_by_its_number(pages):
    shown = html(run(board="b", asof="2"))
    assert "Uppgifter per 1 februari 2023 (version 2)." in shown
    assert "4,9\u00a0%" not in shown
    assert "asof=2" in shown


def test_an_earlier_state_stays_as_it_was_when_new_data_comes(pages):
    before = html(run(board="b", asof="m2"))
    rows = THIRD | {"meetings": MEETINGS, "observations": [observation(value=9.9, **year(2022))]}
    pages.sync(tables(**rows), BatchInfo("seed", "test"))
    assert html(run(board="b", asof="m2")) == before
    assert "9,9\u00a0%" in html(run(board="b"))


def test_an_unknown_state_is_told_and_left_out(pages):
    for code in ("m9", "17"):
        app = run(board="b", asof=code)
        assert told(app) == [f"Uppgifter per: ”{code}” finns inte och togs inte med."]
        assert "mb-asof" not in html(app)


def test_a_board_without_meetings_has_no_choice_of_state(pages):
    assert [form.label for form in forms(html(run(board="c")))] == ["Nämnd", "Kön"]
    app = run(board="c", asof="m1")
    assert told(app) == ["Uppgifter per: ”m1” finns inte och togs inte med."]


def test_the_choice_of_state(pages):
    state = box(run(board="b", asof="m2"), "Uppgifter per")
    assert list(state.options) == ["Dagens siffror", "2023-03-01: Årsmöte", "2022-03-01: Bokslut"]
    assert state.chosen == "2023-03-01: Årsmöte"
    assert state.asks_for("2022-03-01: Bokslut") == {"board": "b", "asof": "m1"}
    assert state.asks_for("Dagens siffror") == {"board": "b"}


def test_another_board_or_state_lets_go_of_what_belonged_to_the_one_before(pages):
    app = run(board="b", asof="m2", since="m1")
    assert box(app, "Uppgifter per").asks_for("2022-03-01: Bokslut") == {"board": "b", "asof": "m1"}
    assert box(app, "Nämnd").asks_for(pages.rows(Board, "c")[0].name) == {"board": "c"}


@pytest.mark.parametrize("page", PAGES)
def test_a_board_that_was_not_there_then(pages, page):
    rows = THIRD | {"meetings": MEETINGS, "boards": [*THIRD["boards"], board(board="d", name="Ny nämnd")]}
    pages.sync(tables(**rows), BatchInfo("seed", "test"))
    app = run(page, board="d", asof="2")
    assert not app.exception
    assert "Nämnden hade inga uppgifter i Målbild vid 1 februari 2023 (version 2)" in html(app)
    assert "Visa dagens uppgifter" in html(app)


# Since the last meeting.


def text(app: AppTest) -> str:
    return html(app).replace("\u00a0", " ")


def test_now_is_compared_with_the_newest_meeting(pages):
    shown = text(run("sedan", board="b"))
    assert (
        "Jämfört med mötet den 1 mars 2023 (Årsmöte). "
        "1 mål har ändrad status (1 bättre) 2 utfall har ändrad status 1 borttagen siffra "
        "1 nytt eller ändrat målvärde 1 utfall når inte målvärdet och är sämre än förra gången, vilket kan vara slump "
        "1 försenad siffra Mål med ändrad status "
    ) in words(shown)
    assert "Nöjdhet Trygghet Då minst 80 % ändrat till Nu minst 70 %" in words(shown)
    assert "Inget nytt bland bedömningar, nya siffror och reviderade siffror." in words(shown)
    assert "/mal?board=b&amp;goal=h" in shown
    assert "/trender?board=b&amp;indicator=j" in shown
    assert "unit=u" not in shown  # the unit has no figure left to show


def test_another_meeting_is_chosen_in_the_page(pages):
    since = box(run("sedan", board="b"), "Jämfört med")
    assert list(since.options) == ["2023-03-01: Årsmöte", "2022-03-01: Bokslut"]
    assert since.chosen == "2023-03-01: Årsmöte"
    assert since.asks_for("2022-03-01: Bokslut") == {"board": "b", "since": "m1"}
    assert since.asks_for("2023-03-01: Årsmöte") == {"board": "b"}
    shown = text(run("sedan", board="b", since="m1"))
    assert "Jämfört med mötet den 1 mars 2022 (Bokslut)." in shown
    assert "Nya siffror och ändrade statusar 3 utfall har ändrad status. Det finns 1 ny siffra." in words(shown)


def test_an_earlier_state_is_compared_with_the_meeting_before_it(pages):
    shown = text(run("sedan", board="b", asof="m2"))
    assert "Jämfört med mötet den 1 mars 2022 (Bokslut)." in shown
    assert (
        "Reviderade siffror 1 reviderad siffra. Sjukfrånvaro Närvaro Då 4,8 % 2021 +0,1 procentenheter, sämre Nu 4,9 %"
        in words(shown)
    )
    assert "/mal?board=b&amp;asof=m2&amp;goal=g" in shown


def test_the_first_meeting_has_none_before_it(pages):
    shown = text(run("sedan", board="b", asof="m1"))
    assert "Det finns inget tidigare möte för nämnden att jämföra med." in shown
    assert "Allt är nytt, så det finns inget att jämföra med: 2 mål, 2 indikatorer och 5 siffror." in shown


def test_without_meetings_the_newest_data_is_told(pages):
    pages.sync(tables(**THIRD), BatchInfo("seed", "test"))
    rows = THIRD | {"observations": [*THIRD["observations"], observation(value=6.0, **year(2023))]}
    pages.sync(tables(**rows), BatchInfo("seed", "test", at=datetime(2024, 3, 3, tzinfo=UTC)))
    pages.sync(
        tables(**rows | {"boards": [*rows["boards"], board(board="d", name="Ny nämnd")]}), BatchInfo("seed", "test")
    )
    app = run("sedan", board="b")
    assert [box.label for box in app.main.selectbox] == []
    shown = text(app)
    assert "Här visas vad den senaste inläsningen förde med sig (3 mars 2024)." in shown
    assert "Nya siffror och ändrade statusar Det finns 1 ny siffra. Sjukfrånvaro" in words(shown)


def test_a_meeting_that_is_not_there_is_told(pages):
    app = run("sedan", board="b", since="m9")
    assert told(app) == ["Jämfört med: ”m9” finns inte och togs inte med."]
    assert "mötet den 1 mars 2023" in text(app)


def test_several_units_share_a_row_of_what_is_overdue(pages):
    late = [observation(unit=unit, value=4.0, **year(y)) for unit in ("", "u") for y in (2020, 2021, 2022)]
    pages.sync(tables(**THIRD | {"meetings": MEETINGS, "observations": late}), BatchInfo("seed", "test"))
    shown = text(run("sedan", board="b"))
    assert "2 försenade siffror" in words(shown)
    assert '<td role="cell" data-label="Väntad period">2023</td>' in shown
    assert '<td role="cell" data-label="Enheter">Hela nämnden och Enhet</td>' in shown


def test_where_nothing_has_changed_the_meeting_before_is_shown(pages):
    held = [*MEETINGS, meeting(meeting="m3", date=date(2023, 6, 1), frozen=date(2024, 2, 2))]
    pages.sync(tables(**THIRD | {"meetings": held}), BatchInfo("seed", "test"))
    shown = words(text(run("sedan", board="b")))
    assert (
        "Inget har ändrats sedan mötet den 1 juni 2023 (Möte). "
        "Här visas vad som har ändrats sedan mötet den 1 mars 2023 (Årsmöte). 1 mål har ändrad status"
    ) in shown
    chosen = words(text(run("sedan", board="b", since="m2")))
    assert "Jämfört med mötet den 1 mars 2023 (Årsmöte). 1 mål har ändrad status" in chosen

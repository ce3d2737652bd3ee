"""The absence page: what it says first, what it leads to, and that nothing hidden is in it in any shape."""

import re
from html import unescape

import pytest

from data import example
from lib.rules.absence.hours import AbsencePart, Hole
from lib.store.absence_published import AbsenceReader
from lib.store.store import Store
from lib.views.absence.page import absence_page
from lib.views.absence.view import AbsenceView, absence_view
from lib.views.board import read_board
from lib.views.choice import Choice
from lib.web.pages import absence

CHOICE = Choice(board="exempelstad")


@pytest.fixture(scope="module")
def data(seeded: Store):
    return read_board(seeded, example.CODE)


@pytest.fixture(scope="module")
def view_of(data, seeded: Store):
    reader = AbsenceReader(seeded, example.CODE)
    return lambda unit="": absence_view(data, reader, unit)


@pytest.fixture(scope="module")
def units(seeded: Store) -> list[str]:
    return ["", *AbsenceReader(seeded, example.CODE).organisation().of_unit]


def html(data, view: AbsenceView, *others: AbsenceView, choice: Choice = CHOICE) -> str:
    return absence.page(data, view, others, choice).replace("\u00a0", " ")


def words(text: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", re.sub("<svg.*?</svg>", " ", text, flags=re.DOTALL))).split())


def test_the_figures_come_first_and_then_the_units_outside_the_usual(data, view_of):
    shown = html(data, view_of())
    assert words(shown).startswith(
        "Sjukfrånvaro: hela förvaltningen Tolv månader till och med september 2026 · 520 anställda · "
        "Exempelstads socialnämnd 5,5 % rullande tolv månader bedöms inte: målvärdet har ändrats under tiden "
        "6,1 % kvinnor 3,9 % män 2,2 procentenheter lägre än kvinnor 2,7 % dag 60 eller senare "
        "+0,1 procentenheter på ett år 9 av 18 enheter över målet 9 når det tolv månader till och med december 2025"
    )
    headings = re.findall("<h2>(.*?)</h2>", shown)
    assert headings == [
        "3 enheter ligger utanför det vanliga",
        "Rullande 12 månader",
        "Nu och ett år tidigare",
        "Månad för månad",
    ]
    assert "13 enheter visas inte: färre än elva personer, eller skydd av en sådan" in shown
    assert "Visa alla 18 enheter" in shown


def test_a_unit_leads_up_and_a_department_down(data, view_of):
    shown = html(data, view_of("utredning-soder"))
    assert words(shown).startswith(
        "Hela förvaltningen › Barn och familj › Utredning Söder Sjukfrånvaro: Utredning Söder"
    )
    assert '<a href="/sjukfranvaro?board=exempelstad&amp;unit=barn-familj">Barn och familj</a>' in shown
    below = html(data, view_of("barn-familj"))
    assert below.count('<a href="/sjukfranvaro?board=exempelstad&amp;unit=utredning-soder">') == 3


def test_the_form_asks_for_the_ticked_units_and_keeps_the_rest_of_the_address(data, view_of):
    choice = Choice(board="exempelstad", year=2025)
    shown = html(data, view_of("barn-familj"), view_of("utredning-soder"), choice=choice)
    form = re.search("<form.*?</form>", shown, re.DOTALL)[0]
    hidden = dict(re.findall('type="hidden" name="(.*?)" value="(.*?)"', form))
    assert hidden == {"board": "exempelstad", "year": "2025", "unit": "barn-familj"}
    boxes = re.findall('type="checkbox" name="with" value="(.*?)"( checked)?', form)
    assert [unit for unit, checked in boxes if checked] == ["utredning-soder"]
    assert len(boxes) == 7


def test_units_are_compared_in_one_chart_and_one_table(data, view_of):
    shown = html(data, view_of(), view_of("utredning-soder"), view_of("socialpsykiatri"), view_of("kontakt"))
    part = shown.partition('class="mb-compared"')[2].partition("</section>")[0]
    table = re.findall("<tr.*?</tr>", part, re.DOTALL)
    assert [words(row).split(" %")[0] for row in table[1:4]] == [
        "Hela förvaltningen 5,5",
        "Utredning Söder 9,1",
        "Socialpsykiatri 6,2",
    ]
    assert words(table[4]).startswith("Kontaktpersoner visas inte: färre än 11 personer")
    assert part.count("<svg") == 2  # for a wide page and for a phone


def test_a_hidden_unit_says_why_and_has_no_figures(data, view_of, units):
    hidden = [unit for unit in units if isinstance(view_of(unit).own.rolling, Hole)]
    assert len(hidden) == 13
    for unit in hidden:
        view = view_of(unit)
        shown = html(data, view)
        assert "visas inte" in words(shown)
        if not any(point.measure for point in view.monthly[AbsencePart.TOTAL].points):
            assert re.findall(r"\d+,\d %", words(shown)) == []
            assert "<svg" not in shown


def test_a_bar_tells_no_more_than_its_figure(data, view_of, units):
    found = 0
    for unit in units:
        for kind in absence_page(view_of(unit), (), lambda unit: unit).parts:
            texts = {row.now: row.now_length for row in kind.rows} | {
                row.before: row.before_length for row in kind.rows
            }
            shares = {
                text: float(text.split("\u00a0")[0].replace(",", ".")) for text, length in texts.items() if length
            }
            most = max(shares.values())
            assert {text: round(100 * share / most, 1) for text, share in shares.items()} == {
                text: length for text, length in texts.items() if length
            }
            found += len(shares)
    assert found > 20


def test_every_figure_of_a_unit_below_is_one_that_its_own_page_has(data, view_of, units):
    """Cards and the heat map have no figure in any month that the unit's own page has not."""
    for unit in units:
        page = absence_page(view_of(unit), (), lambda unit: unit)
        for card in page.cards.cards if page.cards else ():
            own = {
                point.period.number: point.measure.value
                for point in view_of(card.unit).monthly[AbsencePart.TOTAL].points
                if point.measure
            }
            assert card.months.figures.items() <= own.items()


def test_the_heat_map_leaves_out_units_without_a_figure_and_counts_them(data, view_of):
    heat = absence_page(view_of(), (), lambda unit: unit).heat
    assert (len(heat.rows), heat.hidden, len(heat.months)) == (18, 13, 18)
    assert heat.hidden_text == "13 enheter är utelämnade, eftersom ingen av deras månader visas."
    assert all(any(cell and not cell.meaning for cell in row.cells) for row in heat.rows)

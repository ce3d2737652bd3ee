"""A unit's sickness absence on a slide: what its page shows, and nothing that is hidden there."""

import pytest

from data import example
from lib.meetings.agenda import View
from lib.store.absence_published import AbsenceReader
from lib.store.store import Store
from lib.views.absence.view import absence_view
from lib.views.board import read_board
from lib.views.choice import ALL, Choice
from lib.views.key_figure import KeyFigure
from lib.views.text_table import TextCell
from lib.web.absence_slide import absence_slide


@pytest.fixture(scope="module")
def show(seeded: Store):
    data, reader = read_board(seeded, example.CODE), AbsenceReader(seeded, example.CODE)

    def shown(unit: str, choice: Choice = ALL):
        return absence_slide(View("p1", f"/sjukfranvaro?unit={unit}"), absence_view(data, reader, unit), choice)

    return shown


def test_a_department(show):
    found = show("vuxen")
    assert (found.kind, found.heading, found.above) == ("trend", "Sjukfrånvaro: Vuxen", "Hela förvaltningen")
    first, *below = found.figures
    # The target has changed during the twelve months, so that none judges them; the sentence says so.
    assert (first.figure, first.period, first.target, first.look) == ("4,8\u00a0%", "sep. 2026", "", None)
    changed = (
        "De tolv månaderna jämförs inte med något målvärde, eftersom det har ändrats under tiden: högst 6\u00a0% till "
        "och med 30 juni 2026 och högst 5\u00a0% från 1 juli 2026."
    )
    assert changed.replace("\u00a0", " ") in found.sentence.replace("\u00a0", " ")
    assert first.chart is found.charts[0]
    assert below[0] == KeyFigure("Boendestöd Syd", "7,5\u00a0%", target="", look=None)
    assert found.sentence.startswith("Vuxen: sjukfrånvaron var 4,8\u00a0% under de tolv månaderna")
    assert found.table
    assert found.table.rows[0][:3] == (
        TextCell("Boendestöd Syd", address="/sjukfranvaro?unit=boendestod-syd"),
        TextCell("7,5\u00a0%"),
        TextCell("–"),
    )


def test_what_is_hidden_on_the_page_is_hidden_on_the_slide(show):
    found = show("vuxen")
    hidden = [one for one in found.figures if one.figure.startswith("visas inte")]
    assert hidden
    assert {(one.look, one.change) for one in hidden} == {(None, "")}
    assert found.table
    assert [[cell.text for cell in row[2:]] for row in found.table.rows if row[1].text.startswith("visas inte")] == [
        ["–", "–", "–"]
    ] * len(hidden)


def test_women_and_men_are_drawn_where_they_are_chosen(show):
    assert [trace.gender for trace in show("", Choice(gender="KM")).charts[0].traces] == ["K", "M"]
    assert [trace.gender for trace in show("").charts[0].traces] == ["T"]

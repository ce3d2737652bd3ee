"""Figures beside a chart on a slide: one as large as there is room for, the others whole or counted."""

from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look
from lib.web.stage.figures import figures
from lib.web.stage.parts import NARROW, WIDE

MISSED = Look("inte uppfyllt", "missed", "✖")
LONG = "Andel brukare som tycker att de får den hjälp de behöver i rätt tid"
FIRST = KeyFigure("Sjukfrånvaro", "7,0\u00a0%", "2016", "högst 5\u00a0%", "−1,0 sedan 2015", look=MISSED)


def test_without_figures_there_is_nothing_to_show():
    assert figures((), WIDE, 700) is None


def test_a_figure_alone_is_as_large_as_it_can_be():
    made = figures((FIRST,), WIDE, 700)
    assert made
    first = made.first
    assert (first.name, first.figure.words, first.figure.size) == ("Sjukfrånvaro", "7,0\u00a0%", 104)
    assert (first.period, first.target, first.change) == ("2016", "mål: högst 5\u00a0%", "−1,0 sedan 2015")
    assert (first.look, made.others, made.more) == (MISSED, (), "")


def test_the_largest_figure_is_smaller_where_others_need_the_room():
    some = (FIRST, *(KeyFigure(f"Enhet {n}", "6,0\u00a0%") for n in range(4)))
    wide, tight = figures(some, WIDE, 900), figures(some, WIDE, 650)
    assert wide
    assert tight
    assert [len(made.others) for made in (wide, tight)] == [4, 4]
    assert tight.first.figure.size < wide.first.figure.size == 104


def test_others_that_have_no_room_are_counted():
    made = figures((FIRST, *(KeyFigure(LONG, "6,0\u00a0%", look=MISSED) for _n in range(9))), NARROW, 600)
    assert made
    assert 0 < len(made.others) < 9
    assert made.more == f"och {9 - len(made.others)} till"
    assert made.first.height + sum(other.height for other in made.others) <= 600


def test_a_status_without_room_beside_its_figure_stands_below_it():
    made = figures(
        (FIRST, KeyFigure("a", "6,0\u00a0%", look=MISSED), KeyFigure("b", "1 " * 25, look=MISSED)), WIDE, 900
    )
    assert made
    assert [other.below for other in made.others] == [False, True]
    short, long = made.others
    assert long.height == short.height + 28 * 1.25

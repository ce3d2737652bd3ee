"""Figures that may well be right but look wrong: what is told, and what is not."""

from datetime import date

import pytest

from lib.files.plausible import cautions
from lib.files.reading import Place
from tests.rows import indicator, observation, tables, unit, year


def told(new, stored=(), statistic="share", units=()):
    around = tables(indicators=[indicator(statistic=statistic)], observations=list(stored), units=list(units))
    places = [Place("Blad1", number) for number, _row in enumerate(new, start=2)]
    return [(one.kind, one.row, one.sentence) for one in cautions(new, places, around)]


def series(*values, **same):
    return [observation(value=value, **year(2010 + place), **same) for place, value in enumerate(values)]


SEVEN = series(7.0, 6.8, 7.2, 7.1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7.5, []),
        (20.0, []),
        (0.0, []),
        (
            0.07,
            [("jump", 2, "0,07 för 2016 är ungefär en hundradel av seriens siffror. Är det procent som andel?")],
        ),
        (70.0, [("jump", 2, "70 för 2016 ligger långt från allt som serien har haft.")]),
        (-30.0, [("jump", 2, "−30 för 2016 ligger långt från allt som serien har haft.")]),
    ],
)
def test_a_figure_against_its_series(value, expected):
    assert told([observation(value=value)], SEVEN) == expected


def test_three_figures_are_too_few_and_other_series_are_not_asked():
    assert told([observation(value=70.0)], SEVEN[:3]) == []
    assert told([observation(value=70.0, gender="K")], SEVEN) == []
    months = [observation(value=7.0, period_start=date(2015, m, 1), period_end=date(2015, m, 28)) for m in range(1, 9)]
    assert told([observation(value=70.0)], months) == []


def test_what_is_stored_already_is_not_told_again():
    assert told([observation(value=70.0)], [*SEVEN, observation(value=70.0)]) == []


def by_gender(total, women, men):
    return [observation(value=value, gender=gender) for gender, value in zip("TKM", (total, women, men), strict=True)]


def test_a_total_outside_women_and_men():
    sentence = "Totalen för 2016 ligger utanför kvinnor och män."
    assert told(by_gender(9.0, 7.0, 5.0)) == [("gender", 2, sentence)]
    assert told(by_gender(6.0, 7.0, 5.0)) == []
    assert told(by_gender(7.05, 7.0, 5.0)) == []
    assert told(by_gender(9.0, 7.0, 5.0)[:1], by_gender(6.0, 7.0, 5.0)[1:]) == [("gender", 2, sentence)]


def test_counts_of_women_and_men_that_do_not_add_up():
    assert told(by_gender(12.0, 7.0, 5.0), statistic="count") == []
    assert told(by_gender(13.0, 7.0, 5.0), statistic="count") == [
        ("gender", 2, "Kvinnor och män för 2016 blir inte tillsammans totalen.")
    ]


UNITS = [unit(unit="a"), unit(unit="b")]


def test_units_that_do_not_add_up_to_the_whole():
    rows = [observation(value=3.0, unit="a"), observation(value=4.0, unit="b"), observation(value=8.0)]
    sentence = "Enheterna blir tillsammans 7 för 2016, men helheten är 8."
    assert told(rows, statistic="count", units=UNITS) == [("parts", 4, sentence)]
    assert told(rows, statistic="share", units=UNITS) == []
    assert told(rows[1:], statistic="count", units=UNITS) == []

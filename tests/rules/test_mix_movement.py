"""A whole's change divided between its units: when it is told, when it is not, and the sentences that tell it."""

from dataclasses import replace
from datetime import date

import pytest

from lib.rules.movement import MixMovement, mix_movement
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series
from lib.rules.status import Measure
from lib.words.movement import mix_sentence
from tests.helpers.rows import indicator, observation, unit, year
from tests.helpers.seeded import read

ABOUT = IndicatorTraits("b", "i", "Sjukfrånvaro", unit_of_measure="%", decimals=1, better="lower")


def points(*figures: tuple[float | None, int | None]) -> tuple[Point, ...]:
    return tuple(
        Point(Period.of_year(2015 + place), "outcome", None if value is None else Measure(value), count=count)
        for place, (value, count) in enumerate(figures)
    )


def series(unit: str, *figures: tuple[float | None, int | None]) -> Series:
    return Series(ABOUT, unit, unit, "T", points(*figures))


def told(whole: Series, *units: Series) -> MixMovement | None:
    return mix_movement(whole, units, whole.newest())


def said(whole: Series, *units: Series) -> str:
    found = told(whole, *units)
    assert found is not None
    return mix_sentence(found, whole.about).replace("\u00a0", " ")


# 60 at 5 and 40 at 10: 7.0. 50 at 4 and 50 at 10: 7.0. 40 at 5 and 60 at 10: 8.0. 60 at 4 and 40 at 10: 6.4.
LOW, HIGH = (5.0, 60), (10.0, 40)


@pytest.mark.parametrize(
    ("whole", "low", "high", "sentence"),
    [
        pytest.param(
            (8.0, 100),
            (5.0, 40),
            (10.0, 60),
            "Ökningen med 1,0 procentenheter sedan 2015 beror på att fördelningen mellan enheterna har ändrats.",
            id="only mix",
        ),
        pytest.param(
            (6.4, 100),
            (4.0, 60),
            (10.0, 40),
            "Minskningen med 0,6 procentenheter sedan 2015 beror på enheterna själva, inte på att fördelningen "
            "mellan dem har ändrats.",
            id="only own",
        ),
        # 70 at 4.2 and 30 at 9.5: 2.94 + 2.85 = 5.79. Own: 0.65 * -0.8 + 0.35 * -0.5 = -0.695; the rest is mix.
        pytest.param(
            (5.8, 100),
            (4.2, 70),
            (9.5, 30),
            "Minskningen med 1,2 procentenheter sedan 2015: 0,7 är enheternas egen förändring och 0,5 att fördelningen "
            "mellan dem har ändrats.",
            id="both the same way",
        ),
        # 50 at 4 and 50 at 9: 6.5. Own: 0.55 * -1 + 0.45 * -1 = -1; mix: 0.1 * (9.5 - 4.5) = 0.5.
        pytest.param(
            (6.5, 100),
            (4.0, 50),
            (9.0, 50),
            "Sedan 2015 är enheternas egen förändring −1,0 procentenheter, medan ändrad fördelning mellan dem ger "
            "+0,5 procentenheter: tillsammans −0,5 procentenheter.",
            id="each its own way",
        ),
        # 50 at 4 and 50 at 10: 7.0. Own: 0.55 * -1 = -0.55; mix: 0.1 * (10 - 4.5) = 0.55.
        pytest.param(
            (7.0, 100),
            (4.0, 50),
            (10.0, 50),
            "Sedan 2015 är enheternas egen förändring −0,6 procentenheter, medan ändrad fördelning mellan dem ger "
            "+0,6 procentenheter: tillsammans 0,0 procentenheter.",
            id="nothing together",
        ),
        pytest.param((7.0, 100), LOW, HIGH, "", id="nothing moved"),
    ],
)
def test_what_the_mix_says(whole, low, high, sentence):
    assert said(series("", (7.0, 100), whole), series("a", LOW, low), series("b", HIGH, high)) == sentence


def test_what_rounding_leaves_over_is_the_larger_part_s():
    # 3 of 4 at 5.0 and 1 at 5.5: 5.125, told as 5.1; then 5.4 and 5.9: 5.525, told as 5.6 (as hours would have it).
    whole = series("", (5.1, 400), (5.6, 400))
    sentence = said(whole, series("a", (5.0, 300), (5.4, 300)), series("b", (5.5, 100), (5.9, 100)))
    assert sentence.startswith("Ökningen med 0,5 procentenheter sedan 2015 beror på enheterna själva,")


UNITS = (series("a", LOW, (5.0, 40)), series("b", HIGH, (10.0, 60)))


@pytest.mark.parametrize(
    ("whole", "units"),
    [
        pytest.param(series("", (7.0, 100)), UNITS, id="nothing before"),
        pytest.param(series("", (7.0, 100), (8.2, 100)), UNITS, id="the units do not make up the whole"),
        pytest.param(series("", (7.0, 100), (8.0, 112)), UNITS, id="people who are in no unit"),
        pytest.param(series("", (7.0, 100), (8.0, 100)), UNITS[:1], id="one unit only"),
        pytest.param(series("", (7.0, 100), (8.0, 100)), (UNITS[0], series("b", HIGH, (None, None))), id="hidden"),
        pytest.param(series("", (7.0, 100), (8.0, None)), (UNITS[0], series("b", HIGH, (10.0, None))), id="no count"),
        pytest.param(series("", (7.0, 100), (8.0, 100)), (), id="no units"),
        pytest.param(
            series("", (5.0, None), (5.2, None)),
            (series("a", (5.0, 60), (5.2, 60)), series("b", (5.0, 40), (None, None))),
            id="hidden, and the rest are like the whole",
        ),
    ],
)
def test_nothing_is_guessed(whole, units):
    assert told(whole, *units) is None


@pytest.mark.parametrize(("statistic", "is_told"), [("share", True), ("mean", True), ("median", False), ("sum", False)])
def test_only_weighted_means_are_divided(statistic, is_told):
    whole = replace(series("", (7.0, 100), (8.0, 100)), about=replace(ABOUT, statistic=statistic))
    assert (told(whole, *UNITS) is not None) == is_told


def test_a_unit_that_is_new_is_mix_when_the_counts_confirm_it():
    whole = series("", (5.0, 60), (8.0, 100))
    new = Series(ABOUT, "b", "b", "T", points(HIGH, (12.5, 40))[1:])
    found = told(whole, series("a", LOW, LOW), new)
    assert found is not None
    assert (found.mix.own, found.mix.mix) == (0, 3)


def test_a_small_unit_is_never_told_by_the_mix():
    rows = [
        observation(unit=code, value=value, count=count, **year(of))
        for of, figures in ((2015, ((7.0, 100), LOW, HIGH)), (2016, ((5.45, 100), (5.0, 91), (10.0, 9))))
        for code, (value, count) in zip(("", "a", "b"), figures, strict=True)
    ]
    data = read(indicators=[indicator()], units=[unit(unit="a"), unit(unit="b")], observations=rows)
    whole = data.series["i", "", "T"]
    assert whole.newest() == whole.points[-1]
    assert [one.points[-1].status for one in data.units_below(whole)] == ["protects", "hidden"]
    assert mix_movement(whole, data.units_below(whole), whole.newest()) is None


def test_units_are_divided_level_by_level():
    units = [
        unit(unit="a", kind="department"),
        unit(unit="a1", parent="a"),
        unit(unit="without-figures"),
        unit(unit="b", parent="without-figures"),
        unit(unit="riket", kind="comparison"),
        unit(unit="round", parent="about"),
        unit(unit="about", parent="round"),
    ]
    codes = ("", "a", "a1", "b", "riket", "round")
    rows = [observation(unit=code, gender=gender) for code in codes for gender in "TK"]
    data = read(indicators=[indicator()], units=units, observations=rows)
    assert [one.unit for one in data.units_below(data.series["i", "", "K"])] == ["a", "b"]
    assert [one.unit for one in data.units_below(data.series["i", "a", "T"])] == ["a1"]
    assert data.units_below(data.series["i", "b", "T"]) == []


def test_the_change_is_that_since_the_same_month_of_the_year_before():
    months = {(2015, 8): LOW, (2016, 7): (8.0, 60), (2016, 8): (4.0, 60)}

    def monthly(code, other):
        return Series(
            ABOUT,
            code,
            code,
            "T",
            tuple(
                Point(Period.of_month(*month), "outcome", Measure(value + other), count=count)
                for month, (value, count) in months.items()
            ),
        )

    whole = replace(monthly("", 1.0), points=tuple(replace(p, count=120) for p in monthly("", 1.0).points))
    found = told(whole, monthly("a", 0.0), monthly("b", 2.0))
    assert found is not None
    assert (found.earlier.period.end, found.change) == (date(2015, 8, 31), -1.0)

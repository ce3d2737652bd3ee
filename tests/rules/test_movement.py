"""How series move, and the sentences that say it: exact Swedish for every way of getting there."""

from datetime import date

import pytest

from lib.rules.movement import gap_movement, movement
from lib.rules.pace import PaceReason
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.status import Measure, Qualifier, Rule, TargetValue
from lib.rules.yearly_trend import Direction
from lib.words.movement import direction_word, gap_sentence, movement_sentences

ABOUT = IndicatorTraits("b", "i", "Andel", unit_of_measure="%", decimals=1, better="lower")
AT_MOST_5 = TargetValue(Rule.AT_MOST, 5.0)


def years(*values: float | None, first: int = 2014) -> tuple[Point, ...]:
    return tuple(
        Point(Period.of_year(first + place), "outcome", None if value is None else Measure(value))
        for place, value in enumerate(values)
    )


def months(*values: float) -> tuple[Point, ...]:
    return tuple(
        Point(Period.of_month(2016 + place // 12, place % 12 + 1), "outcome", Measure(value))
        for place, value in enumerate(values)
    )


def series(
    points: tuple[Point, ...], target: TargetValue | None = None, until: int = 2022, gender: str = "T"
) -> Series:
    spans = (TargetSpan(target, date(2010, 1, 1), date(until, 12, 31)),) if target else ()
    return Series(ABOUT, "", "", gender, points, spans)


def said(one: Series) -> list[str]:
    return [text.replace("\u00a0", " ") for text in movement_sentences(movement(one), ABOUT)]


CERTAIN = "Trenden är säker."


@pytest.mark.parametrize(
    ("points", "target", "sentences"),
    [
        pytest.param(
            years(8.0, 7.5, 7.0, 6.5, 6.0),
            None,
            [f"Förbättras: i snitt 0,5 procentenheter lägre per år sedan 2014. {CERTAIN}"],
            id="steady fall where lower is better",
        ),
        pytest.param(
            years(6.0, 6.5, 7.0, 7.5, 8.0),
            AT_MOST_5,
            [
                f"Försämras: i snitt 0,5 procentenheter högre per år sedan 2014. {CERTAIN}",
                "För att nå målet 2022 behövs en minskning med 0,75 procentenheter per år.",
            ],
            id="wrong way",
        ),
        pytest.param(
            years(8.0, 7.75, 7.5, 7.25, 7.0),
            AT_MOST_5,
            [
                f"Förbättras: i snitt 0,25 procentenheter lägre per år sedan 2014. {CERTAIN}",
                "I den takten nås målet inte 2022: för det behövs 0,5 procentenheter per år.",
            ],
            id="too slow",
        ),
        pytest.param(
            years(8.0, 7.0, 6.0),
            AT_MOST_5,
            [
                "För kort tid för en trend: det behövs minst fem år (det finns 3).",
                "För att nå målet 2022 behövs en minskning med 0,17 procentenheter per år.",
            ],
            id="three years that get there",
        ),
        pytest.param(
            years(5.0, 5.0, 5.0, 5.0, 5.0),
            AT_MOST_5,
            ["Ingen tydlig trend: alla siffror är lika."],
            id="still and met",
        ),
    ],
)
def test_years(points, target, sentences):
    assert said(series(points, target)) == sentences


def test_a_target_whose_year_has_passed_has_no_pace():
    assert said(series(years(8.0, 7.0, 6.0), AT_MOST_5, until=2015))[1:] == []


def test_what_comes_after_the_day_does_not_count():
    one = series(years(6.0, 6.5, 7.0, 7.5, 8.0, 1.0))
    assert movement(one, date(2018, 12, 31)).trend.direction is Direction.WORSENING
    assert movement(one).trend.direction is Direction.NO_CLEAR_CHANGE


def test_figures_of_other_lengths_are_not_in_the_line():
    part_of_year = Point(Period(date(2018, 1, 1), date(2018, 8, 31)), "outcome", Measure(99.0))
    assert movement(series((*years(8.0, 7.5), part_of_year))).trend.n == 2


def test_months_have_limits_and_say_what_they_give_of_the_target():
    one = series(months(*[5.5, 6.5] * 7), AT_MOST_5)
    assert said(one) == [
        "Ingen tydlig trend: månaderna varierar som de brukar (14 månader).",
        "Gränserna för vanlig variation är 3,34–8,66, med medelvärdet 6,00 % (beräknat på 2016).",
        "Målet har inte nåtts någon av de 12 senaste månaderna.",
    ]


def test_twelve_months_are_no_process():
    assert movement(series(months(*[6.0] * 12))).limits is None


def test_a_limit_that_must_be_passed_says_so():
    less_than_5 = TargetValue(Rule.LESS_THAN, 5.0)
    assert said(series(years(9.0, 8.0, 7.0, 6.0, 5.0), less_than_5))[1:] == ["I den takten nås målet 2022."]
    assert len(said(series(years(6.0, 5.0), less_than_5))) == 1


def test_the_pace_of_a_figure_that_is_not_one_number_is_not_guessed():
    points = (*years(8.0, 7.0), Point(Period.of_year(2016), "outcome", Measure(6.0, qualifier=Qualifier.BELOW)))
    found = movement(series(points, AT_MOST_5))
    assert (found.pace and found.pace.reason, found.pace and found.pace.needed) == (PaceReason.NOT_ONE_NUMBER, None)
    assert said(series(points, AT_MOST_5))[1:] == []
    falling = (
        *years(9.0, 8.5, 8.0, 7.5, 7.0),
        Point(Period.of_year(2019), "outcome", Measure(6.0, qualifier=Qualifier.BELOW)),
    )
    assert said(series(falling, AT_MOST_5))[1:] == [
        "Takten kan inte jämföras med målet: den senaste siffran är inte ett enda tal."
    ]


STILL = "Under 13 månader har skillnaden inte ändrats tydligt: månaderna varierar som de brukar."


@pytest.mark.parametrize(
    ("women", "text"),
    [
        # The gap is 1 twelve times, and then 3: mean 15 / 13, moving ranges eleven of 0 and one of 2, limits
        # 1.15 -+ 2.66 * 2 / 12 = 0.71 and 1.60.
        ([6.0] * 12 + [8.0], "Under 13 månader ökar skillnaden: den senaste månaden avviker från det vanliga."),
        ([6.0] * 12 + [4.0], STILL),
        ([6.0] * 12, ""),
    ],
    ids=["wider", "as wide on the other side", "twelve months"],
)
def test_the_gap_of_months_is_read_as_months(women, text):
    men = series(months(*[5.0] * 13), gender="M")
    assert gap_sentence(gap_movement(series(months(*women), gender="K"), men), ABOUT) == text


def test_the_gap_moves_on_its_own():
    women = series(years(8.0, 8.2, 8.4, 8.6, 8.8), gender="K")
    men = series(years(5.0, 5.0, 5.0, 5.0, 5.0), gender="M")
    text = gap_sentence(gap_movement(women, men), ABOUT).replace("\u00a0", " ")
    assert text == "Skillnaden har ökat sedan 2014, i snitt med 0,2 procentenheter per år."
    assert gap_sentence(gap_movement(series(years(8.0)), men), ABOUT) == ""


def test_every_direction_has_a_word():
    words = {
        direction: direction_word(movement(series(years(1.0))).trend.__class__(direction, "x", 0))
        for direction in Direction
    }
    assert words == {
        Direction.IMPROVING: "förbättras",
        Direction.WORSENING: "försämras",
        Direction.RISING: "ökar",
        Direction.FALLING: "minskar",
        Direction.NO_CLEAR_CHANGE: "ingen tydlig trend",
        Direction.TOO_FEW_POINTS: "för kort tid för en trend",
    }

"""Numbers, periods and lists in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.words.language import (
    N_,
    _,
    day_name,
    decimals_of,
    difference_unit,
    in_period,
    join,
    language,
    ngettext,
    number,
    period_name,
    signed,
    use_language,
    with_unit,
)

NBSP, MINUS = "\u00a0", "\u2212"


@pytest.fixture
def english():
    use_language("en")


NUMBERS = [
    pytest.param(7.0, 0, "7", "7", id="whole"),
    pytest.param(7.0, 1, "7,0", "7.0", id="with at least one decimal"),
    pytest.param(66.27, 1, "66,27", "66.27", id="as printed, though more than asked for"),
    pytest.param(4.311422, 1, "4,3", "4.3", id="unrounded"),
    pytest.param(4.311422, 0, "4", "4", id="unrounded to whole"),
    pytest.param(0.1 + 0.2, 0, "0,3", "0.3", id="binary noise"),
    pytest.param(999.0, 0, "999", "999", id="below a thousand"),
    pytest.param(1004.0, 0, f"1{NBSP}004", "1,004", id="a thousand"),
    pytest.param(1234567.89, 0, f"1{NBSP}234{NBSP}567,89", "1,234,567.89", id="millions"),
    pytest.param(-94.7, 1, f"{MINUS}94,7", "\u221294.7", id="negative"),
    pytest.param(-228.3, 0, f"{MINUS}228,3", "\u2212228.3", id="negative, three digits"),
    pytest.param(0.0, 1, "0,0", "0.0", id="zero"),
    pytest.param(-0.0, 1, "0,0", "0.0", id="minus zero"),
    pytest.param(-0.004321, 1, "0,0", "0.0", id="rounded to zero from below"),
]


@pytest.mark.parametrize(("value", "decimals", "swedish", "_english"), NUMBERS)
def test_number_in_swedish(value, decimals, swedish, _english):
    assert number(value, decimals) == swedish


@pytest.mark.parametrize(("value", "decimals", "_swedish", "english_text"), NUMBERS)
def test_number_in_english(english, value, decimals, _swedish, english_text):
    assert number(value, decimals) == english_text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        pytest.param(4.0, 1, "+4,0", id="above"),
        pytest.param(-4.0, 0, f"{MINUS}4", id="below"),
        pytest.param(0.0, 0, "0", id="zero"),
        pytest.param(0.004321, 1, "0,0", id="rounded to zero"),
        pytest.param(0.04, 0, "+0,04", id="small but printed"),
        pytest.param(1004.5, 0, f"+1{NBSP}004,5", id="thousands"),
    ],
)
def test_signed(value, decimals, text):
    assert signed(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "decimals"),
    [
        (7.0, 0),
        (100.0, 0),
        (1604505.31, 2),
        (66.3, 1),
        (66.27, 2),
        (0.1 + 0.2, 1),
        (4.311422, 6),
        (-13.83, 2),
        (1e-11, 0),
    ],
)
def test_how_many_decimals_a_figure_has(value, decimals):
    assert decimals_of(value) == decimals


@given(hundredths=st.integers(-(10**9), 10**9), decimals=st.integers(0, 2))
def test_a_printed_figure_is_shown_as_it_was_given(hundredths, decimals):
    text = number(hundredths / 100, decimals)
    read = text.replace(NBSP, "").replace(",", ".").replace(MINUS, "-")
    assert round(float(read) * 100) == hundredths
    assert len(text.partition(",")[2]) == max(decimals, decimals_of(hundredths / 100))


PERIODS = [
    ("2016", "2016", "2016", "2016"),
    ("2016-01", "januari 2016", "January 2016", "jan. 2016"),
    ("2016-05", "maj 2016", "May 2016", "maj 2016"),
    ("2018-01--2018-08", "januari–augusti 2018", "January–August 2018", "jan.–aug. 2018"),
    ("2016-01--2016-03", "januari–mars 2016", "January–March 2016", "jan.–mars 2016"),
    ("2016-09--2017-08", "september 2016–augusti 2017", "September 2016–August 2017", "sep. 2016–aug. 2017"),
    ("2016-12--2017-01", "december 2016–januari 2017", "December 2016–January 2017", "dec. 2016–jan. 2017"),
    ("2008-01--2016-12", "2008–2016", "2008–2016", "2008–2016"),
    ("2016-07--2017-12", "juli 2016–december 2017", "July 2016–December 2017", "juli 2016–dec. 2017"),
    ("2016-02-03--2016-04-05", "2016-02-03–2016-04-05", "2016-02-03–2016-04-05", "2016-02-03–2016-04-05"),
    ("2016-02-03--2016-02-03", "2016-02-03", "2016-02-03", "2016-02-03"),
]


@pytest.mark.parametrize(("code", "swedish", "_english", "short"), PERIODS)
def test_period_in_swedish(code, swedish, _english, short):
    assert period_name(Period.parse(code)) == swedish
    assert period_name(Period.parse(code), short=True) == short


@pytest.mark.parametrize(("code", "_swedish", "english_text", "_short"), PERIODS)
def test_period_in_english(english, code, _swedish, english_text, _short):
    assert period_name(Period.parse(code)) == english_text


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        pytest.param("%", f"5{NBSP}%", id="percent"),
        pytest.param("dagar", f"5{NBSP}dagar", id="days"),
        pytest.param("", "5", id="none"),
        pytest.param("antal", "5", id="count"),
        pytest.param("index", "5", id="index"),
        pytest.param("ja/nej", "5", id="yes or no"),
        pytest.param("ej angiven", "5", id="not given"),
    ],
)
def test_figure_with_unit(unit, text):
    assert with_unit("5", unit) == text


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        ("1", "dagar", f"1{NBSP}dag"),
        ("1,0", "dagar", f"1,0{NBSP}dagar"),
        ("11", "dagar", f"11{NBSP}dagar"),
        ("+1", "procentenheter", f"+1{NBSP}procentenhet"),
        (f"{MINUS}1", "personer", f"{MINUS}1{NBSP}person"),
        ("1", "gånger per år", f"1{NBSP}gång per år"),
        ("1", "percentage points", f"1{NBSP}percentage point"),
        ("1", "år", f"1{NBSP}år"),
        ("1", "antal per person", f"1{NBSP}per person"),
        ("1", "%", f"1{NBSP}%"),
    ],
)
def test_one_of_a_unit(number, unit, text):
    assert with_unit(number, unit) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [("2016", "2016"), ("2016-01", "i januari 2016"), ("2018-01--2018-08", "under januari–augusti 2018")],
)
def test_when_something_was(code, text):
    assert in_period(Period.parse(code)) == text


def test_when_something_was_in_english(english):
    codes = ("2016", "2016-01", "2018-01--2018-08")
    assert [in_period(Period.parse(code)) for code in codes] == [
        "in 2016",
        "in January 2016",
        "during January–August 2018",
    ]


def test_shares_differ_by_percentage_points():
    assert [difference_unit(unit) for unit in ("%", "dagar", "")] == ["procentenheter", "dagar", ""]


def test_shares_differ_by_percentage_points_in_english(english):
    assert difference_unit("%") == "percentage points"


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
    ids=["none", "one", "two", "three"],
)
def test_list_in_words(parts, text):
    assert join(parts) == text


def test_day_in_words():
    assert day_name(date(2024, 2, 1)) == "1 februari 2024"


def test_the_language_is_swedish_until_another_is_chosen(english):
    assert (language(), _("met"), _("Whole board")) == ("en", "met", "Whole board")
    use_language("sv")
    assert (language(), _("met"), _("Whole board")) == ("sv", "uppfyllt", "Hela nämnden")
    assert N_("met") == "met"


def test_a_language_that_there_is_not():
    with pytest.raises(ValueError, match="'de' is not one of"):
        use_language("de")
    assert language() == "sv"


@pytest.mark.parametrize(
    ("many", "text"), [(0, "0 anmärkningar."), (1, "1 anmärkning."), (2, "2 anmärkningar.")], ids=str
)
def test_plural(many, text):
    assert ngettext("{n} remark.", "{n} remarks.", many).format(n=many) == text

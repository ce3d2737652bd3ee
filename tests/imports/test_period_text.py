"""What headings say of time, kind and gender, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.imports.period_text import HeadingMeaning, heading_of, period_of
from lib.rules.periods import Period
from lib.words.language import period_name
from tests.rules.test_periods import periods


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2016", "2016"),
        ("År 2016", "2016"),
        ("helår 2016", "2016"),
        ("2016-03", "2016-03"),
        ("201603", "2016-03"),
        ("2016M03", "2016-03"),
        ("2025-01-01", "2025-01"),
        ("2025-01-31", "2025-01"),
        ("2025-01-15", "2025-01-15--2025-01-15"),
        ("jan-25", "2025-01"),
        ("Jan. 2025", "2025-01"),
        ("2025 januari", "2025-01"),
        ("okt 24", "2024-10"),
        ("maj 2024", "2024-05"),
        ("T1 2018", "2018-01--2018-04"),
        ("2018 T2", "2018-05--2018-08"),
        ("Tertial 3 2018", "2018-09--2018-12"),
        ("Kv 1 2018", "2018-01--2018-03"),
        ("Q4 2018", "2018-10--2018-12"),
        ("halvår 1 2018", "2018-01--2018-06"),
        ("jan-aug 2018", "2018-01--2018-08"),
        ("januari–augusti 2018", "2018-01--2018-08"),
        ("januari t.o.m. augusti 2018", "2018-01--2018-08"),
        ("sep 2016 - aug 2017", "2016-09--2017-08"),
        ("2014-2016", "2014-01--2016-12"),
        ("2016-01--2016-08", "2016-01--2016-08"),
        ("2018-01-01 - 2018-08-31", "2018-01--2018-08"),
    ],
)
def test_periods(text, code):
    period = period_of(text)
    assert period is not None
    assert period.code == code


@pytest.mark.parametrize(
    "text",
    [
        *("", "2016/17", "2016-17", "delår 2018", "rullande 12 2018", "vt 2018", "ack 2018", "förändring 2017-2018"),
        *("2018-13", "2018-02-30", "20161", "1 004", "aug-jan 2018", "Ekonomiskt bistånd", "K 2012", "Utfall 2012"),
    ],
)
def test_what_is_no_period_or_could_be_another(text):
    assert period_of(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Utfall 2011", HeadingMeaning(year=2011, kind="outcome")),
        ("Bokslut helår 2015", HeadingMeaning(year=2015, kind="outcome")),
        ("Prognos 2012", HeadingMeaning(year=2012, kind="forecast")),
        ("Budget", HeadingMeaning(kind="budget")),
        ("Mål 2016", HeadingMeaning(year=2016, kind="target")),
        ("Kvinnor 2012", HeadingMeaning(year=2012, gender="K")),
        ("varav män", HeadingMeaning(gender="M")),
        ("jan", HeadingMeaning(months=(1, 1))),
        ("Kvartal 3", HeadingMeaning(months=(7, 9))),
        ("Ekonomiskt bistånd 2012", HeadingMeaning(year=2012, rest="ekonomiskt bistand")),
        ("Enhet", HeadingMeaning(rest="enhet")),
    ],
)
def test_parts_of_what_a_heading_says(text, said):
    assert heading_of(text) == said


def test_parts_are_joined():
    month, year = heading_of("mars"), heading_of("Utfall 2016")
    assert month.joined(year) == HeadingMeaning(year=2016, months=(3, 3), kind="outcome")
    assert month.joined(year).whole() == Period.of_month(2016, 3)
    assert month.whole() is None
    assert heading_of("K").joined(heading_of("2016")) == HeadingMeaning(year=2016, gender="K")


@given(periods())
def test_a_period_as_it_is_written_out_is_read_again(period):
    assert period_of(period.code) == period
    if period.start.year >= 1900 and period.end.year <= 2099 and period.start < period.end:  # a day may be its month
        assert period_of(period_name(period)) == period
        assert period_of(period_name(period, short=True)) == period


def test_two_hundred_characters_are_read_and_no_more():
    assert period_of(f"maj{' ' * 193}2016") == Period.of_month(2016, 5)
    long = f"maj{' ' * 194}2016"
    assert (period_of(long), heading_of(long)) == (None, HeadingMeaning(rest=long))


@given(st.text())
def test_any_text_is_heard_out(text):
    assert isinstance(heading_of(text), HeadingMeaning)

"""Periods: kinds, codes, neighbours, and what no period can be."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.periods import Days, Period, PeriodKind

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MONTHS = st.tuples(st.integers(1900, 2199), st.integers(1, 12))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Both sorts: whole months (which plain dates would hardly ever hit) and any days."""
    if draw(st.booleans()):
        first, last = sorted((draw(MONTHS), draw(MONTHS)))
        return Period(Period.of_month(*first).start, Period.of_month(*last).end)
    start, end = sorted((draw(DAYS), draw(DAYS)))
    return Period(start, end)


QUICK = settings(deadline=None, max_examples=100)


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


KINDS = {
    "year": ("2016-01-01", "2016-12-31", PeriodKind.YEAR, 12, "2016"),
    "month": ("2016-03-01", "2016-03-31", PeriodKind.MONTH, 1, "2016-03"),
    "february in a leap year": ("2016-02-01", "2016-02-29", PeriodKind.MONTH, 1, "2016-02"),
    "february but for the leap day": ("2016-02-01", "2016-02-28", PeriodKind.DAYS, None, "2016-02-01--2016-02-28"),
    "february in a common year": ("2015-02-01", "2015-02-28", PeriodKind.MONTH, 1, "2015-02"),
    "february 1900, no leap year": ("1900-02-01", "1900-02-28", PeriodKind.MONTH, 1, "1900-02"),
    "first quarter": ("2016-01-01", "2016-03-31", PeriodKind.QUARTER, 3, "2016-01--2016-03"),
    "second quarter": ("2016-04-01", "2016-06-30", PeriodKind.QUARTER, 3, "2016-04--2016-06"),
    "third quarter": ("2016-07-01", "2016-09-30", PeriodKind.QUARTER, 3, "2016-07--2016-09"),
    "last quarter": ("2016-10-01", "2016-12-31", PeriodKind.QUARTER, 3, "2016-10--2016-12"),
    "three months, no quarter": ("2016-02-01", "2016-04-30", PeriodKind.MONTHS, 3, "2016-02--2016-04"),
    "first tertial": ("2016-01-01", "2016-04-30", PeriodKind.TERTIAL, 4, "2016-01--2016-04"),
    "second tertial": ("2016-05-01", "2016-08-31", PeriodKind.TERTIAL, 4, "2016-05--2016-08"),
    "third tertial": ("2016-09-01", "2016-12-31", PeriodKind.TERTIAL, 4, "2016-09--2016-12"),
    "four months, no tertial": ("2016-04-01", "2016-07-31", PeriodKind.MONTHS, 4, "2016-04--2016-07"),
    "half-year": ("2016-01-01", "2016-06-30", PeriodKind.MONTHS, 6, "2016-01--2016-06"),
    "january-august": ("2018-01-01", "2018-08-31", PeriodKind.MONTHS, 8, "2018-01--2018-08"),
    "eleven months": ("2018-01-01", "2018-11-30", PeriodKind.MONTHS, 11, "2018-01--2018-11"),
    "september-august": ("2016-09-01", "2017-08-31", PeriodKind.BROKEN_YEAR, 12, "2016-09--2017-08"),
    "december-november": ("2016-12-01", "2017-11-30", PeriodKind.BROKEN_YEAR, 12, "2016-12--2017-11"),
    "three months over new year": ("2016-11-01", "2017-01-31", PeriodKind.DAYS, 3, "2016-11--2017-01"),
    "two years": ("2016-01-01", "2017-12-31", PeriodKind.DAYS, 24, "2016-01--2017-12"),
    "one day": ("2016-02-03", "2016-02-03", PeriodKind.DAYS, None, "2016-02-03--2016-02-03"),
    "a day late": ("2016-01-02", "2016-12-31", PeriodKind.DAYS, None, "2016-01-02--2016-12-31"),
    "a day short": ("2016-01-01", "2016-12-30", PeriodKind.DAYS, None, "2016-01-01--2016-12-30"),
    "365 days": ("2015-06-15", "2016-06-14", PeriodKind.DAYS, None, "2015-06-15--2016-06-14"),
}


@pytest.mark.parametrize(("first", "last", "kind", "months", "code"), KINDS.values(), ids=KINDS)
def test_kind_months_and_a_code_that_gives_the_period_back(first, last, kind, months, code):
    found = period(first, last)
    assert (found.kind, found.months, found.code) == (kind, months, code)
    assert Period.parse(code) == found


def test_the_year_is_that_of_the_last_day():
    assert Period.parse("2016-09--2017-08").year == 2017


def test_constructors():
    assert Period.of_year(2016) == period("2016-01-01", "2016-12-31")
    assert Period.of_month(2016, 2) == period("2016-02-01", "2016-02-29")
    assert Period.of_month(9999, 12) == period("9999-12-01", "9999-12-31")


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match=r"^A period cannot end \(2016-03-01\) before it starts \(2016-03-02\)\.$"):
        period("2016-03-02", "2016-03-01")


@pytest.mark.parametrize(
    ("code", "same"),
    [
        ("2016-01-01--2016-12-31", "2016"),
        ("2016-01--2016-12", "2016"),
        ("2016-03-01--2016-03-31", "2016-03"),
        ("2016-03--2016-03", "2016-03"),
        ("2016-01-01--2016-08-31", "2016-01--2016-08"),
    ],
)
def test_a_period_may_be_given_at_length(code, same):
    assert Period.parse(code).code == same


@pytest.mark.parametrize(
    "code",
    [
        "",
        "16",
        "2016-",
        "2016-1",
        "2016-00",
        "2016-13",
        "2016-02-03",
        "2016-02-30--2016-03-01",
        "2015-02-01--2015-02-29",
        "2016--2017",
        "2016-01--2016-08-31",
        "2016-08--2016-01",
        "2016-02-03--2016-02-02",
        "2016-01--2016-08--2016-09",
        " 2016",
        "2016\n",
        "٢٠١٦",
        "0000",
        "-2016",
        "20160203--20160204",
    ],
)
def test_what_is_no_code(code):
    with pytest.raises(ValueError, match=r"is not the code of a period|cannot end"):
        Period.parse(code)


def test_a_bad_code_is_told_in_the_error():
    with pytest.raises(ValueError, match=r"^'2016-13' is not the code of a period: "):
        Period.parse("2016-13")


NEIGHBOURS = {
    "year": ("2016", "2015", "2015"),
    "month": ("2016-03", "2016-02", "2015-03"),
    "january": ("2016-01", "2015-12", "2015-01"),
    "february after a leap year": ("2017-02", "2017-01", "2016-02"),
    "quarter": ("2016-01--2016-03", "2015-10--2015-12", "2015-01--2015-03"),
    "tertial": ("2016-05--2016-08", "2016-01--2016-04", "2015-05--2015-08"),
    "january-august": ("2016-01--2016-08", "2015-05--2015-12", "2015-01--2015-08"),
    "september-august": ("2016-09--2017-08", "2015-09--2016-08", "2015-09--2016-08"),
    "months over new year": ("2016-11--2017-01", "2016-08--2016-10", "2015-11--2016-01"),
    "two years": ("2016-01--2017-12", "2014-01--2015-12", "2015-01--2016-12"),
    "one day": ("2016-03-01--2016-03-01", "2016-02-29--2016-02-29", "2015-03-01--2015-03-01"),
    "the leap day": ("2016-02-29--2016-02-29", "2016-02-28--2016-02-28", "2015-02-28--2015-02-28"),
    "some days": ("2016-02-03--2016-04-05", "2015-12-02--2016-02-02", "2015-02-03--2015-04-05"),
}


@pytest.mark.parametrize(("code", "previous", "year_before"), NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_previous_and_year_before(code, previous, year_before):
    found = Period.parse(code)
    assert (found.previous().code, found.year_before().code) == (previous, year_before)


@pytest.mark.parametrize("code", ["0001", "0001-01", "0001-01-01--0001-01-05"])
def test_there_is_no_time_before_year_one(code):
    first = Period.parse(code)
    with pytest.raises(ValueError, match=r"year|ordinal"):
        first.previous()
    with pytest.raises(ValueError, match=r"year|ordinal"):
        first.year_before()


TERTIAL = Period.parse("2016-05--2016-08")


@pytest.mark.parametrize(
    ("code", "contains", "overlaps"),
    [
        ("2016-05--2016-08", True, True),
        ("2016-05-01--2016-05-01", True, True),
        ("2016-08-31--2016-08-31", True, True),
        ("2016-06", True, True),
        ("2016", False, True),
        ("2016-04-30--2016-08-31", False, True),
        ("2016-05-01--2016-09-01", False, True),
        ("2016-04-01--2016-05-01", False, True),
        ("2016-08-31--2016-09-30", False, True),
        ("2016-04", False, False),
        ("2016-09", False, False),
    ],
)
def test_contains_and_overlaps(code, contains, overlaps):
    other = Period.parse(code)
    assert (TERTIAL.contains(other), TERTIAL.overlaps(other)) == (contains, overlaps)


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2016-04-30", False), ("2016-05-01", True), ("2016-08-31", True), ("2016-09-01", False)],
)
def test_contains_a_day(day, inside):
    assert TERTIAL.contains(date.fromisoformat(day)) is inside


def test_periods_sort_by_start_then_end():
    codes = ["2016-02", "2016", "2015", "2016-01--2016-08", "2016-01"]
    found = [item.code for item in sorted(map(Period.parse, codes))]
    assert found == ["2015", "2016-01", "2016-01--2016-08", "2016", "2016-02"]


@QUICK
@given(periods())
def test_every_period_has_a_code_that_gives_it_back(item):
    assert Period.parse(item.code) == item


@QUICK
@given(periods())
def test_the_previous_period_ends_the_day_before_and_is_as_long(item):
    before = item.previous()
    assert before.end + timedelta(days=1) == item.start
    if item.months is None:
        assert before.end - before.start == item.end - item.start
    else:
        assert before.months == item.months


@QUICK
@given(periods())
def test_the_year_before_has_the_same_months(item):
    before = item.year_before()
    assert (before.start.year, before.end.year) == (item.start.year - 1, item.end.year - 1)
    assert (before.start.month, before.end.month) == (item.start.month, item.end.month)
    assert item.months in (None, before.months)


@QUICK
@given(periods(), periods())
def test_overlap_goes_both_ways_and_follows_from_containing(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) >= one.contains(other)
    assert (one.contains(other) and other.contains(one)) == (one == other)


@QUICK
@given(st.text(alphabet="0123456789-", max_size=22))
def test_any_text_is_a_period_or_a_value_error(text):
    try:
        found = Period.parse(text)
    except ValueError:
        return
    assert Period.parse(found.code) == found


@pytest.mark.parametrize(
    ("code", "months", "found"),
    [
        ("2016", 12, "2017"),
        ("2016-01", 1, "2016-02"),
        ("2016-09--2017-08", 24, "2018-09--2019-08"),
        ("2016-12", 2, "2017-02"),
    ],
)
def test_so_many_months_later(code, months, found):
    assert Period.parse(code).later(months) == Period.parse(found)


def test_only_whole_months_come_later():
    with pytest.raises(ValueError, match="is not whole months"):
        Period.parse("2016-02-03--2016-02-09").later(1)


@pytest.mark.parametrize(
    ("ends", "years", "days"),
    [
        ((None, None), [2015, 2016, 2017, 2018], ["2015-12-31", "2016-06-30", "2016-07-01", "2018-01-01"]),
        ((date(2016, 7, 1), None), [2016, 2017, 2018], ["2016-07-01", "2018-01-01"]),
        ((None, date(2016, 7, 1)), [2015, 2016], ["2015-12-31", "2016-06-30", "2016-07-01"]),
        ((date(2016, 7, 1), date(2017, 12, 31)), [2016, 2017], ["2016-07-01"]),
    ],
)
def test_what_holds_does_so_from_its_first_to_its_last_day(ends, years, days):
    row = Days(*ends)
    assert [year for year in range(2015, 2019) if row.holds_in(year)] == years
    asked = [date(2015, 12, 31), date(2016, 6, 30), date(2016, 7, 1), date(2018, 1, 1)]
    assert [str(day) for day in asked if row.holds_on(day)] == days
    assert [row.distance(day) == 0 for day in asked] == [row.holds_on(day) for day in asked]

"""Sums of hours: months, years to date and twelve months are different figures; a hole in a part is a hole in a sum."""

from datetime import date

import pytest

from lib.rules.absence.hours import Hole, Hours, Method, Need, counted_months, needed, over, shares, together

JAN, FEB = date(2016, 1, 31), date(2016, 2, 29)


def year(sick: float = 10, **holes) -> dict:
    ends = [date(2015 + (n // 12), n % 12 + 1, 28) for n in range(24)]
    months = {counted_months(day.replace(day=1), Method.MONTH)[0]: Hours(sick, 100, 12) for day in ends}
    return months | {date.fromisoformat(day.replace("_", "-").removeprefix("d")): hole for day, hole in holes.items()}


def test_a_sum_is_of_hours_and_never_a_mean_of_shares():
    assert together([Hours(10, 100, 5), Hours(0, 300, 7)]) == Hours(10, 400, 12)
    assert Hours(10, 400, 12).share == 2.5


def test_a_hole_in_a_part_is_a_hole_in_the_sum():
    assert together([Hours(10, 100), Hole.SMALL, Hole.LATE]) is Hole.SMALL


@pytest.mark.parametrize(
    ("method", "many", "first"),
    [
        (Method.MONTH, 1, date(2016, 2, 29)),
        (Method.YEAR_TO_DATE, 2, JAN),
        (Method.ROLLING, 12, date(2015, 3, 31)),
    ],
)
def test_the_months_that_are_counted(method, many, first):
    months = counted_months(FEB, method)
    assert (len(months), months[0], months[-1]) == (many, first, FEB)


def test_employees_are_those_of_the_last_month():
    months = year() | {FEB: Hours(20, 100, 30)}
    assert over(months, FEB, Method.ROLLING) == Hours(130, 1200, 30)


def test_a_hidden_month_hides_every_sum_it_is_in():
    months = year(d2015_05_31=Hole.PROTECTS)
    ends = [date(2016, 4, 30), date(2016, 5, 31)]
    assert [over(months, end, Method.ROLLING) for end in ends] == [Hole.PROTECTS, Hours(120, 1200, 12)]
    assert shares(months, ends, Method.YEAR_TO_DATE) == [10.0, 10.0]


def test_what_it_takes():
    need = needed(Hours(700, 10_000, 20), 5)
    assert need is not None
    assert (round(need.days_a_month, 2), need.days_each_a_year) == (2.08, 1.25)
    assert needed(Hours(500, 10_000, 20), 5) is None
    assert needed(Hours(980, 10_000, None), 5) == Need(5.0, None)


def test_the_employees_of_a_sum_are_known_where_those_of_all_parts_are():
    assert together([Hours(10, 100, 5), Hours(0, 300, None)]) == Hours(10, 400, None)
    assert together([Hours(10, 100, 5)]) == Hours(10, 100, 5)

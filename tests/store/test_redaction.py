"""Observations read: the reason that a figure is hidden, and that siblings and sums do not give it away."""

from datetime import date

import pytest

from lib.rules.periods import Period
from lib.store.batches import BatchInfo
from lib.store.store import create_store
from tests.helpers.frames import shown
from tests.helpers.rows import board, indicator, observation, tables, unit

SEED = BatchInfo("seed", "test")
UNITS = [unit(unit=code) for code in "abc"]


def read(figures: list[tuple], statistic: str = "count", units=UNITS) -> dict[tuple[str, str], str]:
    """The status of each unit's figure: (unit, value, what else the row says)."""
    store = create_store("sqlite://")
    rows = [observation(unit=code, value=value, **more) for code, value, more in figures]
    about = {"boards": [board()], "indicators": [indicator(statistic=statistic)], "units": units}
    store.sync(tables(**about, observations=rows), SEED)
    frame = shown(store, "b")
    store.close()
    blank = frame["status"].isin({"hidden", "single", "protects", "confidential"})
    assert frame.loc[blank, ["value", "lower", "upper", "count"]].isna().all(axis=None)
    assert frame.loc[~blank, "value"].notna().all()
    return dict(zip(zip(frame["unit"], frame["gender"], strict=True), frame["status"], strict=True))


SMALL = {"count": 4}
WHOLE = [("", 60.0, {}), ("a", 4.0, SMALL), ("b", 20.0, {}), ("c", 36.0, {})]


def test_beside_a_small_unit_the_smallest_is_hidden_that_protects_it():
    assert read(WHOLE) == {
        ("", "T"): "normal",
        ("a", "T"): "hidden",
        ("b", "T"): "protects",
        ("c", "T"): "normal",
    }


def test_so_it_is_beside_a_confidential_figure_that_is_not_stored_at_all():
    kept = ("a", None, {"status": "confidential"})
    assert read([WHOLE[0], kept, *WHOLE[2:]])["b", "T"] == "protects"


@pytest.mark.parametrize("statistic", ["share", "mean", "median", "index", "ratio"])
def test_figures_without_counts_need_no_more_hidden(statistic):
    assert list(read(WHOLE, statistic).values()) == ["normal", "hidden", "normal", "normal"]


def test_nor_do_those_without_a_sum():
    assert list(read(WHOLE[1:]).values()) == ["hidden", "normal", "normal"]


def test_nor_where_another_unit_is_not_told_of():
    assert list(read(WHOLE[:-1]).values()) == ["normal", "hidden", "normal"]


@pytest.mark.parametrize(("left", "status"), [(8, "protects"), (10, "protects"), (11, "normal"), (40, "normal")])
def test_the_one_unit_without_a_figure_is_the_rest_of_all(left, status):
    """Its people, and their mean, can be worked out of those of all and of the others."""
    others = [("a", 60.0, {"count": 30}), ("b", 50.0, {"count": 50})]
    shown = read([("", 55.0, {"count": 80 + left}), *others], "mean")
    assert status in shown.values()
    assert (set(shown.values()) == {"normal"}) == (status == "normal")


def test_nor_where_the_sum_is_of_something_else():
    assert list(read([("", 500.0, {}), *WHOLE[1:]]).values()) == ["normal", "hidden", "normal", "normal"]


def test_a_unit_to_compare_with_is_no_part():
    units = [*UNITS[:2], unit(unit="c", kind="comparison")]
    figures = [("", 24.0, {}), *WHOLE[1:]]
    assert list(read(figures, units=units).values()) == ["normal", "hidden", "protects", "normal"]


def test_women_and_men_of_other_units_protect_the_men_of_one():
    men = {"gender": "M"}
    figures = [
        *WHOLE[2:-1], ("c", 38.0, {}), ("", 58.0, {}), ("a", 0.0, {}),
        *((code, women, {"gender": "K"}) for code, women in (("", 38.0), ("a", 0.0), ("b", 12.0), ("c", 26.0))),
        ("", 20.0, men), ("a", 0.0, men), ("b", 8.0, men | {"count": 8}), ("c", 12.0, men),
    ]  # fmt: skip
    rows = read(figures)
    assert {key for key, status in rows.items() if status == "hidden"} == {("b", "M")}
    assert {key for key, status in rows.items() if status == "protects"} == {("b", "K"), ("c", "K"), ("c", "M")}


def test_an_older_view_hides_what_protects_now():
    store = create_store("sqlite://")
    about = {"boards": [board()], "indicators": [indicator(statistic="count")], "units": UNITS}
    for small in ({}, SMALL):
        figures = [observation(unit=code, value=value, **(small if code == "a" else {})) for code, value, _m in WHOLE]
        store.sync(tables(**about, observations=figures), SEED)
    assert list(shown(store, "b", 1)["status"]) == ["normal", "hidden", "protects", "normal"]
    store.close()


@pytest.mark.parametrize("share_first", [True, False])
def test_a_share_that_is_hidden_beside_takes_nothing_from_what_protects_a_count(share_first):
    store = create_store("sqlite://")
    share = [observation(indicator="andel", unit=code, count=4 if code == "a" else 40) for code in "abc"]
    figures = [observation(unit=code, value=value, **more) for code, value, more in WHOLE]
    about = {"boards": [board()], "units": UNITS}
    indicators = [indicator(indicator="andel"), indicator(statistic="count")]
    rows = share + figures if share_first else figures + share
    store.sync(tables(**about, indicators=indicators, observations=rows), SEED)
    statuses = shown(store, "b").groupby("indicator")["status"].agg(list).to_dict()
    store.close()
    assert statuses == {"andel": ["hidden", "normal", "normal"], "i": ["normal", "hidden", "protects", "normal"]}


def test_what_is_hidden_beside_its_own_small_group_protects_before_a_lighter_figure():
    """Men are hidden with the few women, whose deficit makes the figure of all the smallest."""
    figures = [(10.0, {"count": 44}), (-50.0, {"count": 4, "gender": "K"}), (60.0, {"count": 40, "gender": "M"})]
    expected = {("", "T"): "normal", ("", "K"): "hidden", ("", "M"): "protects"}
    assert read([("", value, more) for value, more in figures], "sum") == expected


@pytest.mark.parametrize(
    ("whole", "rest", "protects"),
    [(60.0, 57.0, True), (60.0, 57.7, False), (5000.0, 5076.0, True), (5000.0, 5117.0, False)],
)
def test_a_sum_may_miss_by_its_rounding(whole, rest, protects):
    """Parts of 4 beside a rest that come to 61 or 61.7, and to 5080 or 5121: within one, or two per cent."""
    figures = [("", whole, {}), ("a", 4.0, SMALL), ("b", rest / 3, {}), ("c", 2 * rest / 3, {})]
    assert ("protects" in read(figures, "sum").values()) is protects


def test_a_number_of_people_is_its_own_count_and_nobody_is_nobody():
    figures = [("a", 3.0, {}), ("b", 20.0, {}), ("c", 0.0, {})]
    assert list(read(figures).values()) == ["hidden", "normal", "normal"]


@pytest.mark.parametrize(
    ("value", "status"), [(6.7, "single"), (93.3, "single"), (13.3, "normal"), (0.0, "normal"), (100.0, "normal")]
)
def test_a_share_that_one_person_makes_up_is_hidden(value, status):
    assert read([("a", value, {"count": 15})], "share") == {("a", "T"): status}


def test_a_share_of_hours_is_no_number_of_people():
    figures = [("a", 6.7, {"count": 15}), ("b", 5.1, {"count": 15})]
    assert set(read(figures, "share").values()) == {"normal"}


@pytest.mark.parametrize("statistic", ["share", "mean", "index", "ratio"])
def test_a_mean_cannot_be_worked_out_of_that_of_all_and_the_counts(statistic):
    counted = [("a", 6), ("b", 30), ("c", 40)]
    amounts = {"a": 50.0, "b": 60.0, "c": 70.0}
    whole = sum(amounts[code] * count for code, count in counted) / 76
    figures = [("", whole, {"count": 76}), *((code, amounts[code], {"count": n}) for code, n in counted)]
    assert list(read(figures, statistic).values()) == ["normal", "hidden", "protects", "normal"]


def periods(figures: list[tuple]) -> list[str]:
    """The status of counts of the whole board: first and last month, value."""
    store = create_store("sqlite://")
    spans = [Period(date(2025, first, 1), Period.of_month(2025, last).end) for first, last, _value in figures]
    rows = [
        observation(period_start=span.start, period_end=span.end, value=value)
        for span, (_first, _last, value) in zip(spans, figures, strict=True)
    ]
    store.sync(tables(boards=[board()], indicators=[indicator(statistic="count")], observations=rows), SEED)
    statuses = list(shown(store, "b")["status"])
    store.close()
    return statuses


def test_a_month_cannot_be_worked_out_of_the_year_and_the_others():
    months = [(month, month, 4.0 if month == 5 else 20.0 + month) for month in range(1, 13)]
    statuses = periods([(1, 12, sum(value for *_span, value in months)), *months])
    assert statuses[5] == "hidden"
    assert statuses.count("protects") == 1


def test_nor_out_of_two_periods_of_the_same_year():
    assert sorted(periods([(1, 8, 25.0), (1, 9, 27.0)])) == ["normal", "protects"]
    assert periods([(1, 8, 25.0), (1, 9, 45.0)]) == ["normal", "normal"]
    assert periods([(1, 8, 25.0), (1, 9, 25.0)]) == ["normal", "normal"]


def test_units_below_a_department_without_figures_are_parts_of_the_board():
    units = [unit(unit="d"), *(unit(unit=code, parent="d") for code in "abc")]
    assert read(WHOLE, units=units)["b", "T"] == "protects"

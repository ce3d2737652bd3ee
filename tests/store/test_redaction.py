"""What the store tells of observations: why a figure is hidden, and that siblings and sums do not give it away."""

import pytest

from lib.store.batches import BatchInfo
from lib.store.store import create_store
from tests.helpers.rows import board, indicator, observation, tables, unit

SEED = BatchInfo("seed", "test")
UNITS = [unit(unit=code) for code in "abc"]


def read(figures: list[tuple], statistic: str = "count", units=UNITS) -> dict[tuple[str, str], str]:
    """The status of each unit's figure: (unit, value, what else the row says)."""
    store = create_store("sqlite://")
    rows = [observation(unit=code, value=value, **more) for code, value, more in figures]
    about = {"boards": [board()], "indicators": [indicator(statistic=statistic)], "units": units}
    store.sync(tables(**about, observations=rows), SEED)
    frame = store.observations("b")
    store.close()
    blank = frame["status"].isin({"hidden", "protects", "confidential"})
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
def test_figures_that_do_not_add_up_need_no_more_hidden(statistic):
    assert list(read(WHOLE, statistic).values()) == ["normal", "hidden", "normal", "normal"]


def test_nor_do_those_without_a_sum():
    assert list(read(WHOLE[1:]).values()) == ["hidden", "normal", "normal"]


def test_nor_where_another_unit_is_not_told_of():
    assert list(read(WHOLE[:-1]).values()) == ["normal", "hidden", "normal"]


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
    found = read(figures)
    assert {key for key, status in found.items() if status == "hidden"} == {("b", "M")}
    assert {key for key, status in found.items() if status == "protects"} == {("b", "K"), ("c", "K"), ("c", "M")}


def test_an_older_view_hides_what_protects_now():
    store = create_store("sqlite://")
    about = {"boards": [board()], "indicators": [indicator(statistic="count")], "units": UNITS}
    for small in ({}, SMALL):
        figures = [observation(unit=code, value=value, **(small if code == "a" else {})) for code, value, _m in WHOLE]
        store.sync(tables(**about, observations=figures), SEED)
    assert list(store.observations("b", 1)["status"]) == ["normal", "hidden", "protects", "normal"]
    store.close()

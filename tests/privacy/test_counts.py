"""The small-groups rule: what is hidden, what must not be, and that nothing hidden can be computed."""

from collections import defaultdict
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.privacy.counts import SMALLEST_GROUP, CountedFigure, Gender, hidden

QUICK = settings(deadline=None, max_examples=100)


def hidden_genders(counts: dict[str, int | None], minimum: int = 11) -> str:
    """The genders hidden among the cells of one key, in the order of `counts`."""
    cells = [CountedFigure("sick leave", Gender(gender), count, minimum) for gender, count in counts.items()]
    positions = hidden(cells)
    return "".join(gender for position, gender in enumerate(counts) if position in positions)


ONE_KEY = {
    "far above": ({"T": 40, "K": 20, "M": 20}, ""),
    "exactly at the minimum": ({"T": 22, "K": 11, "M": 11}, ""),
    "men one below": ({"T": 21, "K": 11, "M": 10}, "KM"),
    "women one below": ({"T": 21, "K": 10, "M": 11}, "KM"),
    "both below, the total above": ({"T": 20, "K": 10, "M": 10}, "KM"),
    "no men": ({"T": 20, "K": 20, "M": 0}, "KM"),
    "total one below": ({"T": 10, "K": 5, "M": 5}, "TKM"),
    "total at the minimum": ({"T": 11, "K": 6, "M": 5}, "KM"),
    "nobody": ({"T": 0, "K": 0, "M": 0}, "TKM"),
    "total alone, at the minimum": ({"T": 11}, ""),
    "total alone, one below": ({"T": 10}, "T"),
    "no counts": ({"T": None, "K": None, "M": None}, ""),
    "total alone without count": ({"T": None}, ""),
    "only the total is counted": ({"T": 22, "K": None, "M": None}, ""),
    "only the total is counted, too few for two groups": ({"T": 21, "K": None, "M": None}, "KM"),
    "only the total is counted, too few for two groups, one there": ({"T": 21, "K": None}, ""),
    "total too small, parts uncounted": ({"T": 8, "K": None, "M": None}, "TKM"),
    "men too few, the rest uncounted": ({"T": None, "K": None, "M": 3}, "KM"),
    "women enough, the rest uncounted": ({"T": None, "K": 11, "M": None}, ""),
    "women and total, too few women": ({"T": 30, "K": 5}, "K"),
    "men and total, too few men": ({"T": 30, "M": 5}, "M"),
    "women and total, total too small": ({"T": 10, "K": None}, "TK"),
    "men and total, the women left out are too few": ({"T": 20, "M": 10}, "M"),
    "women and total, the men left out are too few": ({"T": 30, "K": 20}, "K"),
    "women and total, the men left out are enough": ({"T": 31, "K": 20}, ""),
    "women and total, one man left out": ({"T": 21, "K": 20}, "K"),
    "women and total, nobody left out": ({"T": 20, "K": 20}, ""),
    "women and total that do not add up": ({"T": 20, "K": 21}, ""),
    "women and men, too few men, no total": ({"K": 30, "M": 5}, "M"),
    "women and men, too few women, no total": ({"K": 5, "M": 30}, "K"),
    "women and men, enough of both": ({"K": 11, "M": 11}, ""),
    "women alone, enough": ({"K": 11}, ""),
    "men alone, too few": ({"M": 10}, "M"),
    "men's count follows from the others, too few": ({"T": 30, "K": 20, "M": None}, "KM"),
    "men's count follows from the others, enough": ({"T": 31, "K": 20, "M": None}, ""),
    "men's count follows from the others, none": ({"T": 20, "K": 20, "M": None}, "KM"),
    "men's count cannot be below zero": ({"T": 20, "K": 21, "M": None}, ""),
    "women's count follows from the others, too few": ({"T": 30, "K": None, "M": 20}, "KM"),
    "total follows from the parts, too small": ({"T": None, "K": 5, "M": 5}, "TKM"),
    "total follows from the parts, enough": ({"T": None, "K": 5, "M": 6}, "KM"),
    "others than women and men in the total": ({"T": 30, "K": 12, "M": 12}, ""),
}


@pytest.mark.parametrize(("counts", "expected"), ONE_KEY.values(), ids=ONE_KEY)
def test_one_key_whatever_the_order_of_its_cells(counts, expected):
    found = [hidden_genders({gender: counts[gender] for gender in order}) for order in permutations(counts)]
    assert [set(genders) for genders in found] == [set(expected)] * len(found)


@pytest.mark.parametrize(
    ("count", "minimum", "expected"),
    [(4, 5, "T"), (5, 5, ""), (29, 30, "T"), (30, 30, ""), (1, 1, ""), (0, 1, "T"), (0, 0, "")],
)
def test_each_indicator_has_its_own_minimum(count, minimum, expected):
    assert hidden_genders({"T": count}, minimum) == expected


def test_at_most_ten_people_is_the_floor_unless_told_otherwise():
    assert SMALLEST_GROUP == 11
    assert hidden([CountedFigure("a", Gender.TOTAL, 10), CountedFigure("b", Gender.TOTAL, 11)]) == {0}


def test_each_cell_keeps_its_own_minimum_within_a_key():
    cells = [CountedFigure("a", Gender.TOTAL, 7, 5), CountedFigure("a", Gender.WOMEN, 7, 11)]
    assert hidden(cells) == {1}


def test_keys_do_not_touch_each_other():
    cells = [
        CountedFigure(("sick leave", 2016), Gender.TOTAL, 30),
        CountedFigure(("sick leave", 2016), Gender.WOMEN, 25),
        CountedFigure(("sick leave", 2015), Gender.MEN, 30),
        CountedFigure(("sick leave", 2016), Gender.MEN, 5),
        CountedFigure(("sick leave", 2015), Gender.TOTAL, 60),
        CountedFigure(("turnover", 2016), Gender.WOMEN, 25),
        CountedFigure(("sick leave", 2015), Gender.WOMEN, 30),
    ]
    assert hidden(cells) == {1, 3}


def test_cells_that_stand_twice_are_hidden_together():
    cells = [
        CountedFigure("a", Gender.WOMEN, 30),
        CountedFigure("a", Gender.WOMEN, 5),
        CountedFigure("a", Gender.WOMEN, None),
    ]
    assert hidden(cells) == {0, 1, 2}
    assert hidden(cells[::-1]) == {0, 1, 2}


def test_the_strictest_minimum_of_cells_that_stand_twice_holds():
    cells = [CountedFigure("a", Gender.MEN, 7, 11), CountedFigure("a", Gender.MEN, 7, 5)]
    assert hidden(cells) == {0, 1}


def test_genders_may_come_as_stored_text():
    assert hidden([CountedFigure("a", "T", 30), CountedFigure("a", "K", 25), CountedFigure("a", "M", 5)]) == {1, 2}


def test_no_cells():
    assert hidden([]) == set()


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match=r"^A group cannot be of -1 people\.$"):
        CountedFigure("a", Gender.TOTAL, -1)


COUNTS = st.none() | st.integers(0, 25)
CELLS = st.lists(
    st.builds(CountedFigure, st.sampled_from(["a", "b"]), st.sampled_from(Gender), COUNTS, st.just(11)),
    unique_by=lambda cell: (cell.key, cell.gender),
)


@QUICK
@given(st.lists(st.builds(CountedFigure, st.sampled_from("ab"), st.sampled_from(Gender), COUNTS, st.integers(0, 20))))
def test_no_cell_under_its_minimum_is_ever_shown(cells):
    positions = hidden(cells)
    shown = [cell for position, cell in enumerate(cells) if position not in positions]
    assert [cell for cell in shown if cell.count is not None and cell.count < cell.minimum] == []


@QUICK
@given(CELLS)
def test_no_hidden_cell_can_be_computed_from_two_shown(cells):
    positions = hidden(cells)
    by_key = defaultdict(dict)
    for position, cell in enumerate(cells):
        by_key[cell.key][cell.gender] = position in positions
    for genders in by_key.values():
        assert list(genders.values()).count(True) != 1 or list(genders.values()).count(False) < 2
        if genders.get(Gender.TOTAL):
            assert all(genders.values())


@QUICK
@given(CELLS)
def test_no_two_shown_counts_give_a_group_that_is_too_small(cells):
    positions = hidden(cells)
    shown = {(cell.key, cell.gender): cell.count for n, cell in enumerate(cells) if n not in positions}
    for (key, gender), part in shown.items():
        total = shown.get((key, Gender.TOTAL))
        other = Gender.MEN if gender is Gender.WOMEN else Gender.WOMEN
        is_known = (key, other) in shown and shown[key, other] is not None
        if gender is not Gender.TOTAL and part is not None and total is not None and not is_known:
            assert not 0 < total - part < 11


@QUICK
@given(CELLS)
def test_nothing_is_hidden_without_a_group_that_is_too_small(cells):
    positions = hidden(cells)
    for key in {cells[position].key for position in positions}:
        counts = {cell.gender: cell.count for cell in cells if cell.key == key and cell.count is not None}
        total, women, men = (counts.get(gender) for gender in Gender)
        known = [total, women, men]
        if total is not None and (women is None) != (men is None):
            known.append(total - (women if men is None else men))
        if total is not None and women is men is None:
            known.append(total // 2)  # the fewer of the two
        assert any(count is not None and count < 11 for count in known)


@QUICK
@given(CELLS, CELLS)
def test_cells_of_other_keys_change_nothing(cells, others):
    strangers = [CountedFigure(("other", cell.key), cell.gender, cell.count, cell.minimum) for cell in others]
    assert {position for position in hidden([*cells, *strangers]) if position < len(cells)} == hidden(cells)

"""A seed that is written again leaves alone what users have corrected, withdrawn or taken back."""

from lib.store.plans import Written
from lib.store.store import Store
from tests.helpers.rows import observation, tables, year
from tests.store.batches.writing import BASE, EDIT, SEED, figures, undo, written

# Seeds after users


def seeded_again(store: Store, *rows: dict) -> list[tuple]:
    store.sync(tables(**BASE, observations=list(rows)), SEED)
    return figures(store)


def test_what_a_user_withdrew_does_not_come_back_with_the_seed(store):
    written(store, EDIT, tables(observations=[observation()]))
    assert seeded_again(store, observation(value=9.0), observation(gender="K")) == [("K", 2016, 5.5)]


def test_what_a_user_corrected_is_left_alone_where_only_the_difference_is_looked_at_too(store):
    before = tables(**BASE, observations=[observation(), observation(gender="K")])
    written(store, EDIT, observations=[observation(value=7.0)])
    after = tables(**BASE, observations=[observation(value=9.0), observation(gender="M")])
    assert store.sync(after, SEED, since=before) == Written(new=1, withdrawn=1, unchanged=5, batch=3)
    assert figures(store) == [("T", 2016, 7.0), ("M", 2016, 5.5)]


def test_what_a_user_took_back_from_a_seed_does_not_come_back(store):
    changed = observation(value=6.0), observation(gender="K"), observation(gender="M")
    seeded_again(store, *changed)
    undo(store, 2)
    assert seeded_again(store, *changed, observation(**year(2017))) == [
        ("T", 2016, 5.5),
        ("K", 2016, 5.5),
        ("T", 2017, 5.5),
    ]


def test_after_an_import_is_taken_back_the_seed_rules_its_rows_again(store):
    written(store, observations=[observation(value=6.0), observation(gender="M", value=6.0)])
    undo(store, 2)
    rows = observation(value=9.0), observation(gender="K"), observation(gender="M", value=9.0)
    assert seeded_again(store, *rows) == [("T", 2016, 9.0), ("K", 2016, 5.5), ("M", 2016, 9.0)]


def test_a_redone_import_is_kept_from_the_seed(store):
    written(store, observations=[observation(value=6.0)])
    undo(store, 2)
    undo(store, 3)
    assert seeded_again(store, observation(value=9.0), observation(gender="K")) == [("T", 2016, 6.0), ("K", 2016, 5.5)]


def test_an_undone_withdrawal_of_the_seeds_row_lets_the_seed_rule_it(store):
    written(store, EDIT, tables(observations=[observation()]))
    undo(store, 2)
    assert seeded_again(store, observation(value=9.0), observation(gender="K")) == [("T", 2016, 9.0), ("K", 2016, 5.5)]
    assert seeded_again(store, observation(gender="K")) == [("K", 2016, 5.5)]

"""Search: what comes first, what spelling is forgiven, and what is not found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.views.search import (
    BEGINNING,
    DETAIL,
    SPELLING,
    WHOLE,
    WORD_PART,
    WORD_START,
    Hit,
    Index,
    findable,
    fold,
    joined,
    search,
)
from lib.views.search import index as made
from tests.helpers.rows import assessment, goal, goal_indicator, indicator, observation, source, unit
from tests.helpers.seeded import store_of


def index_of(**rows) -> Index:
    """The index over a board of these rows."""
    return made(findable(store_of(**rows), "b"))


@pytest.fixture(scope="module")
def index(seeded) -> Index:
    boards = ("blekinge-2012", "ekero", "helsingborg", "karlskrona", "linkoping")
    return joined(made(findable(seeded, code)) for code in boards)


def small(*titles: str, **rows) -> Index:
    return index_of(goals=[goal(goal=f"g{n}", title=title) for n, title in enumerate(titles)], **rows)


def found(index: Index, text: str, **more) -> list[str]:
    return [hit.title for hit in search(index, text, **more)]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Försörjningsstöd", "forsorjningsstod"),
        ("ÅÄÖ åäö É", "aao aao e"),
        ("  HVB-vård,  5 % ", "hvb vard 5"),
        ("Straße", "strasse"),
        ("…!?", ""),
    ],
)
def test_text_as_it_is_compared(text, folded):
    assert fold(text) == folded


def test_what_begins_so_goes_before_a_words_start_before_a_part_before_a_misspelling():
    index = small("Lång sjukskrivning", "Kort sjukskrivning", "Sjukskriv", "Ejsjukskriven", "Sjykskriv", "Annat")
    hits = search(index, "sjukskriv")
    assert [(hit.title, hit.score) for hit in hits] == [
        ("Sjukskriv", WHOLE),
        ("Lång sjukskrivning", WORD_START),
        ("Kort sjukskrivning", WORD_START),
        ("Ejsjukskriven", WORD_PART),
        ("Sjykskriv", SPELLING - 1),
    ]


def test_the_beginning_of_a_title_and_the_words_of_its_detail():
    index = index_of(goals=[goal(title="Trygghet hemma"), goal(goal="h", title="Annat", description="trygga")])
    assert [(hit.title, hit.score) for hit in search(index, "trygg")] == [
        ("Trygghet hemma", BEGINNING),
        ("Annat", DETAIL),
    ]


@pytest.mark.parametrize("text", ["", "   ", "-", "%&/", "\u00a0"])
def test_nothing_is_found_for_nothing(index, text):
    assert search(index, text) == []


@pytest.mark.parametrize("text", ["xyzzy", "qwertyuiop", "kvantmekanik fågelholk", "zzzzzz", "<script>", "7319"])
def test_nonsense_is_not_found(index, text):
    assert search(index, text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("sjukfranvaro", "Sjukfrånvaro"),
        ("SJUKFRÅNVARO", "Sjukfrånvaro"),
        ("sjukfrnavaro", "Sjukfrånvaro"),
        ("sjukfrånvro", "Sjukfrånvaro"),
        ("frånvaro", "Sjukfrånvaro"),
        ("franvoro", "Sjukfrånvaro"),
        ("sjuk frånvaro", "Sjukfrånvaro"),
    ],
)
def test_spelling_is_forgiven(text, title):
    assert found(small("Sjukfrånvaro", "Personalomsättning"), text) == [title]


def test_a_misspelling_in_the_seed(index):
    right, wrong = found(index, "försörjningsstöd"), found(index, "försörningsstöd")
    assert right
    assert set(right) & set(wrong)


def test_every_word_must_be_found():
    index = small("Barn och unga", "Unga vuxna", "Barn")
    assert found(index, "unga barn") == ["Barn och unga"]


def test_letters_in_the_middle_need_be_three():
    assert found(small("Barn och unga"), "ch") == []


def test_own_hits_go_first_but_not_before_what_is_spelled_so_elsewhere():
    own = index_of(goals=[goal(title="Målet om sjukfrånvaro"), goal(goal="h", title="Sjukfrånvard")])
    both = joined([made([Hit("goal", "c", "x", "Sjukfrånvaro", "")]), own])
    assert both.title_words == {"sjukfranvaro": (0, 1), "malet": (1,), "om": (1,), "sjukfranvard": (2,)}
    assert found(both, "sjukfrånvaro", own="b") == ["Målet om sjukfrånvaro", "Sjukfrånvaro", "Sjukfrånvard"]
    assert found(both, "sjukfrånvaro") == ["Sjukfrånvaro", "Målet om sjukfrånvaro", "Sjukfrånvard"]


def test_no_more_than_asked_for(index):
    assert len(search(index, "a", limit=7)) == 7
    assert len(search(index, "a")) == 20


def test_what_leads_to_each_kind():
    index = index_of(
        sources=[source()],
        units=[unit(name="Enhet Norr"), unit(unit="v", name="Enhet Syd", parent="u"), unit(unit="w", name="Enhet Öst")],
        goals=[goal(title="Mål")],
        indicators=[indicator(name="Med siffra"), indicator(indicator="j", name="Utan siffra")],
        goal_indicators=[goal_indicator(), goal_indicator(indicator="j")],
        observations=[observation(unit="u")],
        assessments=[assessment(unit="v")],
    )
    leads = {hit.title: (hit.kind, hit.goal, hit.indicator, hit.detail) for hit in index.hits}
    assert leads == {
        "Mål": ("goal", "g", "", ""),
        "Med siffra": ("indicator", "", "i", ""),
        "Utan siffra": ("indicator", "g", "", ""),
        "Enhet Norr": ("unit", "", "i", ""),
        "Enhet Syd": ("unit", "g", "", "Enhet Norr"),
        "Enhet Öst": ("unit", "", "", ""),
        "Bokslut": ("source", "", "", ""),
    }


def test_every_goals_own_title_finds_it_first_or_among_equals(index):
    for hit in index.hits:
        if hit.kind == "goal":
            hits = search(index, hit.title, limit=100, own=hit.board)
            best = [(one.board, one.code) for one in hits if one.score == hits[0].score]
            assert (hit.board, hit.code) in best, hit.title


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_folded_and_unfolded_give_the_same_hits(index, data):
    title = data.draw(st.sampled_from(index.hits)).title
    start = data.draw(st.integers(0, len(title) - 1))
    text = title[start : start + data.draw(st.integers(1, 20))]
    assert search(index, text) == search(index, fold(text)) == search(index, text.upper())


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_letter_deleted_or_changed_still_finds_it(index, data):
    hit = data.draw(st.sampled_from([one for one in index.hits if any(len(w) >= 6 for w in fold(one.title).split())]))
    word = data.draw(st.sampled_from([word for word in fold(hit.title).split() if len(word) >= 6]))
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(["", *"abcdefghijklmnopqrstuvwxyzåäö"]))
    hits = search(index, word[:place] + letter + word[place + 1 :], limit=10_000)
    assert (hit.kind, hit.board, hit.code) in {(one.kind, one.board, one.code) for one in hits}


@given(st.text(max_size=100))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_searched_for(index, text):
    assert len(search(index, text)) <= 20

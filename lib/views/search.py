"""Search over the goals, indicators, units and sources of every board, forgiving of spelling.

Case, accents and the dots and rings of å, ä and ö do not count. A hit is, in falling order: the whole title, the
title's beginning, beginnings of its words, parts of its words (Swedish joins words), words of the detail, and last
what is nearly so spelled.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from lib.tables.base import Row
from lib.tables.model import Assessment, Goal, GoalIndicator, Indicator, Source, Unit
from lib.words.folding import fold

KINDS = ("goal", "indicator", "unit", "source")

WHOLE, BEGINNING, WORD_START, WORD_PART, DETAIL, SPELLING = 100.0, 90.0, 80.0, 70.0, 60.0, 50.0

# Shorter than this, a word with one letter wrong could be nearly anything.
_SHORTEST_MISSPELT = 5
_TWO_WRONG, _INSIDE, _INSIDE_LIKENESS = 9, 7, 85.0
_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `goal` and `indicator` are the codes that its page is opened with ('' = neither)."""

    kind: str
    board: str
    code: str
    title: str
    detail: str
    score: float = 0.0
    goal: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """What can be found of a board, or of several, as it is compared: folded titles, and the places of every word."""

    hits: tuple[Hit, ...]
    titles: tuple[str, ...]
    title_words: dict[str, tuple[int, ...]]
    detail_words: dict[str, tuple[int, ...]]


def index(findable: Iterable[Hit]) -> Index:
    """An index over what can be found, in its order."""
    hits = tuple(findable)
    titles = tuple(fold(hit.title) for hit in hits)
    return Index(hits, titles, _places(titles), _places(fold(hit.detail) for hit in hits))


def joined(indexes: Iterable[Index]) -> Index:
    """One index over several, in their order: nothing is folded again."""
    hits, titles = list[Hit](), list[str]()
    title_words: dict[str, list[int]] = defaultdict(list)
    detail_words: dict[str, list[int]] = defaultdict(list)
    for one in indexes:
        first = len(hits)
        for words, theirs in ((title_words, one.title_words), (detail_words, one.detail_words)):
            for word, places in theirs.items():
                words[word] += [first + place for place in places]
        hits += one.hits
        titles += one.titles
    frozen = ({word: tuple(places) for word, places in words.items()} for words in (title_words, detail_words))
    return Index(tuple(hits), tuple(titles), *frozen)


def _places(texts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    places_of: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for word in dict.fromkeys(text.split()):
            places_of.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in places_of.items()}


class Named(Protocol):
    """A source of a board's names: the store."""

    def values(self, table: type[Row], names: Sequence[str], board: str, asof: int | None = None) -> list[Any]:
        """These columns of a board's rows, in their place."""

    def measured(self, board: str, asof: int | None = None) -> set[tuple[str, str]]:
        """Every indicator and unit ('' = the whole board) that a board has figures of."""


def findable(store: Named, board: str, asof: int | None = None) -> Iterator[Hit]:
    """Everything of a board that can be found. Its names are read, and not its figures."""
    goals = store.values(Goal, ("goal", "title", "description", "unit"), board, asof)
    indicators = store.values(Indicator, ("indicator", "name", "definition"), board, asof)
    units = store.values(Unit, ("unit", "name", "parent"), board, asof)
    measured = store.measured(board, asof)
    with_figures = {indicator for indicator, _unit in measured}
    goal_of: dict[str, str] = {}
    for goal, indicator in store.values(GoalIndicator, ("goal", "indicator"), board, asof):
        goal_of.setdefault(indicator, goal)
    for code, title, description, _own in goals:
        yield Hit("goal", board, code, title, description, goal=code)
    for code, name, definition in indicators:
        is_shown = code in with_figures
        goal = "" if is_shown else goal_of.get(code, "")
        yield Hit("indicator", board, code, name, definition, goal=goal, indicator=code if is_shown else "")
    name_of = {code: name for code, name, _parent in units}
    own = {unit: goal for goal, _title, _description, unit in reversed(goals)}
    judged = {unit: goal for goal, unit in reversed(store.values(Assessment, ("goal", "unit"), board, asof))}
    of_unit: dict[str, set[str]] = defaultdict(set)
    for indicator, unit in measured:
        of_unit[unit].add(indicator)
    place_of = {code: place for place, (code, _name, _definition) in enumerate(indicators)}
    for code, name, parent in units:
        shows = min(of_unit[code] & place_of.keys(), key=place_of.__getitem__, default="")
        above = name_of.get(parent, parent)
        yield Hit("unit", board, code, name, above, goal=own.get(code) or judged.get(code, ""), indicator=shows)
    for code, title, reference in store.values(Source, ("source", "title", "reference"), board, asof):
        yield Hit("source", board, code, title, reference)


def search(index: Index, text: str, limit: int = 20, *, own: str = "") -> list[Hit]:
    """The hits for a text, best first; `own` is the board whose hits go before those of the others.

    Every word of the text must be found. What is only nearly so spelled comes after all else, whosever it is.
    """
    folded = fold(text)
    words = list(dict.fromkeys(folded.split()))
    if not words:
        return []
    scores = _scores(index, words[0])
    for word in words[1:]:
        more = _scores(index, word)
        scores = {place: min(score, more[place]) for place, score in scores.items() if place in more}
    for place in scores:
        scores[place] = max(scores[place], _of_title(index.titles[place], folded))

    def rank(place: int) -> tuple[bool, bool, float, int]:
        return scores[place] <= SPELLING, index.hits[place].board != own, -scores[place], place

    return [replace(index.hits[place], score=scores[place]) for place in sorted(scores, key=rank)[:limit]]


def _of_title(title: str, text: str) -> float:
    if title == text:
        return WHOLE
    return BEGINNING if title.startswith(text) else 0.0


def _scores(index: Index, text: str) -> dict[int, float]:
    """The best score of every place where a word is found."""
    best: dict[int, float] = {}
    titled = {word: _of_word(word, text) for word in index.title_words if text in word}
    detailed = {word: DETAIL for word in index.detail_words if word.startswith(text)}
    for words, places in (
        (_nearly(index, text), index.title_words),
        (detailed, index.detail_words),
        (titled, index.title_words),
    ):
        for word, score in words.items():
            for place in places[word]:
                best[place] = max(best.get(place, 0.0), score)
    return {place: score for place, score in best.items() if score}


def _of_word(word: str, text: str) -> float:
    if word.startswith(text):
        return WORD_START
    return WORD_PART if len(text) >= _SHORTEST_PART else 0.0


def _nearly(index: Index, text: str) -> dict[str, float]:
    """Words of titles with a letter or two wrong, or that hold something much like the word asked for."""
    if len(text) < _SHORTEST_MISSPELT:
        return {}
    words = list(index.title_words)
    wrong = 2 if len(text) >= _TWO_WRONG else 1
    near = process.extract(text, words, scorer=OSA.distance, score_cutoff=wrong, limit=None)
    likeness_of = {word: SPELLING - distance for word, distance, _place in near}
    if len(text) >= _INSIDE:
        longer = [word for word in words if len(word) >= len(text)]
        inside = process.extract(text, longer, scorer=fuzz.partial_ratio, score_cutoff=_INSIDE_LIKENESS, limit=None)
        for word, likeness, _place in inside:
            likeness_of.setdefault(word, SPELLING * likeness / 110)
    return likeness_of

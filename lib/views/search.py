"""Search over the goals, indicators, units and sources of every board, forgiving of spelling.

Case, accents and the dots and rings of å, ä and ö do not count. A hit is, in falling order: the whole title, the
title's beginning, beginnings of its words, parts of its words (Swedish joins words), words of the detail, and last
what is nearly so spelled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from lib.views.board import BoardData
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
    """Everything that can be found, as it is compared: folded titles, and the places of every word."""

    hits: tuple[Hit, ...]
    titles: tuple[str, ...]
    title_words: dict[str, tuple[int, ...]]
    detail_words: dict[str, tuple[int, ...]]


def index(findable: Iterable[Hit]) -> Index:
    """An index over what can be found, in its order."""
    hits = tuple(findable)
    titles = tuple(fold(hit.title) for hit in hits)
    return Index(hits, titles, _places(titles), _places(fold(hit.detail) for hit in hits))


def _places(texts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    places_of: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for word in dict.fromkeys(text.split()):
            places_of.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in places_of.items()}


def findable(data: BoardData) -> Iterator[Hit]:
    """Everything of a board that can be found."""
    board = data.code
    with_figures = {series.about.code for series in data.series.values() if series.points}
    for code, goal in data.goals.items():
        yield Hit("goal", board, code, goal.title, goal.description, goal=code)
    for code, about in data.indicators.items():
        goals = data.goals_of(code)
        goal_code = goals[0].goal if goals and code not in with_figures else ""
        indicator = code if code in with_figures else ""
        yield Hit("indicator", board, code, about.name, about.definition, goal=goal_code, indicator=indicator)
    for code, unit in data.units.items():
        parent = data.unit_name(unit.parent) if unit.parent else ""
        yield Hit("unit", board, code, unit.name, parent, goal=_goal_of(data, code), indicator=_shows(data, code))
    for code, source in data.sources.items():
        yield Hit("source", board, code, source.title, source.reference)


def _shows(data: BoardData, unit: str) -> str:
    """The first indicator that has figures for a unit ('' = none has)."""
    return next((series.about.code for series in data.series.values() if series.unit == unit and series.points), "")


def _goal_of(data: BoardData, unit: str) -> str:
    """The first goal that is a unit's own, or that it judged ('' = none)."""
    own = (code for code, goal in data.goals.items() if goal.unit == unit)
    judged = (goal for goal, rows in data.assessments.items() if any(row.unit == unit for row in rows))
    return next(own, "") or next(judged, "")


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

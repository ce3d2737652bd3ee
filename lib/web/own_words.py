"""The board's own words in a page of another language, marked with theirs, so that they are read out as what they are.

A name may stand anywhere in a sentence, so that the words are looked for in the HTML that is finished (WCAG 3.1.2).
"""

import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from html import escape

from markupsafe import escape as escape_in_template

from lib.words.language import DEFAULT_LANGUAGE, language

Words = Mapping[str, tuple[str, ...]]
"""Texts by their first word, the longest first."""

_TAG = re.compile(r"(<[^>]*>)")
_WORD = re.compile(r"\w+")
# Elements that hold text alone are marked themselves, also where only a part of it is the board's.
_TEXT_ALONE = re.compile(r"<(option|text|tspan)\b")
# What holds no text to mark: a drawing's description is a sentence that cannot be taken apart.
_UNMARKED = re.compile(r"<(desc|title|script|style)\b")

_spoken: ContextVar[Words | None] = ContextVar("own words", default=None)


def by_first_word(texts: Iterable[str]) -> Words:
    """The texts as they stand in HTML."""
    found: dict[str, list[str]] = {}
    for text in sorted({way(text) for text in texts for way in (escape, _escaped)}, key=len, reverse=True):
        if first := _WORD.match(text):
            found.setdefault(first[0], []).append(text)
    return {first: tuple(texts) for first, texts in found.items()}


def _escaped(text: str) -> str:
    return str(escape_in_template(text))


def use_words(words: Words | None) -> None:
    """Mark these words (None = none) in everything that is drawn from here on in this context."""
    _spoken.set(words)


def marked(html: str) -> str:
    """HTML with the board's own words marked, where the language in use is another than theirs."""
    words = _spoken.get()
    if not words or language() == DEFAULT_LANGUAGE:
        return html
    parts = _TAG.split(html)
    for place in range(2, len(parts), 2):
        tag, text = parts[place - 1], parts[place]
        if not text.strip() or " lang=" in tag or _UNMARKED.match(tag):
            continue
        if not _TEXT_ALONE.match(tag):
            parts[place] = _in_text(text, words)
        elif _in_text(text, words) != text:
            parts[place - 1] = f'{tag[:-1]} lang="{DEFAULT_LANGUAGE}">'
    return "".join(parts)


def _in_text(text: str, words: Words) -> str:
    """The text with each of the words, whole and the longest first, in an element of their language."""
    done, at = [], 0
    while word := _WORD.search(text, at):
        start = word.start()
        found = next((each for each in words.get(word[0], ()) if _stands(each, text, start)), "")
        done += [text[at:start], _element(found) if found else word[0]]
        at = start + len(found or word[0])
    return "".join(done) + text[at:]


def _stands(each: str, text: str, start: int) -> bool:
    """Whether a text stands here whole: not as the beginning of a longer word."""
    end = start + len(each)
    return text.startswith(each, start) and not (each[-1].isalnum() and text[end : end + 1].isalnum())


def _element(text: str) -> str:
    return f'<span lang="{DEFAULT_LANGUAGE}">{text}</span>'

"""The questions, faults, cautions and remarks of a file as a short list: some twenty lines, grouped by kind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lib.imports.result import Caution, ReadResult, Unknown
from lib.tables.records import Problem
from lib.words.language import _, ngettext

# So many lines of each sort at most.
_MOST = {"questions": 8, "problems": 8, "cautions": 6, "remarks": 6}
_OF_A_KIND = 3
_DIFFERS = re.compile(r"”[^”]*”|“[^”]*”|[\d\u00a0 ]*\d(?:[.,]\d+)?")


def lines(reading: ReadResult) -> list[str]:
    """The questions, faults, cautions and remarks, at most so many of each."""
    items = [*_cut(_questions(reading.unknown), "questions")]
    items += _cut(grouped(reading.problems), "problems")
    items += _cut(grouped(reading.cautions), "cautions")
    return [*items, *_cut(reading.ignored, "remarks")]


def grouped(sentences: Iterable[Problem | Caution]) -> Iterator[str]:
    """Sentences of one kind and column together: the first ones, and how many more there are."""

    def kind(remark: Problem | Caution) -> tuple[str, str, str]:
        return remark.where, remark.column, _DIFFERS.sub("", remark.sentence)[:60]

    in_order = dict.fromkeys(map(kind, (every := list(sentences))))
    for _key, group in groupby(sorted(every, key=lambda remark: list(in_order).index(kind(remark))), key=kind):
        of_kind = list(group)
        yield from map(str, of_kind[:_OF_A_KIND])
        left = len(of_kind) - _OF_A_KIND
        if left > 0:
            yield ngettext("… and {n} more of the kind.", "… and {n} more of the kind.", left).format(n=left)


def _cut(sentences: Iterable[str], sort: str) -> list[str]:
    every, most = list(sentences), _MOST[sort]
    left = len(every) - most
    more = [ngettext("… and {n} line more.", "… and {n} lines more.", left).format(n=left)] if left > 0 else []
    return every[:most] + more


def _questions(unknown: Sequence[Unknown]) -> Iterator[str]:
    for table in unknown:
        for question in table.questions:
            where = _("row {row}").format(row=table.row)
            yield f"{table.sheet}, {where}: {question.sentence}"


def answers_to_write(unknown: Sequence[Unknown]) -> str:
    """A file of answers with the guesses filled in, to save, complete and give with --mapping."""
    parts: dict[str, dict[str, str]] = {}
    for table in unknown:
        for question in table.questions:
            parts.setdefault(question.part, {}).setdefault(question.key, question.guess)
    blocks = []
    for part, answers in parts.items():
        pairs = [f"{_quoted(key)} = {_quoted(guess)}" for key, guess in answers.items()]
        blocks.append("\n".join([f"[{part}]", *pairs]))
    return "\n\n".join(blocks)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

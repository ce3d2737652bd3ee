"""Texts outside a table that may be about its figures: titles above it and the names of sheet and file.

Nothing of it is used before a person has confirmed it: it only gives the likeliest answer to a question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lib.imports.meanings import Tongue
from lib.imports.measures import MeasureUnit, is_measure, measure_in
from lib.imports.period_text import HeadingMeaning, heading_of
from lib.words.folding import fold

# The default names of sheets.
_UNNAMED = re.compile(r"(?:blad|sheet|tabell|table|ark|taul|data|export|tabelle)\s*\d*", re.IGNORECASE)
_OF_GENDER = re.compile(r"kvinn|flick|wom[ae]n|\bmän\b|pojk|\bmen\b", re.IGNORECASE)
# Words of titles that are no name of anything.
_USUAL_WORDS = """
uppföljning uppföljningen rapport rapporter nyckeltal statistik data underlag bilaga tabell diagram blad sheet
indikator indikatorer kvalitetsmått kvalitetsnyckeltal mått siffror resultat bokslut delår delårsrapport
årsredovisning verksamhetsberättelse redovisning sammanställning översikt enhet enheter verksamhet nämnden
nämnd socialnämnd socialnämnden förvaltningen socialförvaltningen kommun kommunen år månad månader period
tertial kvartal antal andel belopp alla allt hela per och eller i på av för till från under samt med den det
de som efter inom hos om vid utfall så här läser man t o m tom fr ej inte är export extrakt lista tidsserie
utveckling mål målvärden budget prognos plan verksamhetsplan nyckeltalen kolada källa
"""
_USUAL = frozenset(map(fold, _USUAL_WORDS.split()))


class StatedMeasure(NamedTuple):
    """A unit of measure beside a table, and the text that names it."""

    measure: MeasureUnit
    text: str


@dataclass(slots=True)
class Surroundings:
    """The texts around a table and their possible meanings: candidates for each axis, and unknown words.

    `words` are those of titles and the sheet's name, from which a unit may be missing; `texts` all texts as they are.
    """

    texts: list[str] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    times: list[HeadingMeaning] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    measures: list[StatedMeasure] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def surroundings(
    titles: Sequence[str], sheet: str, file: str, tongue: Tongue, *, is_text: bool = False
) -> Surroundings:
    """The texts around a table, the nearest first. The sheet of a text file has only the file's name."""
    around = Surroundings(list(titles))
    near = [*reversed(titles), *([] if is_text or _UNNAMED.fullmatch(sheet.strip()) else [sheet])]
    for text in near:
        _add(around, text, tongue, around.words)
    _add(around, re.sub(r"\.\w+$", "", file), tongue, [])
    return around


def _add(around: Surroundings, text: str, tongue: Tongue, words: list[str]) -> None:
    names = tongue.names_within(text)
    around.indicators += [
        code for sort, code, _phrase in names if sort == "indicator" and code not in around.indicators
    ]
    around.units += [code for sort, code, _phrase in names if sort == "unit" and code not in around.units]
    rest = f" {fold(text.replace('_', ' '))} "
    for _sort, _code, phrase in names:
        rest = rest.replace(f" {phrase} ", " ")
    heading = heading_of(rest.strip())
    if heading.is_of_time:
        around.times.append(HeadingMeaning(heading.period, heading.year, heading.months, code=heading.code))
    if heading.kind and heading.kind != "outcome" and heading.kind not in around.kinds:
        around.kinds.append(heading.kind)
    if heading.gender in ("K", "M") and _OF_GENDER.search(text):
        around.genders.append(heading.gender)
    if (measure := measure_in(text)) and re.search(r"(?i)\b(?:belopp|enhet|i|angivet)\b|^\W*\S+\W*$|\(", text):
        around.measures.append(StatedMeasure(measure, text.strip()))
    words += [
        word for word in heading.rest.split() if word not in _USUAL and not word.isdigit() and not is_measure(word)
    ]

"""Units of measure as they stand in cells, headings and titles, and what they make of a figure of an indicator."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from lib.imports.cells import Cell, Figure, Misread, clean, read_day, read_figure, shown_cell
from lib.imports.workbook.marks import MILLIONS, THOUSANDS
from lib.words.language import _, number


class MeasureUnit(NamedTuple):
    """A unit of measure: what it counts, and how many of the smallest unit it stands for."""

    quantity: str
    scale: float = 1.0


_SHOWN_IN = {THOUSANDS: 1e3, MILLIONS: 1e6}
MONEY, SHARE, POINTS, COUNT = "money", "share", "points", "count"
_MEASURES = {
    MeasureUnit(MONEY, 1e9): r"mdkr|mdr kr|miljarder(?: kronor| kr)?",
    MeasureUnit(MONEY, 1e6): r"mnkr|mkr|msek|milj\.? ?kr|miljoner(?: kronor| kr)?|mn ?kr",
    MeasureUnit(MONEY, 1e3): r"tkr|kkr|ksek|tsek|t ?kr|tusental(?: kronor| kr)?|tusen(?: kronor| kr)?",
    MeasureUnit(MONEY): r"kr|kronor|sek",
    MeasureUnit(POINTS): r"procentenheter|procentenhet|%-enheter|p\. ?e\.?|pe|pp",
    MeasureUnit("per mille"): r"promille|‰",
    MeasureUnit(SHARE): r"%|procent|andel",
    MeasureUnit("rate", 1e-5): r"per 100 ?000",
    MeasureUnit("rate", 1e-4): r"per 10 ?000|/10 ?000",
    MeasureUnit("rate", 1e-3): r"per 1 ?000|/1 ?000",
    MeasureUnit("index"): r"index|poäng",
    MeasureUnit("hours"): r"timmar|tim\.?|h",
    MeasureUnit("days"): r"arbetsdagar|dagar|dgr|dygn|vårddygn",
    MeasureUnit("weeks"): r"veckor",
    MeasureUnit("months"): r"månader",
    MeasureUnit(COUNT): r"antal|st\.?|styck|stycken|personer|hushåll|ärenden|platser|årsarbetare|årsplaceringar",
}
_PATTERNS = [
    (measure, re.compile(rf"(?<![\w%])(?:{words})(?![\w%])", re.IGNORECASE)) for measure, words in _MEASURES.items()
]
# Words in a heading that say only this.
_BARE = re.compile("|".join(f"(?:{words})" for words in _MEASURES.values()), re.IGNORECASE)


def measure_in(text: str) -> MeasureUnit | None:
    """The unit of measure that a text names, None where it names none."""
    plain = clean(text.replace("\u00a0", " "))
    return next((measure for measure, pattern in _PATTERNS if pattern.search(plain)), None)


def is_measure(text: str) -> bool:
    """Whether a text is a unit of measure and nothing else."""
    return _BARE.fullmatch(clean(text)) is not None


def factor(stated: MeasureUnit, unit_of_measure: str) -> float | None:
    """By how much a figure in the stated measure is multiplied to be in that of an indicator; None where it is none."""
    own = measure_in(unit_of_measure)
    if own is None:
        return None if stated.quantity in (MONEY, SHARE, POINTS) else 1.0
    if own.quantity != stated.quantity:
        return None
    return (
        1.0
        if own.quantity == "rate" and own == stated
        else stated.scale / own.scale
        if own.quantity == MONEY
        else (1.0 if own == stated else None)
    )


def read_cell(cell: Cell) -> Figure:
    """A figure as it is written. A day in its place is told with what Excel probably made it of."""
    try:
        return read_figure(cell)
    except Misread:
        try:
            day = read_day(cell)
        except Misread:
            day = None
        if day is None:
            raise
    sentence = _("“{value}” is a day and no figure: probably {guess}, which Excel has made a day of. Write the figure.")
    raise Misread(sentence.format(value=shown_cell(cell), guess=f"{day.day}.{day.month}"))


def factor_of(texts: Iterable[str], unit_of_measure: str) -> float:
    """By how much a figure is multiplied: by the first text that names a measure. Raises Misread where it is none."""
    for text in texts:
        measure = measure_in(text) if text else None
        if measure is not None and unit_of_measure:
            by = factor(measure, unit_of_measure)
            if by is None:
                sentence = _("“{text}” is no measure of the indicator, which is in {unit}. Correct one of them.")
                raise Misread(sentence.format(text=text, unit=unit_of_measure))
            return by
    return 1.0


def factor_of_format(cell: Cell, mark: str, unit_of_measure: str) -> float:
    """By how much a value that is shown in thousands or millions is multiplied. Raises Misread where nobody can say."""
    shown_in = _SHOWN_IN.get(mark)
    if shown_in is None:
        return 1.0
    own = measure_in(unit_of_measure)
    if own is not None and own.quantity == MONEY and own.scale in (1.0, shown_in):
        return 1.0 / own.scale
    value = float(cell) if not isinstance(cell, str) else 0.0
    sentence = _("The cell holds {value} but shows {shown}. Write the figure as it is to be read.")
    raise Misread(sentence.format(value=number(value), shown=number(value / shown_in)))


def converted(figure: Figure, by: float) -> Figure:
    """A figure in another scale."""
    if by == 1.0:
        return figure
    value, lower, upper = (
        None if part is None else scaled(part, by) for part in (figure.value, figure.lower, figure.upper)
    )
    return replace(figure, value=value, lower=lower, upper=upper)


def scaled(value: float, by: float) -> float:
    """A figure in another scale, without the noise of binary fractions."""
    return value if by == 1.0 else float(f"{value * by:.12g}")

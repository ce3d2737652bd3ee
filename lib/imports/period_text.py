"""Time, kind and gender in a heading or a cell, as people write them: 'Utfall jan-aug 2018', 'jan-25'.

A text may say only a part (a year over the columns, months down the rows); `joined` puts the parts together.
What could mean two things ('2016/17', 'delår', 'rullande 12') is no period here: nobody's figure is put in a wrong one.
"""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from lib.rules.periods import Period
from lib.words.folding import fold

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"(jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|ma[jy]|june?i?|juli?y?|aug(?:usti|ust)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"((?:19|20)\d\d)"
_TO = r"(?:(?:till|t o m|tom|to|och med) )*"

_WORDS = {
    "kind": {
        "outcome": ("utfall", "bokslut", "resultat", "outcome", "actual"),
        "forecast": ("prognos", "helarsprognos", "forecast"),
        "budget": ("budget",),
        "plan": ("plan",),
        "target": ("mal", "malvarde", "malvarden", "target"),
    },
    "gender": {
        "T": ("totalt", "total", "samtliga", "alla", "bada", "t"),
        "K": ("kvinnor", "kvinna", "flickor", "women", "k"),
        "M": ("man", "pojkar", "men", "m"),
    },
}
_MEANING = {word: (part, code) for part, codes in _WORDS.items() for code, words in codes.items() for word in words}
# The readings of ambiguous codes of periods.
MONTHS, QUARTERS = "months", "quarters"
SCHOOL_YEARS, BOTH_YEARS = "school_years", "both_years"
# Words that make a year or a month something else than it looks: not the period of a figure.
_UNCLEAR = re.compile(
    r"\b(delar\w*|rullande|r ?12|ack\w*|snitt|medel\w*|forandring|diff\w*|avvikelse|las ?ar|vt|ht"
    r"|uttag\w*|utskriv\w*|skapad\w*|uppdaterad\w*|hamtad\w*|version|dnr|dnr\w*|diarie\w*|kalla)\b"
)
_FILLERS = frozenset({"ar", "helar", "year", "av", "for", "per", "och", "i", "varav", "darav", "period", "procent"})


@dataclass(frozen=True, slots=True)
class HeadingMeaning:
    """A heading taken apart: a whole period, or a year or months for another text to complete; kind, gender, rest.

    `code` is a period in figures that can be read in two ways: '200701' is a month or a quarter, '2019/20' a school
    year or two years.
    """

    period: Period | None = None
    year: int | None = None
    months: tuple[int, int] | None = None
    kind: str = ""
    gender: str = ""
    rest: str = ""
    code: str = ""

    @property
    def is_of_time(self) -> bool:
        """Whether anything of it is time."""
        return self.period is not None or self.year is not None or self.months is not None or self.code != ""

    def joined(self, other: "HeadingMeaning") -> "HeadingMeaning":
        """This, completed by what the other says: a year here is not put aside by a whole period there."""
        period, year = self.period or other.period, self.year or other.year
        if self.period is None and other.period is not None and (self.year is not None or self.months is not None):
            period, year = None, year or _only_year(other.period)
        return HeadingMeaning(
            period,
            year,
            self.months or other.months,
            self.kind or other.kind,
            self.gender or other.gender,
            code=self.code or ("" if self.is_of_time else other.code),
        )

    def whole(self) -> Period | None:
        """The period, where enough is said."""
        if self.period is not None:
            return self.period
        if self.year is None:
            return None
        first, last = self.months or (1, 12)
        return Period(date(self.year, first, 1), date(self.year, last, monthrange(self.year, last)[1]))


def _only_year(period: Period) -> int | None:
    return period.start.year if period.start.year == period.end.year else None


def period_of(text: str) -> Period | None:
    """The period that a text names and nothing else; None where it does not, or where it could mean another."""
    try:
        return Period.parse(text.strip())
    except ValueError:
        heading = heading_of(text)
        return heading.whole() if not heading.rest and not heading.kind and not heading.gender else None


def by_code(code: str, six_figures: str, split_years: str) -> Period | None:
    """The period of a code that can be read in two ways, by what was answered; None where that is not known."""
    if "/" in code:
        first = int(code[:4])
        if split_years == SCHOOL_YEARS:
            return Period(date(first, 7, 1), date(first + 1, 6, 30))
        return Period(date(first, 1, 1), date(first + 1, 12, 31)) if split_years == BOTH_YEARS else None
    year, last = int(code[:4]), int(code[4:])
    if six_figures == QUARTERS:
        return _part(3, str(last), str(year)).period if last <= 4 else None
    return Period.of_month(year, last)


def confirmed_period(fixed: Mapping[str, str]) -> HeadingMeaning:
    """The user's answers on time, kind and gender; a school year runs from July to June."""
    text = fixed.get("period", "")
    heading = heading_of(text)
    split = by_code(heading.code, "", fixed.get("split_years", "") or SCHOOL_YEARS) if "/" in heading.code else None
    return HeadingMeaning(split or period_of(text), kind=fixed.get("kind", ""), gender=fixed.get("gender", ""))


def is_quarterly(codes: Iterable[str]) -> bool:
    """Whether months in figures may be quarters: a year has all of 01-04, and none has a later one."""
    months: dict[str, set[str]] = defaultdict(set)
    for code in codes:
        if "/" not in code:
            months[code[:4]].add(code[4:])
    quarters = {"01", "02", "03", "04"}
    return any(there == quarters for there in months.values()) and all(there <= quarters for there in months.values())


@cache
def heading_of(text: str) -> HeadingMeaning:
    """Time, kind and gender in a text; `rest` holds the words that are none of them."""
    if len(text) > 200:
        return HeadingMeaning(rest=text)
    folded = fold(text.replace("_", " "))
    if _UNCLEAR.search(folded):
        return HeadingMeaning(rest=folded)
    for pattern, read in _PATTERNS:
        match = pattern.search(folded)
        if match:
            heading = read(*match.groups())
            if heading is not None:
                return _with_words(heading, f"{folded[: match.start()]} {folded[match.end() :]}")
    return _with_words(HeadingMeaning(), folded)


def _with_words(heading: HeadingMeaning, folded: str) -> HeadingMeaning:
    rest = []
    for word in folded.split():
        part, code = _MEANING.get(word, ("", ""))
        if part == "kind" and not heading.kind:
            heading = replace(heading, kind=code)
        elif part == "gender" and not heading.gender:
            heading = replace(heading, gender=code)
        elif word not in _FILLERS:
            rest.append(word)
    return replace(heading, rest=" ".join(rest))


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].replace("may", "maj").replace("oct", "okt")) + 1


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _days(*parts: str) -> HeadingMeaning | None:
    try:
        first = date(*map(int, parts[:3]))
        return HeadingMeaning(Period(first, date(*map(int, parts[3:])) if parts[3:] else first))
    except ValueError:
        return None


def _day(*parts: str) -> HeadingMeaning | None:
    """A day over a column stands for its month when it is the month's first or last."""
    heading = _days(*parts)
    if heading is None or heading.period is None:
        return None
    day = heading.period.start
    if day.day in (1, monthrange(day.year, day.month)[1]):
        return HeadingMeaning(Period.of_month(day.year, day.month))
    return heading


def _span(first: str, first_year: str | None, last: str, last_year: str | None) -> HeadingMeaning | None:
    begin, end = _month(first), _month(last)
    years = [_full_year(year) for year in (first_year, last_year) if year]
    if not years:
        return HeadingMeaning(months=(begin, end)) if begin <= end else None
    start, stop = date(years[0], begin, 1), date(years[-1], end, monthrange(years[-1], end)[1])
    return HeadingMeaning(Period(start, stop)) if start <= stop else None


def _split_year(first: str, last: str) -> HeadingMeaning:
    """A year and two figures that are those of the next one, or of none."""
    if int(last) == (int(first) + 1) % 100:
        return HeadingMeaning(code=f"{first}/{last}")
    return HeadingMeaning(rest=f"{first} {last}")


def _figures(year: str, last: str) -> HeadingMeaning | None:
    """Six figures: a month, or a year and the next one."""
    if int(last) <= 12:
        return HeadingMeaning(Period.of_month(int(year), int(last)), code=f"{year}{last}")
    return HeadingMeaning(code=f"{year}/{last}") if int(last) == (int(year) + 1) % 100 else None


def _one_month(month: str, year: str | None) -> HeadingMeaning:
    return (
        HeadingMeaning(Period.of_month(_full_year(year), _month(month)))
        if year
        else HeadingMeaning(months=(_month(month),) * 2)
    )


def _part(length: int, number: str, year: str | None) -> HeadingMeaning:
    last = length * int(number)
    heading = HeadingMeaning(year=int(year) if year else None, months=(last - length + 1, last))
    return HeadingMeaning(heading.whole()) if year else heading


def _years(first: str, last: str) -> HeadingMeaning | None:
    if int(first) >= int(last):
        return None
    if int(last) == int(first) + 1:
        return HeadingMeaning(code=f"{first}/{last[2:]}")
    return HeadingMeaning(Period(date(int(first), 1, 1), date(int(last), 12, 31)))


_PATTERNS = tuple(
    (re.compile(rf"\b{pattern}\b"), read)
    for pattern, read in (
        (rf"{_YEAR} (\d\d) (\d\d) {_TO}{_YEAR} (\d\d) (\d\d)", _days),
        (rf"{_YEAR} (\d\d) (\d\d)", _day),
        (
            rf"{_MONTH}(?: {_YEAR}| (\d\d))? {_TO}{_MONTH}(?: {_YEAR}| (\d\d))?",
            lambda a, b, c, d, e, f: _span(a, b or c, d, e or f),
        ),
        (rf"{_YEAR} {_MONTH} {_TO}{_MONTH}", lambda year, a, b: _span(a, None, b, year)),
        (rf"{_MONTH} ?(?:{_YEAR}|(\d\d))", lambda month, long, short: _one_month(month, long or short)),
        (rf"{_YEAR} {_MONTH}", lambda year, month: _one_month(month, year)),
        (rf"{_MONTH}", lambda month: _one_month(month, None)),
        (rf"{_YEAR}(0[1-9]|[1-9]\d)", _figures),
        (rf"{_YEAR} ?m?(0[1-9]|1[0-2])", lambda year, month: HeadingMeaning(Period.of_month(int(year), int(month)))),
        (rf"{_YEAR} (?:tertial|tert|t) ?([123])", lambda year, number: _part(4, number, year)),
        (rf"(?:tertial|tert|t) ?([123])(?: {_YEAR})?", lambda number, year: _part(4, number, year)),
        (rf"{_YEAR} (?:kvartal|kv|q|k) ?([1234])", lambda year, number: _part(3, number, year)),
        (rf"(?:kvartal|kv|q) ?([1234])(?: {_YEAR})?", lambda number, year: _part(3, number, year)),
        (rf"{_YEAR} (?:halvar|h) ?([12])", lambda year, number: _part(6, number, year)),
        (rf"(?:halvar|h) ?([12])(?: {_YEAR})?", lambda number, year: _part(6, number, year)),
        (rf"{_YEAR} {_TO}{_YEAR}", _years),
        (rf"{_YEAR} (\d\d)", _split_year),
        (rf"{_YEAR}", lambda year: HeadingMeaning(year=int(year))),
    )
)

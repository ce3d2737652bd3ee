"""The meaning of a text in a sheet to a board: an indicator, a unit, a period, a kind, a gender, or several of them."""

import re
from dataclasses import dataclass, field

from lib.imports.cells import Cell, clean, without_note
from lib.imports.kolada import bare_title
from lib.imports.names import CodeNames
from lib.imports.period_text import HeadingMeaning, heading_of
from lib.words.folding import fold

_KOLADA = re.compile(r"\b[NU]\d{5}\b")
# A number before a name, as accounts and units have it: '410 Familjestöd', '1.2 Sjukfrånvaro'.
_NUMBERED = re.compile(r"^(?!(?:19|20)\d\d\s)\d[\d.]*[.:)]?\s+(?=[^\W\d]{4})(?!\w+\s*(?:\d{2}|\d{4})$)")
# The headings of columns of labels and notes, folded for comparison.
ROLE_WORDS = {
    "indicator": ("indikator", "nyckeltal", "matt", "verksamhetsmatt", "kvalitetsmatt", "kpi", "indicator", "mal"),
    "unit": ("enhet", "verksamhet", "avdelning", "omrade", "sektion", "organisation", "unit"),
    "municipality": ("kommun", "municipality", "kommunkod", "kommunnamn", "kommun id", "municipality id"),
    "gender": ("kon", "gender", "sex"),
    "period": ("period", "datum", "tid", "date"),
    "year": ("ar", "year"),
    "month": ("manad", "month"),
    "kind": ("slag", "typ", "kind"),
    "value": ("varde", "utfall", "resultat", "value", "matvarde"),
    "count": ("antal", "antal personer", "n", "count"),
    "note": ("anmarkning", "kommentar", "not", "noter", "note", "fotnot", "kommentarer"),
    "measure": ("mattenhet", "sort", "unit of measure"),
    "deleted": ("isdeleted", "is deleted", "borttagen"),
}
# Columns of words about the work that say nothing of what a figure is: told, and left.
_ASIDE_WORDS = """
ansvarig ansvariga åtgärd åtgärder analys källa beskrivning definition bedömning status trend uppdaterad
målvärde målnivå mål avvikelse differens diff förändring kontaktperson signatur måluppfyllelse prioritering
förklaring uppföljning aktivitet handläggare nr löpnummer id konto ansvar kst kostnadsställe objekt rad title
municipality_type auspice diff% avvikelse% färg riktning
"""
_ASIDE = frozenset(map(fold, _ASIDE_WORDS.split()))
_ROLES = {word: role for role, words in ROLE_WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of one text for a figure; '' and None are unknown. `unit` '' is the whole board."""

    heading: HeadingMeaning = field(default_factory=HeadingMeaning)
    indicator: str = ""
    unit: str | None = None

    def joined(self, other: "Meaning") -> "Meaning":
        """This, completed by what the other says."""
        unit = other.unit if self.unit is None else self.unit
        return Meaning(self.heading.joined(other.heading), self.indicator or other.indicator, unit)

    @property
    def is_of_time_or_sort(self) -> bool:
        """Whether it says when, for whom or of what kind."""
        return self.heading.is_of_time or bool(self.heading.kind or self.heading.gender)


NOTHING = Meaning()


def role_of(heading: str) -> str:
    """The role of a column by its heading, '' where that does not give one."""
    return _ROLES.get(fold(heading), "")


def is_aside(heading: str) -> bool:
    """Whether a column is of words about the work that say nothing of what a figure is."""
    folded = fold(heading)
    return folded in _ASIDE or (folded.split(" ")[0] in _ASIDE and not re.search(r"\d", folded))


class Tongue:
    """The vocabulary of a board: gives the meaning of a text. Every text is looked up once."""

    def __init__(self, names: dict[str, CodeNames]) -> None:
        self._indicators, self._units = names["indicators"], names["units"]
        self._known: dict[tuple[str, str], Meaning | None] = {}

    def names_within(self, text: str) -> list[tuple[str, str, str]]:
        """Indicators and units that a text names among other words: which sort, the code, the name as compared."""
        indicators = [("indicator", code, phrase) for code, phrase in self._indicators.within(text)]
        rest = f" {fold(text)} "
        for _sort, _code, phrase in indicators:
            rest = rest.replace(f" {phrase} ", " ")
        return indicators + [("unit", code, phrase) for code, phrase in self._units.within(rest)]

    def meaning(self, cell: Cell, role: str = "") -> Meaning | None:
        """The meaning of a cell where a `role` is expected (any, if ''); None where it is unknown."""
        text = clean(cell)
        key = (text, role)
        if key not in self._known:
            self._known[key] = self._find(text, role) if text else None
        return self._known[key]

    def _find(self, text: str, role: str) -> Meaning | None:
        named = self._named(text, role)
        if named is not None:
            return named
        bare = _NUMBERED.sub("", without_note(text))
        if bare != text:
            return self._find(bare, role) if bare else None
        heading = heading_of(text)
        if heading == HeadingMeaning(rest=heading.rest):
            return None
        if not heading.rest:
            return Meaning(heading)
        rest = self._named(heading.rest, role)
        without_rest = HeadingMeaning(
            heading.period, heading.year, heading.months, heading.kind, heading.gender, code=heading.code
        )
        if rest is not None:
            return Meaning(without_rest).joined(rest)
        return Meaning(heading) if role == "" and heading.is_of_time else None

    def _named(self, text: str, role: str) -> Meaning | None:
        if role in ("", "indicator"):
            kolada = _KOLADA.search(text)
            code = self._indicators.code_of(bare_title(text)) or (kolada and self._indicators.code_of(kolada[0]))
            if code:
                return Meaning(indicator=code)
        if role in ("", "indicator", "unit"):
            unit = self._units.code_of(text)
            if unit or (unit == "" and role == "unit"):
                return Meaning(unit=unit)
        return None

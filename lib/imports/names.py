"""Names of a board's goals, indicators and units, and their codes; the nearest name for an unknown one."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from lib.imports.kolada import TITLES
from lib.tables.records import Record, Records
from lib.words.folding import fold

# The whole board, as an organisation chart or a last row calls it.
_WHOLE = (
    "totalt", "total", "summa", "hela namnden", "hela forvaltningen", "namnden totalt", "forvaltningen totalt",
    "samtliga", "samtliga enheter", "alla", "alla enheter", "socialnamnden", "socialforvaltningen", "socialtjansten",
    "namnden", "forvaltningen", "hela verksamheten", "the whole board",
)  # fmt: skip
# The municipality, which is more than its board.
_MUNICIPALITY = ("kommunen", "hela kommunen", "kommunen totalt", "municipality")
_LIKE_ENOUGH, _ALMOST = 70.0, 85.0
_SHORTEST = 3
TITLE_OF = {
    "goals": "title",
    "indicators": "name",
    "units": "name",
    "areas": "name",
    "sources": "title",
    "meetings": "title",
    "boards": "name",
}


class CodeNames:
    """The codes of one table, by themselves and by every name that only one of them has."""

    def __init__(self, codes: Iterable[str] = (), names: Iterable[tuple[str, str]] = ()) -> None:
        self._codes: dict[str, str] = {}
        self._names: dict[str, str | None] = {}
        self._shown: dict[str, str] = {}
        self.add(codes, names)

    def add(self, codes: Iterable[str], names: Iterable[tuple[str, str]]) -> None:
        """Take in codes, and pairs of name and code. A name of two codes is nobody's."""
        for code in codes:
            self._codes[fold(code)] = code
        for name, code in names:
            folded = fold(name)
            if folded:
                self._names[folded] = code if self._names.get(folded, code) == code else None
                self._shown.setdefault(name, code)

    def code_of(self, text: str) -> str | None:
        """The code that a text means, by its code or name; None where it is unknown or means several."""
        folded = fold(text)
        return self._codes[folded] if folded in self._codes else self._names.get(folded)

    def within(self, text: str) -> list[tuple[str, str]]:
        """The codes whose names stand within a text, each with the name as it is compared; the longest first."""
        rest, matches = f" {fold(text.replace('_', ' '))} ", []
        for name in sorted((*self._names, *self._codes), key=len, reverse=True):
            if len(name) >= _SHORTEST and f" {name} " in rest and (code := self.code_of(name)):
                rest = rest.replace(f" {name} ", " ")
                matches.append((code, name))
        return matches

    def name_of(self, code: str) -> str:
        """The first name that was given for a code, '' where there is none."""
        return next((name for name, meant in self._shown.items() if meant == code), "")

    def is_code(self, text: str) -> bool:
        """Whether the text is a code, in whatever letters."""
        return fold(text) in self._codes

    def is_shared(self, text: str) -> bool:
        """Whether several codes have this name."""
        folded = fold(text)
        return folded not in self._codes and folded in self._names and self._names[folded] is None

    def nearest(self, text: str) -> str:
        """The known code or name that is written most like the text, '' where none is like it.

        For one of Kolada's titles it is what the board calls the indicator.
        """
        match = _nearest(text.casefold(), (*self._shown, *self._codes.values()), _LIKE_ENOUGH) if text else ""
        return self.name_of(self._shown[match]) if match in TITLES.values() else match

    def guess(self, text: str) -> str:
        """The code whose name is written almost as the text, '' where none is so near."""
        return (self.code_of(_nearest(text.casefold(), tuple(self._shown), _ALMOST)) or "") if text else ""


@lru_cache(maxsize=4096)
def _nearest(text: str, choices: tuple[str, ...], least: float) -> str:
    match = process.extractOne(
        text[:200], choices, scorer=fuzz.token_sort_ratio, processor=str.casefold, score_cutoff=least
    )
    return match[0] if match else ""


def names_of(stored: Records, table: str, aliases: Mapping[str, str]) -> CodeNames:
    """The names of a board's goals, indicators, units, areas or sources; `aliases` come from the user."""
    code = table[:-1]
    rows = stored.get(table, ())
    names = CodeNames((row[code] for row in rows), _called(table, code, rows))
    known = {row[code] for row in rows}
    names.add((), ((name, meant) for name, meant in aliases.items() if meant in known))
    if table == "units":
        names.add((), ((word, "") for word in _WHOLE if names.code_of(word) is None))
        names.add((), ((row["name"], "") for row in stored.get("boards", ()) if names.code_of(row["name"]) is None))
    return names


def _called(table: str, code: str, rows: Iterable[Record]) -> Iterable[tuple[str, str]]:
    for row in rows:
        yield row[TITLE_OF[table]], row[code]
        if table == "indicators" and row["kolada"]:
            yield row["kolada"], row[code]
            yield TITLES.get(row["kolada"], ""), row[code]
        if table == "goals" and row["number"]:
            yield f"{row['number']} {row['title']}", row[code]


def municipality_names(stored: Records) -> frozenset[str]:
    """The names of the board's municipality, and its code, folded for comparison."""
    own = [row for row in stored.get("boards", ()) if row["municipality"]]
    names = [text for row in own for text in (row["municipality"], f"{row['municipality']} kommun")]
    names += [row["municipality_code"] for row in own if row["municipality_code"]]
    return frozenset(map(fold, names))


def is_municipality(text: str, own: frozenset[str]) -> bool:
    """Whether a text is the whole municipality, by its name or as 'kommunen'."""
    return fold(text) in own or fold(text) in _MUNICIPALITY

"""The user's answers about a table: the roles of its columns, values that hold for all of it, the meaning of names.

They are remembered for the next file of the same layout, except the period, which is of one file only.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from lib.words.language import N_, _

# The roles of a column of a table of figures; '' is left out.
ROLES = {
    "": N_("Leave out"),
    "indicator": N_("Indicator"),
    "unit": N_("Unit"),
    "municipality": N_("Municipality"),
    "gender": N_("Gender"),
    "period": N_("Period"),
    "period_start": N_("Period from"),
    "period_end": N_("Period to"),
    "year": N_("Year"),
    "month": N_("Month"),
    "kind": N_("Kind of figure"),
    "value": N_("Value"),
    "measure": N_("Unit of measure"),
    "count": N_("Count"),
    "status": N_("Status of the figure"),
    "note": N_("Note"),
}
# Before one of a column's values: only the rows that have it are read, as 'only:Totalt'.
ONLY = "only:"
# A text between the rows that is no unit or indicator: only a heading, or a heading over rows to leave out.
HEADING, LEAVE = "~", "-"
PARTS = ("columns", "fixed", "names")
# Of which months the percentages of an HR system's long form are.
SO_FAR, ROLLING = "so_far", "rolling"
# The answers about every table of a file.
EVERY = "*"
# The answers about when a file's figures are: the next file of the layout has others.
_OF_ONE_FILE = frozenset({"period", "new_year"})
# Between a layout and where in a file it stands.
_PLACE = "\u241f"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The role of each heading (`columns`), the values for all figures (`fixed`), and the codes of names (`names`)."""

    columns: dict[str, str] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """As text that is the same for equal mappings."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "ColumnMapping":
        """Raises ValueError for anything that `to_json` does not write."""
        return cls._checked(json.loads(text), frozenset(PARTS))

    @classmethod
    def from_file(cls, text: str) -> "ColumnMapping":
        """The answers in a small text that a person wrote, in TOML. Raises ValueError with a plain sentence."""
        try:
            given = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ValueError(_("The mapping file cannot be read: {error}.").format(error=error)) from error
        if not set(given) <= set(PARTS) or not all(isinstance(part, dict) for part in given.values()):
            raise ValueError(_("The mapping file has other parts than columns, fixed and names."))
        words = {part: {name: str(word) for name, word in dict(answers).items()} for part, answers in given.items()}
        return cls._checked({"columns": {}, "fixed": {}, "names": {}} | words, frozenset(PARTS))

    @classmethod
    def _checked(cls, given: object, parts: frozenset[str]) -> "ColumnMapping":
        if not isinstance(given, dict) or set(given) != parts:
            raise ValueError("not a mapping")
        for part in given.values():
            if not isinstance(part, dict) or not all(isinstance(word, str) for word in part.values()):
                raise ValueError("not a mapping")
        for role in given["columns"].values():
            if role not in ROLES and not role.startswith(ONLY):
                raise ValueError(_("“{role}” is nothing that a column can be.").format(role=role))
        return cls(**given)

    def joined(self, other: "ColumnMapping") -> "ColumnMapping":
        """These answers, and those of the other where both answer."""
        return ColumnMapping(self.columns | other.columns, self.fixed | other.fixed, self.names | other.names)

    def without_period(self) -> "ColumnMapping":
        """The answers that may be remembered for another file."""
        return replace(self, fixed={axis: value for axis, value in self.fixed.items() if axis not in _OF_ONE_FILE})

    def answers(self, part: str, key: str) -> bool:
        """Whether there is an answer; an indicator or a period that is left empty is none."""
        given: dict[str, str] = getattr(self, part)
        return bool(given.get(key)) if part == "fixed" and key in ("indicator", "period") else key in given


def at_place(signature: str, sheet: str, row: int) -> str:
    """The key of the answers about one table of a file: its layout and its place."""
    return f"{signature}{_PLACE}{sheet}{_PLACE}{row}"


def layout_of(key: str) -> str:
    """The layout of a table whose answers are known by `key`."""
    return key.partition(_PLACE)[0]


def answers_for(mappings: Mapping[str, ColumnMapping], key: str) -> ColumnMapping:
    """The answers about a table: those of its layout, without a period, and those of the table itself."""
    layout = layout_of(key)
    answers = mappings.get(EVERY, ColumnMapping())
    for other, mapping in mappings.items():
        if layout_of(other) == layout and other != key:
            answers = answers.joined(mapping.without_period())
    return answers.joined(mappings.get(key, ColumnMapping()))

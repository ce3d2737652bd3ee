"""What the user says of a table that was not understood: which column is what. It is remembered for the next file."""

import json
from dataclasses import asdict, dataclass, field

from lib.words.language import N_

# What a column of a table of figures can be; '' is left out.
ROLES = {
    "": N_("Leave out"),
    "indicator": N_("Indicator"),
    "unit": N_("Unit"),
    "gender": N_("Gender"),
    "period": N_("Period"),
    "period_start": N_("Period from"),
    "period_end": N_("Period to"),
    "year": N_("Year"),
    "month": N_("Month"),
    "kind": N_("Kind"),
    "value": N_("Value"),
    "count": N_("Count"),
    "status": N_("Status"),
    "note": N_("Note"),
}


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What each heading is (`columns`), what holds for all figures (`fixed`), and what names mean (`names`)."""

    columns: dict[str, str] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """As text that is the same for equal mappings."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "ColumnMapping":
        """Raises ValueError for anything that `to_json` does not write."""
        given = json.loads(text)
        if not isinstance(given, dict) or set(given) != {"columns", "fixed", "names"}:
            raise ValueError("not a mapping")
        for part in given.values():
            if not isinstance(part, dict) or not all(isinstance(word, str) for word in part.values()):
                raise ValueError("not a mapping")
        if not set(given["columns"].values()) <= set(ROLES):
            raise ValueError("not a mapping")
        return cls(**given)

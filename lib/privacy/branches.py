"""Units without a figure where others have one: of which units that leaves somebody, by the tree alone."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

REST = "/"
"""What the code of those who are left of a unit ends with, where several of its own have no figure."""


@dataclass(frozen=True, slots=True)
class Unreported:
    """A unit some of whose branches have no figure: the nearest `parts` that have one, and the `missing` branches."""

    unit: str
    parts: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def left(self) -> str:
        """The code of those who are left: the only unit that is missing, or all of them together."""
        return self.missing[0] if len(self.missing) == 1 else self.unit + REST


@dataclass(frozen=True, slots=True)
class Branches:
    """The units right below each on some day ('' = the whole board)."""

    below: Mapping[str, Sequence[str]]
    _gaps: dict[frozenset[str], Mapping[str, Unreported]] = field(default_factory=dict, init=False, repr=False)

    def gaps(self, there: frozenset[str]) -> Mapping[str, Unreported]:
        """The units that have gaps, where these have a figure. Asked of many periods that have the same."""
        found = self._gaps.get(there)
        if found is None:
            every = (Unreported(unit, *map(tuple, self._nearest(unit, there))) for unit in there)
            found = self._gaps[there] = {gap.unit: gap for gap in every if gap.missing}
        return found

    def _nearest(self, unit: str, there: Container[str]) -> tuple[list[str], list[str]]:
        """The nearest units below a unit that are there, and the branches below it where none is."""
        parts, missing = list[str](), list[str]()
        for child in self.below.get(unit, ()):
            if child in there:
                parts.append(child)
                continue
            nearer, lacking = self._nearest(child, there)
            parts += nearer
            missing += lacking if nearer else [child]
        return parts, missing

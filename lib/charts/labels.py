"""Placement of the words in a drawing: beside what they name, inside the drawing, and never on top of each other.

Words that find no room are handed back, to be said in the legend instead.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, hypot

from lib.charts.svg import text_width

SIZE = 12
LINE = 15
"""Height of a line of text."""
BESIDE, ABOVE = 4.0, 22.0
"""So close to a mark, in pixels across and down, a label seems to belong to it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the drawing, y growing downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have any part in common."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def inside(self, other: "Box") -> bool:
        """Whether all of this box lies in the other."""
        return other.x0 <= self.x0 and self.x1 <= other.x1 and other.y0 <= self.y0 and self.y1 <= other.y1

    def grown(self, across: float, down: float) -> "Box":
        """The box with margins added at its sides, and above and below it."""
        return Box(self.x0 - across, self.y0 - down, self.x1 + across, self.y1 + down)

    @classmethod
    def around(cls, x: float, y: float, reach: float) -> "Box":
        """A square with its middle at a point."""
        return cls(x - reach, y - reach, x + reach, y + reach)


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text with their place: `anchor` is start, middle or end, x where that is, box what they cover."""

    lines: tuple[str, ...]
    anchor: str
    x: float
    box: Box
    bold: bool = False

    def baselines(self) -> Iterator[tuple[float, str]]:
        """Every line with the y of its base line."""
        for number, line in enumerate(self.lines):
            yield self.box.y0 + LINE * number + SIZE - 1, line


def label(lines: Sequence[str], x: float, middle: float, anchor: str, *, bold: bool = False) -> Label:
    """Lines around the height `middle`, to the right of x (start), to its left (end) or around it (middle)."""
    width = max(text_width(line, SIZE, bold=bold) for line in lines)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    top = middle - LINE * len(lines) / 2
    return Label(tuple(lines), anchor, x, Box(left, top, left + width, top + LINE * len(lines)), bold)


class Placer:
    """The placer of labels: a place is given once, and lines and other marks are kept clear if possible."""

    def __init__(self, bounds: Box) -> None:
        self._bounds = bounds
        self._taken: list[Box] = []
        self._lines: list[Box] = []
        self._owned: dict[Box, Box] = {}

    def take(self, box: Box, *, owned: bool = False) -> None:
        """No label may stand here; right beside an owned box only its owner's label should."""
        self._taken.append(box)
        if owned:
            self._owned[box] = box.grown(BESIDE, ABOVE)

    def avoid(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Labels rather stand elsewhere than on this line."""
        parts = max(1, ceil(hypot(x1 - x0, y1 - y0) / 6))
        for n in range(parts + 1):
            self._lines.append(Box.around(x0 + (x1 - x0) * n / parts, y0 + (y1 - y0) * n / parts, 1.5))

    def place(self, candidates: Iterable[Label], *, clear: bool = False, owner: Box | None = None) -> Label | None:
        """The candidate with the least behind and beside it, the first of equals, or None if every one hits something.

        `clear` takes only a candidate with nothing behind it and nobody else's mark beside it; `owner` is the mark
        that the label belongs to.
        """
        best: tuple[int, Label] | None = None
        for candidate in candidates:
            if not candidate.box.inside(self._bounds) or any(map(candidate.box.meets, self._taken)):
                continue
            disturbed = self._disturbed(candidate.box, owner)
            if best is None or disturbed < best[0]:
                best = (disturbed, candidate)
            if disturbed == 0:
                break
        if best is None or (best[0] and clear):
            return None
        self.take(best[1].box)
        return best[1]

    def _disturbed(self, box: Box, owner: Box | None) -> int:
        beside = sum(box.meets(near) for mark, near in self._owned.items() if mark != owner) if owner else 0
        return sum(map(box.meets, self._lines)) + 4 * beside


def around(lines: Sequence[str], x: float, y: float, *, bold: bool = False) -> Iterator[Label]:
    """The places for words about a mark, the best first: beside it, over it, under it."""
    half = LINE * len(lines) / 2
    for dy in (0, -9, 9, -16, 16):
        yield label(lines, x + 10, y + dy, "start", bold=bold)
    for away in (9, 15):
        yield label(lines, x, y - half - away, "middle", bold=bold)
        yield label(lines, x, y + half + away, "middle", bold=bold)
        for anchor, dx in (("end", 4), ("start", -4)):
            yield label(lines, x + dx, y - half - away, anchor, bold=bold)
            yield label(lines, x + dx, y + half + away, anchor, bold=bold)
    yield label(lines, x - 10, y, "end", bold=bold)


def along(words: str, x0: float, x1: float, y: float) -> Iterator[Label]:
    """The places for words about a level line: over or under it, at its right end, its left end or its middle."""
    for away in (4, 7):
        for x, anchor in ((x1 - 4, "end"), (x0 + 4, "start"), ((x0 + x1) / 2, "middle")):
            for side in (-1, 1):
                yield label([words], x, y + side * (away + LINE / 2), anchor)

"""A unit's newest months beside its own usual ones: the line, the band of the usual, the target and what is outside.

A small drawing beside words that say the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lib.charts.marks import line, painted
from lib.charts.svg import element, num, ornament
from lib.rules.monthly_limits import MonthLimits

MARGIN = 6.0
_PAINTS = {
    "worse": "var(--mb-worse,#c25700)",
    "better": "var(--mb-better,#0072b2)",
    "other": "var(--mb-muted,currentColor)",
}


@dataclass(frozen=True, slots=True)
class UsualLine:
    """Figures by month, counted from year 0, with the limits of the months that have them.

    `marks` has the months that something is to be said of, each 'worse', 'better' or 'other'; `targets` the limits of
    targets, each from a month to a month.
    """

    first: int
    last: int
    figures: Mapping[int, float]
    band: tuple[MonthLimits, ...] = ()
    marks: Mapping[int, str] = field(default_factory=dict)
    targets: tuple[tuple[int, int, float], ...] = ()


def usual_line(months: UsualLine, *, width: float = 300, height: float = 84) -> str:
    """The drawing of the months from the first to the last."""
    if not months.figures:
        return ornament(width, height)
    place = _Scale(months, width, height)
    targets = "".join(
        f"M{num(place.x(first - 0.5))} {num(place.y(level))}H{num(place.x(last + 0.5))}"
        for first, last, level in months.targets
    )
    return ornament(
        width,
        height,
        element("path", d=_band(months.band, place), style="fill:var(--mb-band,#d9dee4)") if months.band else "",
        painted("var(--mb-target,currentColor)", line(targets, "5 4", 1.25)),
        painted("var(--mb-muted,currentColor)", line(_path(months.figures, place), "", 1.75)),
        *_dots(months, place),
    )


class _Scale:
    """From a month and a figure to a place in the drawing."""

    def __init__(self, months: UsualLine, width: float, height: float) -> None:
        levels = [
            *months.figures.values(),
            *(end for limits in months.band for end in (limits.lower, limits.upper)),
            *(level for _first, _last, level in months.targets),
        ]
        self.low, self.high = min(levels), max(levels)
        self.first, self.span = months.first, max(months.last - months.first, 1)
        self.width, self.height = width, height

    def x(self, month: float) -> float:
        x = MARGIN + (month - self.first) / self.span * (self.width - 2 * MARGIN)
        return min(max(x, 0.0), self.width)

    def y(self, value: float) -> float:
        room = self.height - 2 * MARGIN
        return MARGIN + room * ((self.high - value) / (self.high - self.low) if self.high > self.low else 0.5)


def _band(band: Sequence[MonthLimits], place: _Scale) -> str:
    return "".join(
        f"M{num(place.x(limits.month - 0.5))} {num(place.y(limits.upper))}H{num(place.x(limits.month + 0.5))}"
        f"V{num(place.y(limits.lower))}H{num(place.x(limits.month - 0.5))}z"
        for limits in band
    )


def _path(figures: Mapping[int, float], place: _Scale) -> str:
    """The line through the figures; it is broken where months are not shown."""
    points = {month: f"{num(place.x(month))} {num(place.y(figures[month]))}" for month in sorted(figures)}
    first = next(iter(points))
    steps = (f"{'L' if later == month + 1 else 'M'}{points[later]}" for month, later in pairwise(points))
    return f"M{points[first]}{''.join(steps)}"


def _dots(months: UsualLine, place: _Scale) -> Iterator[str]:
    """The marked months, the newest, and those that no line joins."""
    newest = max(months.figures)
    for month, value in sorted(months.figures.items()):
        mark = months.marks.get(month)
        is_alone = not {month - 1, month + 1} & months.figures.keys()
        if mark or is_alone or month == newest:
            paint = _PAINTS[mark] if mark else "var(--mb-muted,currentColor)"
            radius = 4.0 if month == newest else 3.2
            yield element("circle", cx=place.x(month), cy=place.y(value), r=radius, style=f"fill:{paint}")

"""A bullet: a figure against its limit on one line, with the figure before it. The words beside say the same.

The stretch that the target allows is tinted and its limits are ticks; a hollow dot is the figure before, a filled one
the newest in the colour of its status. What is no single number is a bar, open towards the side where it has no end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, isfinite

from lib.charts.axes import stretch_of
from lib.charts.marks import line
from lib.charts.svg import element, num, ornament
from lib.charts.tones import TONES
from lib.rules.targets import Bounds

MARGIN = 9.0
# The share of the line, at least, that what is allowed beyond the limit takes.
ALLOWED = 0.15
# The pale fill of what is not judged would not be seen as a dot.
_PALE = "unknown"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A figure as the stretch it lies in, the stretch that is allowed, and the figure before (None = none to compare).

    `tone` names the colours of its status, `unit` is the unit of measure. `interval` is what the true figure may be,
    where the limit lies inside it.
    """

    now: Bounds
    allowed: Bounds
    tone: str
    unit: str = ""
    before: float | None = None
    interval: tuple[float, float] | None = None


def bullet(drawn: Bullet | None, *, width: int = 200, height: int = 26) -> str:
    """The bullet in a drawing that screen readers pass by; an empty one where there is nothing to compare."""
    if drawn is None:
        return ornament(width, height)
    line_of = _Line(drawn, width, height / 2)
    return ornament(width, height, *line_of.background(), *line_of.figures())


class _Line:
    """The line that a bullet stands on: where its values lie, and what is drawn there."""

    def __init__(self, drawn: Bullet, width: float, middle: float) -> None:
        self.drawn, self.width, self.middle = drawn, width, middle
        self.low, self.high = _stretch(drawn)

    def x(self, value: float) -> float:
        """The horizontal position of a value; that of what has no end is the edge."""
        share = (value - self.low) / (self.high - self.low) if isfinite(value) else float(value > 0)
        return MARGIN + min(max(share, 0.0), 1.0) * (self.width - 2 * MARGIN)

    def background(self) -> Iterator[str]:
        """The track, what is allowed of it, and the limits."""
        allowed = self.drawn.allowed
        yield self._bar(1.0, self.width - 1.0, 6.0, fill="currentColor", fill_opacity=0.14)
        start = self.x(allowed.low) if isfinite(allowed.low) else 1.0
        end = self.x(allowed.high) if isfinite(allowed.high) else self.width - 1.0
        if start < end:
            yield self._bar(start, end, 16.0, style="fill:var(--mb-met-soft,#e2f2ee);stroke:var(--mb-met-text,#00806b)")
        ticks = "".join(f"M{num(self.x(limit))} {num(self.middle - 12)}v24" for limit in allowed.ends)
        yield element("path", d=ticks, style="stroke:var(--mb-target,currentColor)", stroke_width=2.5)

    def figures(self) -> Iterator[str]:
        """The figure before, the newest, and the way between."""
        tone = TONES[self.drawn.tone]
        ink = f"var(--mb-{tone.token}-text,{tone.fallback})"
        fill = ink if tone.token == _PALE else f"var(--mb-{tone.token},{tone.fallback})"
        yield element("g", *self._before(), *self._interval(), *self._now(), style=f"color:{ink};fill:{fill}")

    def _before(self) -> Iterator[str]:
        if self.drawn.before is None:
            return
        start = self.x(self.drawn.before)
        end = min(max(start, self.x(self.drawn.now.low)), self.x(self.drawn.now.high))
        yield line(f"M{num(start)} {num(self.middle)}H{num(end)}", width=2)
        yield self._dot(start, 4.0, style="fill:var(--mb-background,#fff)", stroke_width=2.0)

    def _interval(self) -> Iterator[str]:
        if self.drawn.interval:
            start, end = map(self.x, self.drawn.interval)
            yield line(f"M{num(start)} {num(self.middle)}H{num(end)}", width=3)

    def _now(self) -> Iterator[str]:
        now = self.drawn.now
        if now.is_point:
            yield self._dot(self.x(now.low), 6.0)
            return
        start, end = self.x(now.low), self.x(now.high)
        yield self._bar(start, max(end, start + 3), 8.0, stroke="currentColor", stroke_width=1.5)
        yield from (self._dot(self.x(end), 4.5) for end in now.ends)

    def _dot(self, at: float, radius: float, stroke_width: float = 1.5, **look: str) -> str:
        place = {"cx": at, "cy": self.middle, "r": radius}
        return element("circle", **place, **look, stroke="currentColor", stroke_width=stroke_width)

    def _bar(self, start: float, end: float, height: float, **look: str | float) -> str:
        place = {"x": start, "y": self.middle - height / 2, "width": end - start, "height": height}
        return element("rect", **place, rx=min(3.0, height / 2), **look)


def _stretch(drawn: Bullet) -> tuple[float, float]:
    """The lowest and the highest value of the line, with something of what is allowed beyond each limit."""
    allowed, before = drawn.allowed, drawn.before
    values = [*drawn.now.ends, *allowed.ends, *(drawn.interval or ()), *(() if before is None else (before,))]
    low, high = stretch_of(values, drawn.unit)
    room = ALLOWED * (high - low)
    if allowed.high == inf:
        high = max(high, allowed.low + room)
    if allowed.low == -inf:
        low = min(low, allowed.high - room)
    return low, high

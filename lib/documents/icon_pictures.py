"""The statuses' icons as pictures for Word and PowerPoint, drawn from the same shapes as those of pages.

No font has to have them. A shape is flattened to polygons, which are filled by the even-odd rule.
"""

import math
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from lib.charts.icons import ICONS, SIDE
from lib.charts.tones import TONES

Place = tuple[float, float]
PIXELS, FINER = 96, 4  # the side of a picture, and how much finer it is drawn, for smooth edges
_STEPS = 16  # straight pieces of a curve
_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


@cache
def picture(name: str) -> bytes:
    """The icon of a status, in the colour of its words on white paper, as a PNG on a clear ground."""
    side, scale = PIXELS * FINER, PIXELS * FINER / SIDE
    shape = Image.new("1", (side, side))
    for polygon in polygons(ICONS[name]):
        part = Image.new("1", (side, side))
        ImageDraw.Draw(part).polygon([(x * scale, y * scale) for x, y in polygon], fill=1)
        shape = ImageChops.logical_xor(shape, part)
    drawn = Image.new("RGBA", (PIXELS, PIXELS), f"#{TONES[name].ink}")
    drawn.putalpha(shape.convert("L").resize((PIXELS, PIXELS), Image.Resampling.BOX))
    file = BytesIO()
    drawn.save(file, "PNG", optimize=True)
    return file.getvalue()


def polygons(path: str) -> list[list[Place]]:
    """The closed shapes of a path of SVG, as polygons. Raises KeyError for a command that no icon has."""
    shapes: list[list[Place]] = []
    for command, numbers in _commands(path):
        at = shapes[-1][-1] if shapes else (0.0, 0.0)
        kind, (x, y) = command.upper(), at if command.islower() else (0.0, 0.0)
        if command == "M":
            shapes.append([(numbers[0], numbers[1])])
        elif kind == "L":
            shapes[-1].append((x + numbers[0], y + numbers[1]))
        elif kind == "H":
            shapes[-1].append((x + numbers[0], at[1]))
        elif kind == "V":
            shapes[-1].append((at[0], y + numbers[0]))
        elif kind == "C":
            shapes[-1] += _curve(at, *((x + a, y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)))
        elif kind == "A":
            end = (x + numbers[5], y + numbers[6])
            shapes[-1] += _arc(at, end, numbers[0], is_large=bool(numbers[3]), is_clockwise=bool(numbers[4]))
    return shapes


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """The commands with their numbers; one that goes on without its letter is given it."""
    tokens = _TOKEN.findall(path)
    while tokens:
        command = tokens.pop(0)
        wanted = _ARGUMENTS[command.upper()]
        yield command, [float(tokens.pop(0)) for _number in range(wanted)]
        while wanted and tokens and not tokens[0].isalpha():
            following = {"M": "L", "m": "l"}.get(command, command)
            yield following, [float(tokens.pop(0)) for _number in range(wanted)]


def _curve(start: Place, first: Place, second: Place, end: Place) -> Iterator[Place]:
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield (
            sum(part * point[0] for part, point in zip(parts, (start, first, second, end), strict=True)),
            sum(part * point[1] for part, point in zip(parts, (start, first, second, end), strict=True)),
        )


def _arc(start: Place, end: Place, radius: float, *, is_large: bool, is_clockwise: bool) -> Iterator[Place]:
    """An arc of a circle by its ends (Scalable Vector Graphics 1.1, appendix F.6.5)."""
    across, down = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    half = math.hypot(across, down)
    off = math.sqrt(max(radius**2 - half**2, 0.0)) / half * (1 if is_large != is_clockwise else -1)
    middle = (end[0] + across + off * down, end[1] + down - off * across)
    first, last = (math.atan2(y - middle[1], x - middle[0]) for x, y in (start, end))
    turn = (last - first) % math.tau if is_clockwise else -((first - last) % math.tau)
    for step in range(1, _STEPS + 1):
        angle = first + turn * step / _STEPS
        yield middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle)

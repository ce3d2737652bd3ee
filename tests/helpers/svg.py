"""Reading a drawing: its marks, words and axes, where they stand and their texts."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from lib.charts.labels import SIZE
from lib.charts.marks import LINE_WIDTH
from lib.charts.svg import text_width

SVG = "{http://www.w3.org/2000/svg}"
Element = ElementTree.Element


def drawn(svg: str) -> Element:
    return ElementTree.fromstring(svg)


def group(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if element.get("class") == name]


def lines(root: Element) -> list[Element]:
    """The lines through the series."""
    return [path for path in root.iter(f"{SVG}path") if path.get("stroke-width") == str(LINE_WIDTH)]


def words(root: Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def places(root: Element) -> list[tuple[float, float]]:
    return [translation(element) for element in group(root, "mb-mark")]


def translation(element: Element) -> tuple[float, float]:
    match = re.fullmatch(r"translate\((\S+) (\S+)\)", element.get("transform", ""))
    assert match
    return float(match[1]), float(match[2])


def titles(root: Element, name: str) -> list[str]:
    return [element.findtext(f"{SVG}title", "") for element in group(root, name)]


def ticks(root: Element) -> dict[float, float]:
    """The height of every tick by its value, as its label says it in Swedish."""
    [axes] = group(root, "mb-axes")
    labels = [element for element in axes.iter(f"{SVG}text") if element.get("text-anchor") == "end"]
    return {float((element.text or "").translate(SWEDISH)): float(element.get("y", "")) - 4 for element in labels}


SWEDISH = str.maketrans({",": ".", "\u00a0": None, "\u2212": "-"})


def height_of(root: Element, value: float) -> float:
    """Where a value lies by the labels of the axis."""
    (low, y0), *_between, (high, y1) = sorted(ticks(root).items())
    return y0 + (value - low) / (high - low) * (y1 - y0)


def extents(element: Element, across: float = 0) -> Iterator[tuple[str, float, float]]:
    """Every text with about where it begins and ends."""
    if "translate" in element.get("transform", ""):
        across += translation(element)[0]
    if element.tag == f"{SVG}text":
        text, bold = element.text or "", element.get("font-weight") == "600"
        wide = text_width(text, float(element.get("font-size", SIZE)), bold=bold)
        left = (
            across
            + float(element.get("x", ""))
            - {"middle": 0.5, "end": 1}.get(element.get("text-anchor", ""), 0) * wide
        )
        yield text, left, left + wide
    for child in element:
        yield from extents(child, across)


def numbers(path: Element) -> list[float]:
    return [float(element) for element in re.findall(r"-?\d+\.?\d*", path.get("d", ""))]

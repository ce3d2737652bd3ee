"""Reading a drawing: its marks, words and axes, where they stand and what they say."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from lib.charts.labels import SIZE
from lib.charts.svg import text_width

SVG = "{http://www.w3.org/2000/svg}"
Element = ElementTree.Element


def drawn(svg: str) -> Element:
    return ElementTree.fromstring(svg)


def group(root: Element, name: str) -> list[Element]:
    return [one for one in root.iter(f"{SVG}g") if one.get("class") == name]


def words(root: Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def places(root: Element) -> list[tuple[float, float]]:
    return [translation(one) for one in group(root, "mb-mark")]


def translation(one: Element) -> tuple[float, float]:
    found = re.fullmatch(r"translate\((\S+) (\S+)\)", one.get("transform", ""))
    assert found
    return float(found[1]), float(found[2])


def titles(root: Element, name: str) -> list[str]:
    return [one.findtext(f"{SVG}title", "") for one in group(root, name)]


def ticks(root: Element) -> dict[float, float]:
    """The height of every tick by its value, as its label says it in Swedish."""
    [axes] = group(root, "mb-axes")
    labels = [one for one in axes.iter(f"{SVG}text") if one.get("text-anchor") == "end"]
    return {float((one.text or "").translate(SWEDISH)): float(one.get("y", "")) - 4 for one in labels}


SWEDISH = str.maketrans({",": ".", "\u00a0": None, "\u2212": "-"})


def height_of(root: Element, value: float) -> float:
    """Where a value lies by the labels of the axis."""
    (low, y0), *_between, (high, y1) = sorted(ticks(root).items())
    return y0 + (value - low) / (high - low) * (y1 - y0)


def extents(one: Element, across: float = 0) -> Iterator[tuple[str, float, float]]:
    """Every text with about where it begins and ends."""
    if "translate" in one.get("transform", ""):
        across += translation(one)[0]
    if one.tag == f"{SVG}text":
        said, bold = one.text or "", one.get("font-weight") == "600"
        wide = text_width(said, float(one.get("font-size", SIZE)), bold=bold)
        left = across + float(one.get("x", "")) - {"middle": 0.5, "end": 1}.get(one.get("text-anchor", ""), 0) * wide
        yield said, left, left + wide
    for child in one:
        yield from extents(child, across)


def numbers(path: Element) -> list[float]:
    return [float(one) for one in re.findall(r"-?\d+\.?\d*", path.get("d", ""))]

"""What Kolada's API (v3) answers, checked against its declared types before anything is made of it.

Rows: `{"kpi", "municipality" or "ou", "period", "values": [{"gender", "count", "status", "value", "isdeleted"}]}`. The
order of the genders is not guaranteed, so that they are told by their code alone.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from lib.words.language import _

GENDERS = ("T", "K", "M")
T = TypeVar("T")


class KoladaError(Exception):
    """Kolada cannot be asked, or its answer cannot be used; the message is a plain sentence."""


@dataclass(frozen=True, slots=True)
class KoladaFigure:
    """One published figure. Where `value` is None, `status` is Kolada's code for why ('' = it says nothing)."""

    indicator: str
    place: str
    year: int
    gender: str
    value: float | None
    status: str = ""
    is_deleted: bool = False

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What it is a figure of."""
        return self.indicator, self.place, self.year, self.gender


@dataclass(frozen=True, slots=True)
class KoladaIndicator:
    """An indicator as Kolada describes it. The days are ISO texts, '' where none is said."""

    id: str
    title: str
    description: str
    by_gender: bool
    has_units: bool
    preliminary_on: str
    final_on: str
    published_period: str


@dataclass(frozen=True, slots=True)
class KoladaPlace:
    """A municipality, a region, a group of them or a unit of one, by its id; the id where it has no name."""

    id: str
    name: str
    municipality: str = ""


def page_of(body: Any, row: Callable[[Mapping[str, Any]], Iterator[T]]) -> tuple[list[T], str]:
    """The rows of one page and the address of the next ('' = none); the count that it tells is not trusted.

    Raises KoladaError where the answer is of another shape.
    """
    if not isinstance(body, dict) or not isinstance(body.get("values"), list):
        raise KoladaError(_("Kolada’s answer is not of the kind that was expected: there is no list of values."))
    following = body.get("next_url")
    if following is not None and not isinstance(following, str):
        raise _unlike("next_url", following)
    rows = list[T]()
    for entry in body["values"]:
        if not isinstance(entry, dict):
            raise _unlike("values", entry)
        rows += row(entry)
    return rows, following or ""


def figures(entry: Mapping[str, Any]) -> Iterator[KoladaFigure]:
    """The figures of a row, for a municipality or a unit."""
    indicator, place = _text(entry, "kpi"), _text(entry, "ou" if "ou" in entry else "municipality")
    year = _year(entry)
    values = entry.get("values")
    if not isinstance(values, list):
        raise _unlike("values", values)
    for value in values:
        if not isinstance(value, dict):
            raise _unlike("values", value)
        gender = value.get("gender")
        if gender not in GENDERS:
            raise _unlike("gender", gender)
        yield KoladaFigure(
            indicator, place, year, gender, _number(value), _optional(value, "status"), _truth(value, "isdeleted")
        )


def indicators(entry: Mapping[str, Any]) -> Iterator[KoladaIndicator]:
    """The indicator that a row describes."""
    yield KoladaIndicator(
        _text(entry, "id"),
        _optional(entry, "title"),
        _optional(entry, "description"),
        _truth(entry, "is_divided_by_gender"),
        _truth(entry, "has_ou_data"),
        _optional(entry, "prel_publication_date"),
        _optional(entry, "publication_date"),
        str(entry.get("publ_period") or ""),
    )


def places(entry: Mapping[str, Any]) -> Iterator[KoladaPlace]:
    """The municipality, group or unit of a row."""
    code = _text(entry, "id")
    yield KoladaPlace(code, _optional(entry, "title").strip() or code, _optional(entry, "municipality"))


def _unlike(name: str, value: object) -> KoladaError:
    sentence = _("Kolada’s answer is not of the kind that was expected: {name} is “{value}”.")
    return KoladaError(sentence.format(name=name, value=str(value)[:60]))


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value:
        raise _unlike(name, value)
    return value


def _optional(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if value is not None and not isinstance(value, str):
        raise _unlike(name, value)
    return value or ""


def _truth(entry: Mapping[str, Any], name: str) -> bool:
    value = entry.get(name)
    if value not in (None, False, True, 0, 1):  # v2 had numbers
        raise _unlike(name, value)
    return bool(value)


def _number(entry: Mapping[str, Any]) -> float | None:
    value = entry.get("value")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _unlike("value", value)
    return float(value)


def _year(entry: Mapping[str, Any]) -> int:
    value = entry.get("period")
    text = str(value)
    if isinstance(value, bool) or not isinstance(value, int | str) or not (text.isascii() and text.isdecimal()):
        raise _unlike("period", value)
    if not 1900 <= int(text) <= 2200:
        raise _unlike("period", value)
    return int(text)

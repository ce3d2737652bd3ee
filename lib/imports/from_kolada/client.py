"""Asking Kolada's API (v3): 25 ids at a time, page by page, a year at a time, with patience and a limit to it.

All or nothing: an answer that is missing after every attempt raises, and nothing of the rest is given. More than 25 ids
in a part, or more than 5 000 rows a page, are refused by Kolada; `next_url` leads from page to page.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import httpx

from lib.imports.from_kolada import replies
from lib.imports.from_kolada.replies import KoladaError, KoladaFigure, KoladaIndicator, KoladaPlace
from lib.words.language import _

MOST_IDS, PAGE, ATTEMPTS = 25, 5000, 5
LONGEST_WAIT, TIMEOUT = 60.0, 30.0  # seconds
MOST_PAGES, LARGEST = 200, 20_000_000
_AGAIN = frozenset({429, 500, 502, 503, 504})
T = TypeVar("T")


class KoladaClient:
    """Kolada at an address, such as https://api.kolada.se/v3/. `wait` is told for how many seconds."""

    def __init__(self, address: str, wait: Callable[[float], None] = time.sleep) -> None:
        self.address = address.rstrip("/") + "/"
        self._wait = wait
        self._http = httpx.Client(timeout=TIMEOUT, follow_redirects=False, headers={"accept": "application/json"})

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def figures(
        self, indicators: Sequence[str], places: Sequence[str], years: Sequence[int], *, of_units: bool = False
    ) -> list[KoladaFigure]:
        """The figures of some indicators, places (or units of one) and years. Raises KoladaError.

        A figure that is given twice and is not the same is no answer to build on.
        """
        kind, where = ("oudata", "ou") if of_units else ("data", "municipality")
        found: dict[tuple[str, str, int, str], KoladaFigure] = {}
        for year in sorted(set(years)):
            for some in _parts(indicators):
                for others in _parts(places):
                    path = f"{kind}/kpi/{_joined(some)}/{where}/{_joined(others)}/year/{year}"
                    for figure in self._all(path, {}, replies.figures):
                        if figure.indicator not in some or figure.place not in others or figure.year != year:
                            raise KoladaError(_("Kolada answered with a figure that was not asked for."))
                        if found.setdefault(figure.key, figure) != figure:
                            raise KoladaError(_("Kolada gave two different values for the same figure."))
        return list(found.values())

    def indicators(self, ids: Sequence[str]) -> dict[str, KoladaIndicator]:
        """The indicators of these ids that Kolada has, by id: one that is gone is left out. Raises KoladaError."""
        rows = (row for some in _parts(ids) for row in self._all(f"kpi/{_joined(some)}", {}, replies.indicators))
        return {row.id: row for row in rows}

    def search(self, words: str) -> list[KoladaIndicator]:
        """The indicators whose title has the words. Raises KoladaError."""
        return list(self._all("kpi", {"title": words}, replies.indicators))

    def units(self, municipality: str) -> list[KoladaPlace]:
        """The units that a municipality has figures for. Raises KoladaError."""
        return list(self._all("ou", {"municipality": municipality}, replies.places))

    def groups(self, words: str) -> list[KoladaPlace]:
        """The groups of municipalities whose title has the words, such as 'Liknande kommuner'. Raises KoladaError."""
        return list(self._all("municipality_groups", {"title": words}, replies.places))

    def _all(self, path: str, query: Mapping[str, str], row: Callable[[Mapping[str, Any]], Iterator[T]]) -> Iterator[T]:
        """The rows of every page."""
        address = str(httpx.URL(self.address + path, params={**query, "per_page": str(PAGE)}))
        seen = set[str]()
        while address:
            if address in seen or len(seen) == MOST_PAGES:
                raise KoladaError(_("Kolada’s pages lead round in a circle."))
            seen.add(address)
            rows, following = replies.page_of(self._answer(address), row)
            yield from rows
            address = self._own(following) if following else ""

    def _own(self, address: str) -> str:
        """The next page's address, which must be of the very server that the settings name."""
        next_page, own = urlsplit(address), urlsplit(self.address)
        if next_page.netloc and next_page.netloc != own.netloc:
            raise KoladaError(_("Kolada’s answer leads to another server, which is not asked."))
        path = address if not next_page.netloc else f"{next_page.path}?{next_page.query}"
        return f"{own.scheme}://{own.netloc}/{path.lstrip('/')}"

    def _answer(self, address: str) -> Any:
        """The answer as JSON, after as many attempts as it takes, up to a limit."""
        for attempt in range(ATTEMPTS):
            pause = min(0.5 * 2**attempt, LONGEST_WAIT)
            try:
                answer = self._http.get(address)
            except httpx.HTTPError as error:
                reason = _("no answer ({reason})").format(reason=type(error).__name__)
            else:
                if answer.status_code == httpx.codes.OK:
                    return _json(answer)
                reason = str(answer.status_code)
                if answer.status_code not in _AGAIN:
                    break
                pause = _asked_pause(answer, pause)
            if attempt < ATTEMPTS - 1:
                self._wait(pause)
        raise KoladaError(_("Kolada cannot be read now: {reason}. Nothing was changed.").format(reason=reason))


def _json(answer: httpx.Response) -> Any:
    if len(answer.content) > LARGEST:
        raise KoladaError(_("Kolada’s answer is too large."))
    try:
        return answer.json()
    except ValueError as error:
        raise KoladaError(_("Kolada’s answer cannot be read.")) from error


def _asked_pause(answer: httpx.Response, otherwise: float) -> float:
    """The seconds that the server asks to wait, within reason."""
    text = answer.headers.get("retry-after", "")
    return min(float(text), LONGEST_WAIT) if text.isascii() and text.isdecimal() else otherwise


def _parts(ids: Sequence[str]) -> Iterator[list[str]]:
    """Each id once, as many at a time as Kolada takes."""
    each = list(dict.fromkeys(ids))
    for start in range(0, len(each), MOST_IDS):
        yield each[start : start + MOST_IDS]


def _joined(ids: Sequence[str]) -> str:
    return ",".join(quote(one, safe="") for one in ids)

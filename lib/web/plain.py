"""Documents of our own as answers: an address that leads nowhere, a page that cannot be shown."""

from functools import cache, lru_cache

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from lib.site import OVERVIEW, href, language_of
from lib.web import static
from lib.web.render import render
from lib.words.language import DEFAULT_LANGUAGE, _, use_language


def answer(html: str, headers: Headers, status: int = 200) -> Response:
    """A document as an answer, compressed as the browser likes it."""
    encoding = static.accepted(headers)
    caching = {"cache-control": "no-cache", "vary": "accept-encoding"}
    return static.respond(_packed(html, encoding), static.TYPES[".html"], encoding, headers, caching, status)


@lru_cache(maxsize=64)
def _packed(html: str, encoding: str) -> bytes:
    content = html.encode()
    return static.LIGHTLY[encoding](content) if encoding else content


def lost(headers: Headers, language: str, what: str = "page") -> Response:
    """The answer where an address leads to nothing."""
    return answer(lost_html(language, what), headers, 404)


@cache
def lost_html(language: str, what: str = "page") -> str:
    """The page for an address that leads nowhere."""
    use_language(language)
    title, text = _("No such page"), _("The address leads nowhere. Check that it is written correctly.")
    if what == "presentation":
        title = _("No presentation now")
        text = _("The code is misspelt, or the presentation is over. Ask the presenter for the code.")
    return _page(title, text, _own_language(OVERVIEW, language), _("To the start page"))


async def failed(request: Request, _error: Exception) -> Response:
    """The answer where a page cannot be drawn: a sentence and the way on. The traceback goes to the log."""
    language = language_of(request.query_params)
    use_language(language)
    title, link = _("The page could not be shown"), _("Load the page again")
    html = _page(title, failure_text(), _own_language(request.url.path, language), link, is_failure=True)
    return answer(html, request.headers, 500)


def failure_text() -> str:
    """The sentence where a page fails."""
    return _(
        "The page could not be shown. Load it again. If that does not help, tell whoever runs the system what you did "
        "and at what time."
    )


def _own_language(path: str, language: str) -> str:
    return href(path, {"lang": language} if language != DEFAULT_LANGUAGE else {})


def _page(title: str, text: str, address: str, link: str, is_failure: bool = False) -> str:
    return render("plain", own=static.own, title=title, text=text, address=address, link=link, is_failure=is_failure)

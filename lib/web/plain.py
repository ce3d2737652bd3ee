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


def told(headers: Headers, title: str, text: str, address: str, link: str, status: int) -> Response:
    """A page with a sentence and a link."""
    return answer(_page(title, text, address, link), headers, status)


def forbidden(headers: Headers, sentence: str) -> Response:
    """The answer to what the user may not do."""
    return answer(_page(_("Not allowed"), sentence, OVERVIEW, _("To the start page")), headers, 403)


def without_role(headers: Headers, who: str) -> Response:
    """The answer to somebody who is signed in and may read nothing."""
    text = _("You are signed in as {who}, who has no role in Målbild yet. Ask its administrator for one.")
    return answer(_page(_("No role yet"), text.format(who=who), OVERVIEW, _("Try again")), headers, 403)


def signed_out(headers: Headers) -> Response:
    """The answer where a proxy should have said who the user is, and did not."""
    text = _("You are not signed in, and Målbild is not open to everybody.")
    return answer(_page(_("Sign in"), text, OVERVIEW, _("Try again")), headers, 401)


async def not_allowed(request: Request, refusal: Exception) -> Response:
    """As `forbidden`, of a route."""
    use_language(language_of(request.query_params))
    return forbidden(request.headers, str(refusal))


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

"""Streamlit's document with our language, head and words: Streamlit has no setting for any of them."""

import re
from collections.abc import Iterable

from lib.web.seams.bundle import SeamError, index

_SCRIPT = r'<script type="module"[^>]*src="\./([^"]+)"[^>]*></script>'
_PART = re.compile(r'<link rel="modulepreload"[^>]*href="\./([^"]+)"[^>]*>\s*')


def document(*, language: str, head: str, no_script: str, first: str, parts: Iterable[str] = ()) -> str:
    """The document of a page. `head` takes the title's place, `first` stands before the element Streamlit fills.

    Streamlit's scripts, and the `parts` of it that the page needs, are only named: streamlit.js asks for them once the
    page has been painted, so that nothing is fetched before what is read.
    """
    html = re.sub(r"<!--.*?-->\s*", "", index(), flags=re.DOTALL)
    scripts = [f"/{address}" for address in _PART.findall(html)]
    if not scripts:
        raise SeamError("the document fetches no scripts ahead")
    html = _PART.sub("", html)
    script = re.search(_SCRIPT, html)
    address = f"/{script[1]}" if script else ""
    named = f'<meta name="mb-app" content="{" ".join([address, *scripts, *parts])}">'
    for pattern, new in (
        # A screen reader speaks the language that the document names.
        (r'<html lang="en">', f'<html lang="{language}">'),
        # The one inline script, which our security policy refuses; ui.js does the same.
        (r"<script>.*?</script>\s*", ""),
        (r'<link rel="shortcut icon"[^>]*>\s*', ""),
        # The interface for programs, which is closed here.
        (r'<link rel="service-desc"[^>]*>\s*', ""),
        (_SCRIPT, named),
        # The whole font; its part that is needed first is asked for instead.
        (r'<link\s+rel="preload"[^>]*as="font"[^>]*>\s*', ""),
        (r"<title>.*?</title>", head),
        (r"<noscript>.*?</noscript>", f"<noscript>{no_script}</noscript>"),
        (r'<div id="root"></div>', f'{first}<div id="root"></div>'),
    ):
        html = once(pattern, new, html)
    # The addresses are relative, which they cannot be where a page has one of its own.
    html = html.replace('"./static/', '"/static/')
    if '"./' in html:
        raise SeamError("the document has relative addresses to something else than /static/")
    return html


def once(pattern: str, new: str, text: str) -> str:
    """The text with the only match of a pattern replaced. Raises SeamError where there is none, or more than one."""
    changed, times = re.subn(pattern, lambda _match: new, text, flags=re.DOTALL)
    if times != 1:
        raise SeamError(f"{times} × {pattern} in the document")
    return changed

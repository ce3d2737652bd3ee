"""The pages of the site map as Streamlit runs them, and which of them the address asks for.

They are made once, since each is looked for on disk when it is made. Every look releases the interpreter, and among
fifty visitors it then waits its turn again: about a hundred such waits made up most of the time of a slow run.
"""

from functools import cache
from pathlib import Path

import streamlit as st

from lib.site import BY_PATH, PAGES, SitePage
from lib.web.seams.pages import current_page
from lib.words.language import _, language

PAGES_DIR = Path(__file__).parents[2] / "pages"


def current() -> tuple[SitePage, st.Page]:
    """The page that the address asks for, on the site map and as it is run. Only within the run of a script."""
    page = current_page(_pages(language()))
    return BY_PATH[f"/{page.url_path}"], page


@cache
def _pages(_language: str) -> list[st.Page]:
    return [
        st.Page(PAGES_DIR / page.file, title=_(page.title), url_path=page.url_path, default=not page.url_path)
        for page in PAGES
    ]

"""The pages as Streamlit knows them, made once: each is looked for on disk when it is made.

Every look lets go of the interpreter, and among fifty visitors it then waits its turn for it again: some hundred such
waits were most of the time of a slow run.
"""

from copy import copy
from functools import cache
from pathlib import Path

import streamlit as st

from lib.site import BY_PATH, PAGES, SitePage
from lib.words.language import _, language

PAGES_DIR = Path(__file__).parents[2] / "pages"


def asked_for() -> tuple[SitePage, st.Page]:
    """The page that the address asks for, on the site map and as it is run. Only within the run of a script."""
    # Copies, as Streamlit marks the one to be run, and forgets the mark when it has run.
    chosen = st.navigation([copy(page) for page in _pages(language())], position="hidden")
    return BY_PATH[f"/{chosen.url_path}"], chosen


@cache
def _pages(_language: str) -> list[st.Page]:
    return [
        st.Page(PAGES_DIR / page.file, title=_(page.title), url_path=page.url_path, default=not page.url_path)
        for page in PAGES
    ]

"""The frame around every page, run by Streamlit at each visit and each choice.

The pages are not beside this file on purpose: a folder `pages/` next to the main script makes Streamlit 1.67
start in its older multipage mode, where the first address opened on a fresh server gets no frame.
"""

from pathlib import Path

import streamlit as st

from lib.search import search
from lib.ui import choices, forms_html, reading, search_html
from lib.ui.site import BY_PATH, PAGES, SitePage, document_title, language_of, nav_html
from lib.words import _, use_language

PAGES_DIR = Path(__file__).parents[2] / "pages"


def frame() -> None:
    """Draw the frame and run the page that was asked for."""
    use_language(language_of(st.query_params))
    chosen = st.navigation(
        [
            st.Page(PAGES_DIR / page.file, title=_(page.title), url_path=page.url_path, default=not page.url_path)
            for page in PAGES
        ],
        position="hidden",
    )
    page = BY_PATH[f"/{chosen.url_path}"]
    st.set_page_config(page_title=document_title(page), layout="wide")
    st.html(nav_html(page, st.query_params))
    st.session_state["path"] = page.path  # for links to the very page
    show_hits(page, choices.searched())
    chosen.run()
    st.sidebar.html(forms_html.search(choices.searched(), page.path, st.query_params.to_dict()))


def show_hits(page: SitePage, text: str) -> None:
    """What the search in the address found, above the page; nothing without a search."""
    if not text:
        return
    boards = reading.boards()
    own = choices.board_of(st.query_params, boards)
    hits = search(reading.search_index(), text, own=own)
    st.html(search_html.page(text, hits, boards, own, page.path, st.query_params.to_dict()))


frame()

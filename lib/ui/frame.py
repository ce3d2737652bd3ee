"""The frame around every page, run by Streamlit at each visit and each choice.

The pages are not beside this file on purpose: a folder `pages/` next to the main script makes Streamlit 1.67
start in its older multipage mode, where the first address opened on a fresh server gets no frame.
"""

import streamlit as st

from lib.search import search
from lib.ui import choices, forms_html, navigation, reading, search_html
from lib.ui.site import SitePage, document_title, language_of, nav_html
from lib.words import use_language


def frame() -> None:
    """Draw the frame and run the page that was asked for."""
    use_language(language_of(st.query_params))
    page, chosen = navigation.asked_for()
    st.set_page_config(page_title=document_title(page), layout="wide")
    st.html(nav_html(page, st.query_params))
    st.session_state["path"] = page.path  # for links to the very page
    reading.look()  # after the navigation, which stands also where the store cannot be read
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

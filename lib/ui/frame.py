"""The frame around every page, run by Streamlit at each visit and each choice.

The pages are not beside this file on purpose: a folder `pages/` next to the main script makes Streamlit 1.67
start in its older multipage mode, where the first address opened on a fresh server gets no frame.
"""

import streamlit as st

from lib.site import SitePage, document_title, language_of
from lib.ui import choices, navigation
from lib.views.search import search
from lib.web import memory
from lib.web.pages import forms
from lib.web.pages import search as search_html
from lib.web.pages.navigation import nav_html
from lib.words.language import use_language


def frame() -> None:
    """Draw the frame and run the page of the address."""
    use_language(language_of(st.query_params))
    page, script = navigation.current()
    st.set_page_config(page_title=document_title(page), layout="wide")
    st.html(nav_html(page, st.query_params))
    st.session_state["path"] = page.path  # for links to the very page
    memory.see_version()  # after the navigation, which stands also where the store cannot be read
    show_hits(page, choices.searched())
    script.run()
    st.sidebar.html(forms.search(choices.searched(), page.path, st.query_params.to_dict()))


def show_hits(page: SitePage, text: str) -> None:
    """Draw the hits of the search in the address above the page; nothing without a search."""
    if not text:
        return
    boards = memory.boards()
    own = choices.board_of(st.query_params, boards)
    hits = search(memory.search_index(), text, own=own)
    st.html(search_html.page(text, hits, boards, own, page.path, st.query_params.to_dict()))


frame()

"""The page that Streamlit is to run, of pages that are made once and shared by all visitors."""

from collections.abc import Sequence
from copy import copy

import streamlit as st


def current_page(pages: Sequence[st.Page]) -> st.Page:
    """The page of the address, to be run. Only within the run of a script."""
    # Copies, as Streamlit marks the page to be run in the page itself, and removes the mark when it has run.
    return st.navigation([copy(page) for page in pages], position="hidden")

"""The sentence where a page fails. The traceback goes to the log, where Streamlit writes it."""

import streamlit as st

from lib.site import language_of
from lib.web.plain import failure_text
from lib.words.language import use_language


def on_script_error(error: Exception) -> bool:
    """Write a plain sentence about the error and the way on; True keeps Streamlit from showing its own text."""
    del error  # already in the log
    use_language(language_of(st.query_params))  # the page may have failed before it did
    st.error(failure_text())
    return True

"""The sentence where a page fails. The traceback goes to the log, where Streamlit writes it."""

import streamlit as st

from lib.site import language_of
from lib.store.access import Forbidden
from lib.web.plain import failure_text
from lib.words.language import use_language


def on_script_error(error: Exception) -> bool:
    """Write a plain sentence about the error and the way on; True keeps Streamlit from showing its own text."""
    use_language(language_of(st.query_params))  # the page may have failed before it did
    if isinstance(error, Forbidden):
        st.warning(str(error))
        return True
    st.error(failure_text())  # the error is already in the log
    return True

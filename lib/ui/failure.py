"""The sentence where a page fails. The traceback goes to the log, where Streamlit writes it."""

import streamlit as st

from lib.site import language_of
from lib.words.language import _, use_language


def on_script_error(error: Exception) -> bool:
    """Write a plain sentence about the error and the way on; True keeps Streamlit from showing its own text."""
    del error  # already in the log
    use_language(language_of(st.query_params))  # the page may have failed before it did
    sentence = _(
        "The page could not be shown. Load it again. If that does not help, tell whoever runs the system what you did "
        "and at what time."
    )
    st.error(sentence)
    return True

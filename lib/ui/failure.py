"""What the user reads when a page fails. The traceback goes to the log, where Streamlit writes it.

The words stand here and not in the catalogue: the catalogue may be what failed.
"""

import streamlit as st

from lib.site import language_of

MESSAGES = {
    "sv": (
        "Sidan kunde inte visas. Läs in den igen. Hjälper inte det, berätta för den som sköter systemet "
        "vad du gjorde och hur mycket klockan var."
    ),
    "en": (
        "The page could not be shown. Load it again. If that does not help, tell whoever runs the system "
        "what you did and at what time."
    ),
}


def on_script_error(error: Exception) -> bool:
    """Say in plain words what happened and what to do; True keeps Streamlit from showing its own text."""
    del error  # already in the log
    st.error(MESSAGES[language_of(st.query_params)])
    return True

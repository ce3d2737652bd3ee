"""The frame around every page, run by Streamlit at each visit and each choice.

The pages are not beside this file on purpose: a folder `pages/` next to the main script makes Streamlit 1.67
start in its older multipage mode, where the first address opened on a fresh server gets no frame.
"""

from base64 import b64encode

import streamlit as st

from lib.site import language_of
from lib.store.access import refusal
from lib.ui import choices, navigation
from lib.web import memory, reading
from lib.web.address import Address
from lib.web.frame import frame_of
from lib.web.render import render
from lib.words.language import _, use_language


def frame() -> None:
    """Send the frame and run the page of the address."""
    use_language(language_of(st.query_params))
    page, script = navigation.current()
    if not memory.boards():  # signed out in another window, or the sign-in has ended
        st.html(
            render("line", text=refusal(), quiet=False, address=st.context.url or "", link=_("Load the page again"))
        )
        st.stop()
    memory.see_version()
    address = choices.begin(page)
    reading.use_words_of(address)
    st.set_page_config(page_title=reading.title(address), layout="wide")
    st.html(_sent(address))
    script.run()


def _sent(address: Address) -> str:
    """The frame as data, which ui.js sets in its place in the document, outside of what Streamlit draws."""
    frame = frame_of(address)
    html = b64encode(render("frame", frame=frame).encode()).decode()
    return render("sent", at=frame.at, html=html, edits=frame.is_editing)


frame()

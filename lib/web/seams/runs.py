"""What the run of a page knows of the request that it serves."""


def header_of_run(name: str) -> str:
    """A header of the handshake of the session whose page runs in this thread; '' where none does."""
    import streamlit as st
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    if get_script_run_ctx(suppress_warning=True) is None:
        return ""
    return str(st.context.headers.get(name) or "")

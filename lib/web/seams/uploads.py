"""The files that Streamlit's sessions hold in memory, and the address at which they come."""

import re

from lib.web.seams.bundle import SeamError

_PATH = "/_stcore/upload_file/"


def session_of(path: str) -> str | None:
    """The session that a file is sent to by this address; None at any other address."""
    return path.removeprefix(_PATH).split("/")[0] if path.startswith(_PATH) else None


def held(session: str = "") -> int:
    """How many bytes a session's files have, or those of all sessions."""
    from streamlit.runtime import Runtime, exists

    if not exists():
        return 0
    files = getattr(Runtime.instance().uploaded_file_mgr, "file_storage", None)
    if files is None:
        raise SeamError("uploaded files are kept elsewhere")
    kept = [files[session]] if session in files else [] if session else list(files.values())
    return sum(len(file.data) for of_session in kept for file in list(of_session.values()))


def lost(key: str) -> int | None:
    """The number of the uploader, called by this key and a number, whose files the browser has and this server has not.

    A browser that comes back to a server which was started again, or has forgotten its session, says what its controls
    held: Streamlit leaves files out that are gone, and says nothing.
    """
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    run = get_script_run_ctx(suppress_warning=True)
    if run is None:
        return None
    states = getattr(getattr(run.session_state, "_state", None), "_new_widget_state", None)
    if states is None:
        raise SeamError("the state of controls is kept elsewhere")
    numbers = []
    for widget in list(states):
        match = re.fullmatch(rf"\$\$ID-.+-{key}(\d+)", widget)
        said = states.get_serialized(widget) if match else None
        files = [file.file_id for file in said.file_uploader_state_value.uploaded_file_info] if said else []
        if match and len(run.uploaded_file_mgr.get_files(run.session_id, files)) < len(files):
            numbers.append(int(match[1]))
    return max(numbers, default=None)

"""The files that Streamlit's sessions hold in memory, and the address at which they come."""

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

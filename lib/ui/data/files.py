"""The dropped files as they are read: each kept for its session until it is dropped or taken away."""

from collections.abc import Collection

import streamlit as st

from lib.imports.preview.preview import Preview, preview
from lib.imports.upload import Upload, read_in
from lib.ui.data import answers, corrections
from lib.web import memory
from lib.web.seams import uploads
from lib.words.language import _, language

_READ, _TIMES, _LOST = "data-read", "data-upload", "data-lost"
# The key of the uploader, with a number that grows when it is emptied.
KEY = "data-file-"


def uploader() -> str:
    """The key of the uploader as it is now: another one where the files of the last are gone with their server."""
    gone = uploads.lost(KEY) if _READ not in st.session_state else None
    if gone is not None:
        st.session_state[_TIMES], st.session_state[_LOST] = gone + 1, True
    return f"{KEY}{st.session_state.get(_TIMES, 0)}"


def are_lost() -> bool:
    """Whether files that were here are gone, until others are dropped."""
    return bool(st.session_state.get(_LOST))


def empty() -> None:
    """Let the uploader be empty at the next run, when its files are saved."""
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1


def percent_key(file: str) -> str:
    """The key of the box by which a file's shares are read as per cent."""
    return f"data-percent-{file}"


def keep_only(files: Collection[str]) -> None:
    """Release the readings of files that are no longer there."""
    if files:
        st.session_state.pop(_LOST, None)
    kept = st.session_state.get(_READ, {})
    for file in kept.keys() - set(files):
        del kept[file]


def read(board: str, file: str, name: str, content: bytes) -> tuple[Upload, Preview]:
    """The file compared with the store: again when the data, or the user's answers on its columns, change.

    It is parsed once a language, since its remarks are texts.
    """
    store, mappings = memory.store(), answers.of_file(file)
    percent = bool(st.session_state.get(percent_key(file)))
    given = tuple((key, answer.to_json()) for key, answer in mappings.items())
    corrected = corrections.of_file(file)
    of = (board, file, store.version(), language(), given, percent, tuple(corrected.items()))
    kept = st.session_state.setdefault(_READ, {})
    before, last, _whole = kept.get(file, (None, None, None))
    if before != of:
        book = last.book if last and before[3] == language() else None
        bar = st.progress(0.0, _("The file is read …"))

        def progress(part: float) -> None:
            bar.progress(part, _("The file is read …"))

        try:
            upload = read_in(
                store, board, name, content, mappings, progress, percent=percent, book=book, corrections=corrected
            )
            kept[file] = of, upload, preview(store, upload.plan)
            store.people.note("previewed", board, name)
        finally:
            bar.empty()
    _of, upload, whole = kept[file]
    return upload, whole

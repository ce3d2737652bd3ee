"""Several files at once on the page Data: one set of answers for those of a layout, and one batch for each file."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lib.imports.preview.preview_text import headline, impossible
from lib.imports.upload import Upload
from lib.imports.workbook.read import Unreadable
from lib.ui.choices import plain
from lib.ui.data import answers, files, mapping, sheets
from lib.ui.data.confirm import PlanOrigin, confirm_all, draw, state_of
from lib.ui.data.faults import ask_percent, faults
from lib.views.board import BoardData
from lib.web.pages import data as data_html
from lib.words.language import _, ngettext, number


def show(given: Sequence[UploadedFile], data: BoardData) -> None:
    """Every file with its questions, faults and remarks, and one button that writes them all."""
    names = [file.file_id for file in given]
    uploads: dict[str, Upload] = {}
    waiting = list[str]()
    for file in given:
        answers.share(file.file_id, names)
        try:
            upload, _whole = files.read(data.code, file.file_id, file.name, file.getvalue())
        except Unreadable as error:
            st.html(data_html.problem(file.name, str(error)))
            continue
        uploads[file.file_id] = upload
        is_ready = _show_one(file, upload, data, is_first=not waiting)
        if is_ready is None:
            return
        if not is_ready:
            waiting.append(file.name)
    twice = _given_twice(list(uploads.values()))
    draw(data_html.problems(twice, _("The files differ"), _("Take one of the files away, or correct one of them.")))
    _confirm(list(uploads.items()), waiting, stop=_("Some figures stand in several files.") if twice else "")


def _show_one(file: UploadedFile, upload: Upload, data: BoardData, *, is_first: bool) -> bool | None:
    """Draw one file, open where something of it must be answered; whether it can be written.

    None while names in it are being added to the board: the others wait for that.
    """
    reading = upload.reading
    is_open = bool(reading.unknown or reading.problems or reading.cautions)
    counts = headline(upload.plan, impossible(reading.problems))
    with st.expander(plain(f"{file.name}: {counts}"), expanded=is_open and is_first):
        if mapping.ask(reading, file.file_id, data):
            return None
        ask_percent(upload, file.file_id)
        draw(data_html.listed(reading.ignored))
        stops = faults(upload, file.file_id)
        sheets.show(reading.explanations, file.file_id, data)
    return not stops and not reading.unknown


def _given_twice(uploads: Sequence[Upload]) -> list[str]:
    """The figures that two files give differently."""
    values: dict[tuple[str, Hashable], dict[str, object]] = defaultdict(dict)
    for upload in uploads:
        for change in upload.plan.steps:
            if change.new is not None:
                values[change.table, change.key][upload.name] = change.new.get("value", change.new)
    sentence = _("“{first}” and “{second}” have different figures for the same thing.")
    pairs = (tuple(by_file) for by_file in values.values() if len(by_file) > 1 and not _agree(by_file.values()))
    return [sentence.format(first=pair[0], second=pair[1]) for pair in dict.fromkeys(pairs)]


def _agree(values: Iterable[object]) -> bool:
    listed = list(values)
    return all(value == listed[0] for value in listed)


def _confirm(uploads: Sequence[tuple[str, Upload]], waiting: Sequence[str], *, stop: str) -> None:
    """The button that writes every file as a batch of its own."""
    ready = [(file, upload) for file, upload in uploads if upload.plan]
    if waiting:
        stop = _("Answer first about: {files}.").format(files=", ".join(waiting))
    origins = [
        PlanOrigin(
            "import", upload.name, upload.hash, upload.content, upload.remembered(), state_of([files.percent_key(file)])
        )
        for file, upload in ready
    ]
    n = sum(len(upload.plan.steps) for _file, upload in ready)
    rows = ngettext("Save {n} row", "Save {n} rows", n).format(n=number(n))
    label = ngettext("{rows} from {n} file", "{rows} from {n} files", len(ready)).format(rows=rows, n=len(ready))
    changes = [
        (upload.plan, upload.reading.records, origin) for (_f, upload), origin in zip(ready, origins, strict=True)
    ]
    confirm_all(changes, label, stop=stop)

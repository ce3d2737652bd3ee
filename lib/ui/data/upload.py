"""The first view of the page Data: a dropped file, its faults and remarks, and its effects row by row."""

from collections import defaultdict
from collections.abc import Hashable

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lib.imports.preview.plan_text import CHANGED, TABLE_NAMES, RowText
from lib.imports.preview.preview import Preview, preview
from lib.imports.preview.preview_text import impossible
from lib.imports.upload import Upload
from lib.imports.workbook.read import Unreadable
from lib.site import href
from lib.ui.choices import line, plain
from lib.ui.data import files, mapping, several, sheets
from lib.ui.data.confirm import PlanOrigin, confirm, draw, state_of
from lib.ui.data.faults import ask_percent, faults
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import downloads, memory
from lib.web.pages import data as data_html
from lib.words.language import _, ngettext, number

TYPES = ("xlsx", "xlsm", "xls", "ods", "csv", "txt")
LARGEST = 10  # MB
# With more rows than this they are approved in groups.
ONE_BY_ONE = 300
# With more boxes than this they scroll, in so many pixels.
MANY, BOXES = 12, 480

# The subject of a box, the places in the plan of its rows, and the text beside it.
FaultGroup = tuple[str, list[int], str]


def show(chosen: Choice, data: BoardData) -> None:
    """Ask for a file, and report everything about the one dropped."""
    about = _(
        "Excel, OpenDocument or CSV: the filled in template, a table with periods over its columns, an "
        "export from the HR system or Kolada's Excel file. Of any other table you are asked what its columns "
        "are. Nothing is saved until you confirm."
    )
    template = downloads.link(href(downloads.TEMPLATE, chosen.query(asof="")), _("Download the template for the board"))
    st.html(data_html.title(_("Read in a file"), about) + template)
    given = st.file_uploader(
        _("File"), type=TYPES, key=files.uploader(), max_upload_size=LARGEST, accept_multiple_files=True
    )
    files.keep_only([file.file_id for file in given])
    if files.are_lost():
        st.warning(
            _(
                "The file is gone, and nothing was saved: the connection to the server was broken for too long, or the "
                "server was started again. Drop the file again."
            )
        )
    if len(given) > 1:
        several.show(given, data)
    elif given:
        _one(given[0], data)


def _one(file: UploadedFile, data: BoardData) -> None:
    try:
        upload, whole = files.read(data.code, file.file_id, file.name, file.getvalue())
    except Unreadable as error:
        st.html(data_html.problem(file.name, str(error)))
        return
    if mapping.ask(upload.reading, file.file_id, data):
        return
    ask_percent(upload, file.file_id)
    sheets.show(upload.reading.explanations, file.file_id, data)
    _effects(upload, whole, file.file_id)


def _effects(upload: Upload, whole: Preview, file: str) -> None:
    """The faults and remarks of the file, its effects, and the button that writes it."""
    draw(data_html.listed(upload.reading.ignored))
    stops = faults(upload, file)
    if not upload.plan and (stops or upload.reading.unknown):
        return
    st.html(data_html.title(_("What changes")))
    story, (left, boxes) = st.container(), _left_out(whole, file)
    plan = upload.plan.without(left)
    outcome = preview(memory.store(), plan) if left else whole
    story.html(data_html.story(outcome, impossible(upload.reading.problems)))
    draw(
        data_html.problems(
            outcome.faults,
            _("Must be corrected"),
            _("The change cannot be saved: some rows would lose what they refer to."),
        )
    )
    draw(data_html.changed_statuses(outcome))
    stop = " ".join([*stops, *([_("Correct what is wrong first.")] if outcome.faults else [])])
    states = state_of([*boxes, files.percent_key(file)])
    source = PlanOrigin("import", upload.name, upload.hash, upload.content, upload.remembered(), states)
    rows = len(plan.steps)
    confirm(plan, source, ngettext("Save {n} row", "Save {n} rows", rows).format(n=number(rows)), stop=stop)


def _left_out(whole: Preview, file: str) -> tuple[list[int], list[str]]:
    """Boxes to leave rows out by, one by one or, where there are many, in groups: their places, and the boxes' keys.

    The key of a box is the subject of its rows, so that it stays as it is when the file is compared with newer data.
    """
    if not whole.plan:
        return [], []
    groups = _one_by_one(whole) if len(whole.plan.steps) <= ONE_BY_ONE else _in_groups(whole)
    line(_("Untick what is not to be saved."))
    left, keys = list[int](), list[str]()
    with st.container(height=BOXES if len(groups) > MANY else "content"):
        for about, places, text in groups:
            keys.append(f"data-row-{file}-{about}")
            if not st.checkbox(text, value=True, key=keys[-1]):
                left += places
    return left, keys


def _one_by_one(whole: Preview) -> list[FaultGroup]:
    return [
        (repr((step.table, step.key)), [place], _boxed(whole.row(step))) for place, step in enumerate(whole.plan.steps)
    ]


def _boxed(row: RowText) -> str:
    """A row beside its box: its subject, and its values before and after."""
    about = ", ".join(filter(None, (row.name, row.about, row.period)))
    ends = " → ".join(filter(None, (row.before, row.after))) or _(row.change)
    change = "" if row.change == CHANGED else f" ({_(row.change)})"
    return plain(f"{about}: {ends}{change}")


def _in_groups(whole: Preview) -> list[FaultGroup]:
    """The rows by table, by the indicator or goal they are about, and by their change."""
    places: dict[tuple[str, tuple[Hashable, ...], bool, bool], list[int]] = defaultdict(list)
    for place, step in enumerate(whole.plan.steps):
        about = step.key[1:2] if len(step.key) > 2 else ()
        places[step.table, about, step.old is None, step.new is None].append(place)
    groups: list[FaultGroup] = []
    for of, group in places.items():
        first = whole.row(whole.plan.steps[group[0]])
        name = ", ".join(filter(None, (first.name if of[1] else "", _(TABLE_NAMES[of[0]]))))
        rows = _("{change}: {n}").format(n=number(len(group)), change=_(first.change))
        groups.append((repr(of), group, plain(f"{name}: {rows}")))
    return groups

"""The first view of the page Data: a dropped file, its faults and remarks, and its effects row by row."""

from collections import defaultdict
from collections.abc import Hashable
from html import escape

import streamlit as st

from lib.imports.cautions.plausibility import FRACTION
from lib.imports.preview.plan_text import CHANGED, TABLE_NAMES, RowText
from lib.imports.preview.preview import Preview, preview
from lib.imports.preview.preview_text import impossible
from lib.imports.upload import Upload, read_in
from lib.imports.workbook.read import Unreadable
from lib.site import href
from lib.ui.choices import plain
from lib.ui.data import answers, mapping, sheets
from lib.ui.data.confirm import PlanOrigin, confirm, draw, state_of
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import downloads, memory
from lib.web.pages import data as data_html
from lib.words.language import _, language, ngettext, number

TYPES = ("xlsx", "xlsm", "xls", "ods", "csv", "txt")
LARGEST = 10  # MB
# With more rows than this they are approved in groups.
ONE_BY_ONE = 300
# With more boxes than this they scroll, in so many pixels.
MANY, BOXES = 12, 480
_READ, _PERCENT = "data-read", "data-percent"

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
    times = st.session_state.get("data-upload", 0)
    file = st.file_uploader(_("File"), type=TYPES, key=f"data-file-{times}", max_upload_size=LARGEST)
    if file is None:
        st.session_state.pop(_READ, None)
        return
    try:
        upload, whole = _read(data.code, file.file_id, file.name, file.getvalue())
    except Unreadable as error:
        st.html(data_html.problem(file.name, str(error)))
        return
    mapping.ask(upload.reading, file.file_id, data)
    _ask_percent(upload, file.file_id)
    sheets.show(upload.reading.explanations, file.file_id, data)
    _effects(upload, whole, file.file_id)


def _read(board: str, file: str, name: str, content: bytes) -> tuple[Upload, Preview]:
    """The file compared with the store: again when the data, or the user's answers on its columns, change.

    It is parsed once a language, since its remarks are texts.
    """
    store, mappings = memory.store(), answers.of_file(file)
    percent = bool(st.session_state.get(f"{_PERCENT}-{file}"))
    given = tuple((key, answer.to_json()) for key, answer in mappings.items())
    of = (board, file, store.version(), language(), given, percent)
    before, last, _whole = st.session_state.get(_READ, (None, None, None))
    if before != of:
        book = last.book if last and before[1] == file and before[3] == language() else None
        bar = st.progress(0.0, _("The file is read …"))

        def progress(part: float) -> None:
            bar.progress(part, _("The file is read …"))

        try:
            upload = read_in(store, board, name, content, mappings, progress, percent=percent, book=book)
            st.session_state[_READ] = of, upload, preview(store, upload.plan)
        finally:
            bar.empty()
    _of, upload, whole = st.session_state[_READ]
    return upload, whole


def _ask_percent(upload: Upload, file: str) -> None:
    """Ask whether figures that look like shares of an indicator in per cent are to be read as per cent."""
    n = upload.reading.recounted or sum(caution.kind == FRACTION for caution in upload.reading.cautions)
    if n:
        text = ngettext(
            "{n} figure looks like a share and not per cent. Read it as per cent (0.07 as 7).",
            "{n} figures look like shares and not per cent. Read them as per cent (0.07 as 7).",
            n,
        )
        st.checkbox(text.format(n=number(n)), key=f"{_PERCENT}-{file}")


def _effects(upload: Upload, whole: Preview, file: str) -> None:
    """The faults and remarks of the file, its effects, and the button that writes it."""
    draw(data_html.listed(upload.reading.ignored))
    stops = _faults(upload, file)
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
    states = state_of([*boxes, f"{_PERCENT}-{file}"])
    source = PlanOrigin("import", upload.name, upload.hash, upload.content, upload.remembered(), states)
    rows = len(plan.steps)
    confirm(plan, source, ngettext("Save {n} row", "Save {n} rows", rows).format(n=number(rows)), stop=stop)


def _faults(upload: Upload, file: str) -> list[str]:
    """Draw the faults and the remarks of the file; gives the reasons why it cannot be written as it is."""
    result, stops = upload.reading, []
    if result.problems:
        how = _("Correct them in the file and drop it again. Rows with a fault are never saved.")
        draw(data_html.problems(result.problems, _("Must be corrected"), how))
        rest = _("Read in the rest, without the rows that are wrong")
        if not upload.plan or not st.checkbox(rest, key=f"data-rest-{file}"):
            stops.append(_("Correct the file, or choose to read in the rest."))
    if result.cautions:
        draw(data_html.problems(result.cautions, _("Looks strange"), _("It may be right. Check once more.")))
        if not st.checkbox(_("I have looked at the remarks, and the figures are right"), key=f"data-seen-{file}"):
            stops.append(_("Look at the remarks first."))
    return stops


def _left_out(whole: Preview, file: str) -> tuple[list[int], list[str]]:
    """Boxes to leave rows out by, one by one or, where there are many, in groups: their places, and the boxes' keys.

    The key of a box is the subject of its rows, so that it stays as it is when the file is compared with newer data.
    """
    if not whole.plan:
        return [], []
    groups = _one_by_one(whole) if len(whole.plan.steps) <= ONE_BY_ONE else _in_groups(whole)
    st.html(f"<p>{escape(_('Untick what is not to be saved.'))}</p>")
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

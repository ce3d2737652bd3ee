"""The history view of the page Data: all batches, one batch with its rows and file, taking it back, a figure's own."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from lib.documents import table_files
from lib.imports.preview.plan_text import TABLE_NAMES, BoardNames, RowText, is_secret, row_text
from lib.imports.preview.preview import kept_back_then, preview
from lib.store.history import Entry
from lib.store.plans import RowChange
from lib.store.store import Store
from lib.ui import choices
from lib.ui.data.confirm import PlanOrigin, confirm
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import memory
from lib.web.pages import data as data_html
from lib.web.pages import history
from lib.words.language import _


def show(chosen: Choice, data: BoardData) -> None:
    """All batches, or the one that the address asks for."""
    store = memory.store()
    entries = store.history(data.code)
    asked = st.query_params.get("batch", "")
    found = next((one for one in entries if str(one.batch.id) == asked), None)
    if found is None:
        if asked:
            choices.tell_of(_("Batch"), asked)
            choices.tell_what_was_dropped()
        about = _("Everything that was written about the board. Any batch can be taken back.")
        st.html(data_html.title(_("History"), about))
        st.html(history.history(entries, chosen))
    else:
        _batch(store, found, chosen, data)


def _batch(store: Store, entry: Entry, chosen: Choice, data: BoardData) -> None:
    number = entry.batch.id
    st.html(history.batch(entry, chosen))
    secret = kept_back_then(store, data.code, (number - 1, number)) | kept_back_then(
        store, data.code, (store.version(),)
    )
    steps = store.steps_of(number, data.code)
    names = BoardNames.of(data)
    if st.query_params.get("undo"):
        _undo(store, entry, data)
        st.html(f"<p>{history.stay_link(entry, chosen)}</p>")
        return
    st.html(f"<p>{history.undo_link(entry, chosen)}</p>")
    _downloads(store, entry, steps, names, secret)
    rows = [row_text(step, names, secret) for step in steps[: data_html.ROWS]]
    st.html(data_html.title(_("Row by row")) + data_html.rows_table(rows, _("Row by row"), len(steps)))


def _downloads(
    store: Store, entry: Entry, steps: list[RowChange], names: BoardNames, secret: frozenset[tuple[object, ...]]
) -> None:
    number = entry.batch.id
    left, right, _rest = st.columns([1, 1, 2])
    left.download_button(
        _("Download the rows as Excel"),
        lambda: table_files.excel_file(frame([row_text(step, names, secret) for step in steps]), _("Rows")),
        f"malbild-{_('batch')}-{number}.xlsx",
        table_files.EXCEL_TYPE,
    )
    if not entry.original:
        return
    if any(is_secret(step, secret) for step in steps):
        text = _("The file has figures that are not shown and cannot be downloaded here.")
        right.html(f'<p class="mb-quiet">{text}</p>')
        return
    right.download_button(
        _("Download the file"),
        lambda: (store.content_of(number) or ("", b""))[1],
        entry.batch.file,
        "application/octet-stream",
    )


def frame(rows: list[RowText]) -> pd.DataFrame:
    """Rows from what to what, as a table to take along."""
    headings = [_("Table"), _("Row"), _("Of what"), _("Period"), _("Change"), _("Before"), _("After")]
    cells = [(_(TABLE_NAMES[r.table]), r.name, r.about, r.period, _(r.change), r.before, r.after) for r in rows]
    return pd.DataFrame.from_records(cells, columns=headings)


def _undo(store: Store, entry: Entry, data: BoardData) -> None:
    """What taking the batch back would do, and the button that does it."""
    number = entry.batch.id
    one = preview(store, store.plan_undo(number, data.code))
    one = replace(one, secret=one.secret | kept_back_then(store, data.code, (number - 1, number)))
    st.html(data_html.title(_("Take back batch {batch}").format(batch=number)))
    st.html(data_html.story(one) + data_html.kept(one.plan, one.names) + data_html.changed_statuses(one))
    if one.plan:
        rows = one.rows(data_html.ROWS)
        st.html(data_html.title(_("Row by row")) + data_html.rows_table(rows, _("Row by row"), len(one.plan.steps)))
    confirm(one.plan, PlanOrigin("undo"), _("Take back"))


def figure(chosen: Choice, data: BoardData) -> None:
    """Every version of an indicator's figures."""
    store = memory.store()
    names = {code: about.name for code, about in data.indicators.items()}
    if not names:
        st.info(_("The board has no indicators."))
        return
    indicator = choices.pick(_("Indicator"), "indicator", names, next(iter(names)))
    series = [(one.about.code, one.unit, one.gender) for one in data.of_indicator(indicator)]
    versions = store.versions_of_figures(data.code, series)
    written = {one.batch for one in versions} | {one.superseded for one in versions if one.superseded}
    secret = kept_back_then(store, data.code, sorted(written | {store.version()}))
    told = {one.id: one for one in store.batches()}
    about = data.indicators[indicator]
    st.html(history.figures(about, versions, BoardNames.of(data), secret, told, chosen))

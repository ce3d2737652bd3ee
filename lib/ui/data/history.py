"""The history view of the page Data: all batches, one batch with its rows and file, taking it back, a figure's own."""

import streamlit as st

from lib.imports.preview.plan_text import BoardNames
from lib.imports.preview.preview import preview
from lib.site import href
from lib.store.access import Right, access
from lib.store.history import Entry
from lib.store.store import Store
from lib.ui import choices
from lib.ui.data.confirm import PlanOrigin, confirm
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import downloads, memory
from lib.web.batch import batch_rows, gives_file, saved
from lib.web.pages import data as data_html
from lib.web.pages import history
from lib.words.language import _


def show(choice: Choice, data: BoardData) -> None:
    """All batches, or the one that the address asks for."""
    store, numbers = memory.store(), saved(data.code)
    code = st.query_params.get("batch", "")
    [entry] = store.history(data.code, [int(code)]) if code in map(str, numbers) else [None]
    if entry is None:
        page = _page(len(numbers))
        if code:
            choices.report(_("Saved change"), code)
        choices.report_dropped()
        about = _("Everything that has been saved about the board. Any change can be undone.")
        st.html(data_html.title(_("History"), about))
        first = history.AT_ONCE * (page - 1)
        entries = store.history(data.code, numbers[first : first + history.AT_ONCE])
        st.html(history.history(entries, choice, page, len(numbers)))
    else:
        _batch(store, entry, choice, data)


def _page(saved: int) -> int:
    """The part of the history that the address asks for; the first where it asks for none that there is."""
    asked = st.query_params.get("page", "")
    last = max(1, -(-saved // history.AT_ONCE))
    if not asked or asked in map(str, range(1, last + 1)):
        return int(asked or 1)
    choices.report(_("Part of the history"), asked)
    return 1


def _batch(store: Store, entry: Entry, choice: Choice, data: BoardData) -> None:
    st.html(history.batch(entry, choice))
    may_undo = access(data.code).writes
    if st.query_params.get("undo") and may_undo:
        _undo(store, entry, data)
        st.html(history.link(entry, choice, undo=False))
        return
    rows = batch_rows(store, data, entry.batch.id)
    title = data_html.title(_("Row by row"))
    table = data_html.rows_table(rows.texts(data_html.ROWS), _("Row by row"), len(rows.steps))
    undo = history.link(entry, choice, undo=True) if may_undo else ""
    st.html(undo + _files(entry, choice, data) + title + table)


def _files(entry: Entry, choice: Choice, data: BoardData) -> str:
    """The links to the rows as a table and to the file that they were read from."""
    batch = {"asof": "", "batch": str(entry.batch.id)}
    files = downloads.links(downloads.ROWS, choice, **batch)
    if entry.erasure:
        text = _("The file was erased by {who} on {day} and can no longer be downloaded.")
        text = text.format(who=entry.erasure.who, day=f"{entry.erasure.at:%Y-%m-%d}")
        return files + history.file_note(text)
    if not entry.original:
        return files
    if not access(data.code).may(Right.ORIGINAL):
        return files
    if not gives_file(data.code, entry.batch.id):
        text = _("The file has figures that are not shown, or parts that were not read, and cannot be downloaded here.")
        return files + history.file_note(text)
    return files + downloads.link(href(downloads.ORIGINAL, choice.query(**batch)), _("Download the file"))


def _undo(store: Store, entry: Entry, data: BoardData) -> None:
    """Preview the undoing of the batch, with the button that does it."""
    number = entry.batch.id
    outcome = preview(store, store.plan_undo(number, data.code))
    st.html(data_html.title(_("Undo change {batch}").format(batch=number)))
    st.html(
        data_html.story(outcome)
        + data_html.rows_left(outcome.plan, outcome.names)
        + data_html.changed_statuses(outcome)
    )
    if outcome.plan:
        rows = outcome.rows(data_html.ROWS)
        st.html(data_html.title(_("Row by row")) + data_html.rows_table(rows, _("Row by row"), len(outcome.plan.steps)))
    confirm(outcome.plan, PlanOrigin("undo"), _("Undo"))


def figure(choice: Choice, data: BoardData) -> None:
    """Every version of an indicator's figures."""
    store = memory.store()
    names = {code: about.name for code, about in data.indicators.items()}
    if not names:
        st.info(_("The board has no indicators."))
        return
    indicator = choices.pick(_("Indicator"), "indicator", names, next(iter(names)))
    series = [(row.about.code, row.unit, row.gender) for row in data.of_indicator(indicator)]
    versions = store.versions_of_figures(data.code, series)
    written = {version.batch for version in versions} | {
        version.superseded for version in versions if version.superseded
    }
    withheld = store.withheld(data.code, sorted(written))
    batches = {batch.id: batch for batch in store.batches(data.code)}
    about = data.indicators[indicator]
    st.html(history.figures(about, versions, BoardNames.of(data), withheld, batches, choice))

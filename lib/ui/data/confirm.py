"""Confirming a plan: who does it, a note, and a button that writes the very plan that the page shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from lib.store.access import user
from lib.store.batches import BatchInfo, Changed
from lib.store.plans import Plan
from lib.store.store import StoreError
from lib.tables.records import Records
from lib.ui.data import files
from lib.web import memory
from lib.web.pages.data import HISTORY
from lib.web.render import render
from lib.words.language import _

_TOLD, _NAME, _UNNAMED = "data-told", "data-name", "data-unnamed"
LONGEST_NAME, LONGEST_NOTE = 80, 500


@dataclass(frozen=True, slots=True)
class PlanOrigin:
    """The origin of a plan. `choices` has the state of the page's controls when it was made (`state_of`).

    After one that `stays` the page goes on with the file that it was about; one that has a place where it `leads` to
    opens that, and others the batch in the history.
    """

    kind: str
    file: str = ""
    hash: str = ""
    content: bytes | None = None
    mappings: tuple[tuple[str, str, str], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    stays: bool = False
    leads: tuple[tuple[str, str], ...] = ()


# A plan, the rows that it is made of again where another is written before it, and its origin.
PlannedChange = tuple[Plan, Records | None, PlanOrigin]


def draw(html: str) -> None:
    """Put HTML into the page, if there is any."""
    if html:
        st.html(html)


def confirm(plan: Plan, source: PlanOrigin, label: str, *, stop: str = "") -> None:
    """Ask who it is and draw the button. `stop` says why it cannot be pressed ('' = it can)."""
    confirm_all([(plan, None, source)], label, stop=stop)


def confirm_all(changes: Sequence[PlannedChange], label: str, *, stop: str = "") -> None:
    """As `confirm`, for several plans that each become a batch."""
    left, right = st.columns([1, 2])
    if user().is_local:
        name = st.session_state.get(_NAME, "")
        help_ = _("Name or role, kept in the history")
        left.text_input(_("Who"), name, key="data-who", max_chars=LONGEST_NAME, help=help_)
    right.text_input(_("Note"), key="data-note", max_chars=LONGEST_NOTE, help=_("Why, for whoever reads the history"))
    stop = stop or next(filter(None, (memory.store().refused(plan) for plan, _rows, _source in changes)), "")
    stop = stop or ("" if any(plan for plan, _rows, _source in changes) else _("There is nothing to save."))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(label, type="primary", disabled=bool(stop), on_click=_write, args=(changes,), key="data-confirm")
        if stop or not _who():
            times = 0 if stop else st.session_state.get(_UNNAMED, 0)
            text = stop or _("Write who you are first; it is kept in the history.")
            st.html(render("why_not", text=text, field=_("Who"), times=times))


def _who() -> str:
    """Whoever is signed in; at the machine itself, the name that is written."""
    return str(st.session_state.get("data-who", "")).strip() if user().is_local else user().signature


def _write(changes: Sequence[PlannedChange]) -> None:
    """Runs before the page is drawn again: writes the plans that were on it when the button was pressed."""
    who = _who()
    if not who:
        st.session_state[_UNNAMED] = st.session_state.get(_UNNAMED, 0) + 1
        return
    st.session_state.pop(_UNNAMED, None)
    st.session_state[_NAME] = who  # for the next batch: the box itself forgets when another view is shown
    if any(state_of(key for key, _state in source.choices) != source.choices for _plan, _rows, source in changes):
        _tell("warning", _("The rows have just changed. Check once more and confirm again."))
        return
    batches = list[int | None]()
    try:
        for change in changes:
            batches += _carry_out(change, who, is_first=not batches)
    except Changed:
        _tell("warning", _("Someone else has saved changes, so nothing was saved. Here is what is valid now."))
    except StoreError as error:
        _tell("error", " ".join([*([_receipt(batches)] if batches else []), str(error)]))
    else:
        _tell("success", _receipt(batches))
        if any(source.stays for _plan, _rows, source in changes):
            return
        files.empty()
        st.session_state.pop("data-note", None)
        choices = {name: value for name, value in st.query_params.to_dict().items() if name in {"board", "lang"}}
        leads = dict(changes[-1][2].leads) or {"view": HISTORY, "batch": str(batches[-1])}
        st.query_params.from_dict(choices | leads)


def _carry_out(change: PlannedChange, who: str, *, is_first: bool) -> list[int | None]:
    """Write a plan as a batch; one after the first is made again, since the first has changed the store."""
    store, (plan, rows, source) = memory.store(), change
    current = plan if is_first or rows is None else store.plan(plan.board, rows)
    if not current:
        return []
    note = st.session_state.get("data-note", "").strip()
    info = BatchInfo(source.kind, who, source.file, source.hash, note, None, source.content, source.mappings)
    return [store.carry_out(current, info).batch]


def _receipt(batches: Sequence[int | None]) -> str:
    if len(batches) == 1:
        return _("Saved (change {batch}). It can be undone here at any time.").format(batch=batches[0])
    text = _("Saved (changes {first} to {last}, one for each file). Each of them can be undone at any time.")
    return text.format(first=batches[0], last=batches[-1])


def state_of(keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The state of some controls, as text to compare, by their keys."""
    return tuple((key, repr(st.session_state.get(key))) for key in keys)


def _tell(kind: str, text: str) -> None:
    st.session_state[_TOLD] = (kind, text)


def report_outcome() -> None:
    """Report once the outcome of what was confirmed."""
    if _TOLD in st.session_state:
        kind, text = st.session_state.pop(_TOLD)
        {"success": st.success, "warning": st.warning, "error": st.error}[kind](text)

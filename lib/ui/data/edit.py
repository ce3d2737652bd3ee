"""Changing by hand on the page Data: targets, verdicts, units and settings in tables, then preview and batch."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from lib.imports.edits import changes, shown
from lib.imports.preview.plan_text import TABLE_NAMES, BoardNames
from lib.imports.preview.preview import preview
from lib.rules.settings import CONTACT, GOAL_LEVEL, NEAR, STATEMENT, VERDICT_SETTINGS
from lib.tables.base import columns
from lib.tables.model import BY_NAME
from lib.tables.records import Problem, Record
from lib.ui import choices
from lib.ui.data import columns as data_columns
from lib.ui.data.confirm import PlanOrigin, confirm, draw, state_of
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import memory
from lib.web.pages import data as data_html
from lib.words.language import N_, _
from lib.words.settings import default_text, setting_name

_LEFT_OUT = frozenset({"board"})
# The rows of an editor that are shown before it scrolls, and the height of one in pixels.
_ROWS, _HEIGHT = 16, 35
_SEEN = "data-edited"


@dataclass(frozen=True, slots=True)
class _Part:
    """An editor: a table, or of the settings those of one kind, whose values are chosen or written in one way."""

    table: str
    about: str
    settings: tuple[str, ...] = ()

    def has(self, record: Record) -> bool:
        """True if a row is in this editor."""
        return not self.settings or record["setting"] in self.settings

    def fixed(self) -> dict[str, str]:
        """The values that hold for every row and are not shown."""
        return {"setting": self.settings[0]} if len(self.settings) == 1 else {}

    def title(self) -> str:
        """The heading above it."""
        if self.settings == (*VERDICT_SETTINGS,):
            return _("Words for verdicts")
        if self.settings == (CONTACT, STATEMENT):
            return _("Accessibility statement")
        return setting_name(self.settings[0]) if self.fixed() else _(TABLE_NAMES[self.table])


_HOW = N_("Change a cell by a double click or Enter, add a row at the end, or mark rows by their edge and remove them.")
PARTS = {
    "targets": (_Part("targets", _HOW),),
    "assessments": (_Part("assessments", _HOW),),
    "events": (
        _Part(
            "events",
            N_("What happened, and whether it breaks the series: limits and trends then begin again on that day."),
        ),
    ),
    "units": (_Part("units", N_("A new unit needs no code: one is made from its name. An old one's code stays.")),),
    "settings": (
        _Part(
            "settings",
            N_("The board's own words for its verdicts, and from when they are valid."),
            (*VERDICT_SETTINGS,),
        ),
        _Part(
            "settings",
            N_("How far from its target a figure is nearly met, by unit of measure, such as 3 %; 2 dagar; 0,5 mnkr."),
            (NEAR,),
        ),
        _Part("settings", N_("How a goal's computed status follows from its indicators."), (GOAL_LEVEL,)),
        _Part(
            "settings",
            N_("Whom to tell about what is hard to use, and what the municipality itself says in the statement."),
            (CONTACT, STATEMENT),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class _Edited:
    """The content of an editor: rows to put and to withdraw, problems, and its key."""

    put: list[Record]
    gone: list[Record]
    problems: list[Problem]
    key: str


def show(choice: Choice, data: BoardData) -> None:
    """The table that the address asks for, and the effects of its changes."""
    name = choices.pick(_("Table"), "table", {table: _(TABLE_NAMES[table]) for table in PARTS}, next(iter(PARTS)))
    there = [row.record for row in memory.store().standing(data.code)[name]]
    edited = [_edit(part, [record for record in there if part.has(record)], data) for part in PARTS[name]]
    _report_lost(data.code, name, edited)
    if any(editor.put or editor.gone or editor.problems for editor in edited):
        _confirm(data.code, name, edited)


def _edit(part: _Part, there: list[Record], data: BoardData) -> _Edited:
    """Draw an editor. Its key follows its rows, so that batches about other rows leave it as it is."""
    table = BY_NAME[part.table]
    st.html(data_html.title(part.title(), _about(part)))
    columns_shown = [
        column for column in columns(table) if column.name not in _LEFT_OUT and column.name not in part.fixed()
    ]
    names = [column.name for column in columns_shown]
    rows = [{name: fields[name] for name in names} for fields in (shown(table, record) for record in there)]
    given = pd.DataFrame(rows, columns=names).astype(object)
    st.html(data_html.on_paper(part.table, there, BoardNames.of(data)))
    key = f"data-edit-{data.code}-{part.table}-{'-'.join(part.settings)}-{abs(hash(repr(there)))}"
    edited = st.data_editor(
        given.where(given.notna(), None),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        height=_HEIGHT * min(len(there) + 3, _ROWS) + 2,
        placeholder="",
        alt=part.title(),
        column_order=data_columns.order(part.table, names),
        column_config={
            column.name: data_columns.config(part.table, part.settings, column, data) for column in columns_shown
        },
    )
    put, gone, problems = changes(table, data.code, there, edited.to_dict("index"), _called(data), part.fixed())
    return _Edited(put, gone, problems, key)


def _about(part: _Part) -> str:
    """The purpose of an editor, and the rule that holds where it is empty."""
    if not part.fixed():
        return _(part.about)
    default = _("Default: {default}.").format(default=default_text(part.settings[0]))
    return f"{_(part.about)} {default}"


def _called(data: BoardData) -> Callable[[Record], str]:
    """The name of a row; '' while its subject is not filled in."""

    def name(record: Record) -> str:
        if "setting" in record:
            return setting_name(record["setting"])
        if "rule" in record:
            indicator = data.indicators.get(record["indicator"])
            return indicator.name if indicator else ""
        if "breaks_series" in record:
            return str(record["text"])
        if "verdict" in record:
            return data.goals[record["goal"]].title if record["goal"] in data.goals else ""
        return str(record["name"] or record["unit"])

    return name


def _report_lost(board: str, name: str, edited: list[_Edited]) -> None:
    """Warn where unsaved changes are gone because somebody else has written in the same table meanwhile."""
    keys = [editor.key for editor in edited]
    of, before, had = st.session_state.get(_SEEN, ((), [], False))
    if of == (board, name) and had and before != keys:
        st.warning(_("Someone else has saved changes in this table. Here it is as it is now; make your changes again."))
    unsaved = any(editor.put or editor.gone or editor.problems for editor in edited)
    st.session_state[_SEEN] = ((board, name), keys, unsaved)


def _confirm(board: str, table: str, edited: list[_Edited]) -> None:
    put = [record for editor in edited for record in editor.put]
    gone = [record for editor in edited for record in editor.gone]
    store = memory.store()
    outcome = preview(store, store.plan(board, {table: put}, {table: gone}))
    wrong = [*(problem for part in edited for problem in part.problems), *outcome.faults]
    st.html(data_html.title(_("What changes")) + data_html.story(outcome))
    draw(data_html.problems(wrong, _("Must be corrected"), _("Nothing can be saved until this is corrected.")))
    draw(data_html.changed_statuses(outcome))
    if outcome.plan:
        rows = outcome.rows(data_html.ROWS)
        st.html(data_html.title(_("Row by row")) + data_html.rows_table(rows, _("Row by row"), len(outcome.plan.steps)))
    stop = _("Correct what is wrong first.") if wrong else ""
    source = PlanOrigin("edit", choices=state_of(part.key for part in edited))
    confirm(outcome.plan, source, _("Save the changes"), stop=stop)

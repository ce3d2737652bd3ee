"""The view of the page Data where the goals that the law sets are taken over: chosen, looked at, and written."""

import streamlit as st

from lib.imports.preview.preview import preview
from lib.imports.upload import visible_rows
from lib.tables.statutory import LAW, WORDING, statutory_goals, with_statutory
from lib.ui.data.confirm import PlanOrigin, confirm, draw, state_of
from lib.views.board import BoardData
from lib.web import memory
from lib.web.pages import data as data_html
from lib.words.language import _, ngettext, number


def show(data: BoardData) -> None:
    """The goals that the board lacks, and what taking them over would change."""
    about = _(
        "Goals with limits that follow from the Social Services Act ({wording}), each with its section. Check them "
        "against the law in force before you save them; you can change them afterwards as any goal."
    )
    st.html(data_html.title(_("Goals that the law sets"), about.format(wording=WORDING)))
    goals = {code: title for code, title in statutory_goals().items() if code not in data.goals}
    if not goals:
        st.html(data_html.listed([_("The board has all of them.")]))
        return
    key = f"statutory-{data.code}"
    chosen = st.multiselect(_("Goals"), list(goals), format_func=goals.__getitem__, default=list(goals), key=key)
    plan = memory.store().plan(data.code, with_statutory(data.code, chosen, visible_rows(memory.store(), data.code)))
    outcome = preview(memory.store(), plan)
    st.html(data_html.story(outcome))
    draw(data_html.problems(outcome.faults, _("Must be corrected"), _("The change cannot be saved.")))
    stop = _("Correct what is wrong first.") if outcome.faults else ""
    label = ngettext("Save {n} row", "Save {n} rows", len(plan.steps)).format(n=number(len(plan.steps)))
    confirm(plan, PlanOrigin("import", LAW, choices=state_of([key])), label, stop=stop)

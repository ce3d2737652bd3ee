"""The papers to take along as a page shows them: what each is, a button that makes it, progress, and the file."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.asof import State
from lib.board import BoardData
from lib.chosen import Choice
from lib.documents.powerpoint_template import TemplateError
from lib.ui import papers
from lib.words import _


def head(data: BoardData, stamp: tuple[tuple[str, str], ...]) -> str:
    """Title, board and what the papers are made from."""
    shown = " · ".join(text for _term, text in stamp)
    about = _("Each file is made when you ask for it, from the very figures that the pages show, and says so inside:")
    return (
        f'<h1>{escape(_("Documents"))}</h1><p class="mb-board">{escape(data.board.name)}</p>'
        f"<p>{escape(about)} {escape(shown)}.</p>"
    )


def panel(data: BoardData, choice: Choice, state: State) -> None:
    """Every kind of paper."""
    for kind in papers.PAPERS:
        _paper(kind, data, choice, state)


@st.fragment
def _paper(kind: str, data: BoardData, choice: Choice, state: State) -> None:
    """One kind: made on a press, then there to be saved."""
    paper = papers.PAPERS[kind]
    st.html(f"<h2>{escape(paper.name)}</h2><p>{escape(_(paper.about))}</p>")
    template = _template() if kind == papers.POWERPOINT else None
    if not st.button(_("Make {name}").format(name=paper.name), key=f"make-{kind}"):
        return
    bar = st.progress(0.0, text=_("The file is being made …"))
    try:
        file = papers.make(kind, data, choice, state, lambda done: _show(bar, done), template)
    except TemplateError as error:
        bar.empty()
        st.error(str(error))
        return
    bar.empty()
    st.download_button(
        _("Save {file}").format(file=papers.name_of(kind, data)),
        file,
        papers.name_of(kind, data),
        paper.type,
        on_click="ignore",
        key=f"save-{kind}",
    )


def _show(bar: DeltaGenerator, done: float) -> None:
    bar.progress(done, text=_("The file is being made …"))


def _template() -> bytes | None:
    """The municipality's own template, if one is given."""
    label = _("The municipality's template, if you have one (.pptx or .potx)")
    given = st.file_uploader(label, type=["pptx", "potx"], key="template")
    return given.getvalue() if given else None

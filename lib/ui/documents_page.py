"""The page of documents: the meeting they are for, and each kind with its use, a button that makes it, and the file."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.documents.letter import OCCASIONS, Occasion
from lib.documents.powerpoint_template import TemplateError
from lib.meetings import agenda
from lib.site import MEETING, href
from lib.tables.model import Meeting
from lib.ui import choices
from lib.ui.paper_texts import drafts
from lib.views.as_of import BoardState
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.selection import stamp
from lib.web import decks, downloads, memory, papers
from lib.web.choices import of_address
from lib.web.pages import meeting as meeting_html
from lib.web.papers import PaperRequest
from lib.web.render import render
from lib.words.language import DEFAULT_LANGUAGE, _, day_name, language, ngettext, use_language

NONE, SHORT = "no", "kort"
# The endings of the templates that a kind of file can be made with.
TEMPLATES = {papers.POWERPOINT: ["pptx", "potx"], papers.WORD: ["docx", "dotx"]}


# Each kind's icon.
ICONS = {
    papers.POWERPOINT: "slides",
    "word": "document",
    "excel": "table",
    "html": "window",
    papers.SLIDES: "slides",
    papers.PROTOCOL: "document",
}


def head(data: BoardData, choice: Choice) -> Meeting | None:
    """Show title, board and the choice of meeting. Gives the one picked, else the one shown if it has an agenda."""
    meetings = agenda.newest(memory.board(data.code).meetings)
    if not meetings:
        st.html(render("page_head", heading=_("Documents"), board=data.board.name, box=None))
        return None
    names = {
        NONE: _("No meeting: what is shown"),
        **{meeting.meeting: meeting_html.meeting_name(meeting) for meeting in meetings},
    }
    default = choice.asof if choice.asof in names and decks.agenda_of(data.code, choice.asof) else NONE
    label = _("Documents for")
    code = choices.code_of(label, "meeting", names, default)
    box = of_address(choices.address(), label, "meeting", names, code, default)
    st.html(render("page_head", heading=_("Documents"), board=data.board.name, box=box))
    return next((meeting for meeting in meetings if meeting.meeting == code), None)


def panel(data: BoardData, choice: Choice, state: BoardState, meeting: Meeting | None) -> None:
    """The source of the papers, and every kind of paper."""
    whole, occasion = _extent()
    if meeting:
        wanted = papers.of_meeting(data.code, meeting, choice.area, occasion, whole=whole)
    else:
        wanted = PaperRequest(data, choice, state, None, occasion, whole)
    _about(wanted)
    if meeting and choices.address().is_editing:
        drafts(meeting, papers.report_of(wanted))
    for kind in (*papers.PAPERS, *(papers.MEETING_PAPERS if wanted.points else ())):
        _paper(kind, wanted, language())
    if files := downloads.economy_link(data, choice):
        text = _("The goals that the municipality counts to its sound financial management, for its own reports:")
        st.html(render("quarterly", title=_("Sound financial management"), text=text, files=files))
    if files := downloads.quarterly_links(data, choice):
        text = _("Quarterly statistics to the council on decisions not carried out (34 kap. 3 §), as Word:")
        st.html(render("quarterly", title=_("Quarterly statistics"), text=text, files=files))


def _extent() -> tuple[bool, Occasion]:
    """Show the choices of how much the papers hold and for what occasion they are, and give those made."""
    here = choices.address()
    extents = {"": _("Letter and appendix"), SHORT: _("Letter only")}
    occasions = {occasion.value: _(word) for occasion, word in OCCASIONS.items()}
    extent = here.code_of(_("Extent"), "extent", extents)
    occasion = here.code_of(_("Occasion"), "occasion", occasions)
    boxes = (
        of_address(here, _("Extent"), "extent", extents, extent),
        of_address(here, _("Occasion"), "occasion", occasions, occasion),
    )
    st.html(render("boxes", boxes=boxes))
    choices.report_dropped()
    return extent != SHORT, Occasion(occasion)


def _about(wanted: PaperRequest) -> None:
    """Show the source of the papers: a meeting's points, or the filter."""
    data, meeting = wanted.data, wanted.meeting
    each = _("The files are made from the same figures as the pages. In each file stands:")
    if meeting is None:
        selection = " · ".join(text for _term, text in stamp(data, wanted.choice, wanted.state))
        choices.line(f"{each} {selection}.")
        return
    if wanted.choice.area:
        area = data.areas[wanted.choice.area].name
        choices.line(_("The documents are about the area {area} alone, goal by goal.").format(area=area))
        return
    lang = "" if language() == DEFAULT_LANGUAGE else language()
    link = href(MEETING, {"board": data.code, "meeting": meeting.meeting, "lang": lang})
    count = len(wanted.points)
    if not count:
        none = _("The meeting has no agenda, so the documents take goal by goal.")
        choices.line(none, address=link, link=_("Make the agenda"))
        return
    points = ngettext("{n} point", "{n} points", count).format(n=count)
    follow = _("The documents follow the agenda of the meeting on {day} ({points}), with its questions and answers.")
    own = _("Each point has its own choices; those above do not apply here.")
    sentences = f"{follow.format(day=day_name(meeting.date), points=points)} {own}"
    choices.line(sentences, address=link, link=_("See the agenda"))


@st.fragment
def _paper(kind: str, wanted: PaperRequest, tongue: str) -> None:
    """One kind in a row: its use, and a button that makes the file and then saves it."""
    use_language(tongue)  # a press runs this alone, without the frame
    paper, name = papers.of_kind(kind), _(papers.of_kind(kind).name)
    with st.container(border=True, key=f"mb-paper-{kind}"):
        left, right = st.columns([68, 32], gap="medium", vertical_alignment="center")
        left.html(render("paper", name=name, about=_(paper.about), icon=ICONS[kind]))
        template = _template(kind) if kind in TEMPLATES else None
        place = right.empty()
        label = _("Create {name}").format(name=name)
        if not place.button(label, key=f"make-{kind}", type="primary", width="stretch"):
            return
        try:
            file = papers.make(kind, wanted, lambda done: _show(place, done), template)
        except TemplateError as error:
            place.error(str(error))
            return
        named = papers.name_of(kind, wanted)
        memory.store().people.note("exported", wanted.data.code, named)
        label = _("Save {file}").format(file=named)
        place.download_button(
            label, file, named, paper.type, on_click="ignore", key=f"save-{kind}", type="primary", width="stretch"
        )


def _show(place: DeltaGenerator, done: float) -> None:
    place.progress(done, text=_("The file is being created …"))


def _template(kind: str) -> bytes | None:
    """The municipality's own template, if one is given."""
    endings = TEMPLATES[kind]
    label = _("The municipality's template, if you have one (.{one} or .{other})")
    label = label.format(one=endings[0], other=endings[1])
    with st.expander(label):
        given = st.file_uploader(label, type=endings, key=f"template-{kind}", label_visibility="collapsed")
    return given.getvalue() if given else None

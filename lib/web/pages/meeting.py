"""A meeting's agenda and questions as HTML, and the questions on a goal's page. All that users wrote is text."""

from collections.abc import Sequence
from html import escape

from lib.meetings.live import Presentation
from lib.meetings.slide import Deck, Slide
from lib.site import DOCUMENTS, FOLLOWER, GOAL, MEETING, href
from lib.tables.model import Meeting, Question
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web.pages import parts
from lib.words.language import _, day_name


def head(data: BoardData) -> str:
    """The title of the page."""
    return f'<h1>{escape(_("Meeting"))}</h1><p class="mb-board">{escape(data.board.name)}</p>'


def points(deck: Deck, chosen: Choice) -> str:
    """The agenda: every point as a link to its view, with one to change it and one to ask about it."""
    items = "".join(
        f"<li>{parts.link(slide.address, slide.heading)}{_acts(slide, place, deck.meeting, chosen)}"
        f"{_quiet(_filters(slide))}{_quiet(slide.view.notes)}</li>"
        for place, slide in enumerate(deck.slides, start=1)
    )
    return f'<ol class="mb-points">{items}</ol>' if items else f"<p>{escape(_('The agenda is empty.'))}</p>"


def _acts(slide: Slide, place: int, meeting: str, chosen: Choice) -> str:
    """The links to change a point and to ask about it, each with a name of its own for who hears it alone."""
    ways = ((_("Change the point"), {"point": slide.view.item}), (_("Ask"), {"ask": slide.view.address}))
    about = f"{place}: {slide.heading}"
    return "".join(" " + _act(_here(meeting, chosen, **query), text, about) for text, query in ways)


def _act(address: str, text: str, about: str) -> str:
    """A link to do something, with a label that is enough when it alone is read aloud."""
    hidden = f'<span class="mb-hidden"> {escape(about)}</span>'
    return f'<a class="mb-edit" href="{escape(address)}">{escape(text)}{hidden}</a>'


def _filters(slide: Slide) -> str:
    """The filters of a view; those of a goal also say where it belongs, which its heading says here."""
    return "" if slide.view.path == GOAL and set(slide.view.query) <= {"goal"} else slide.above


def _quiet(text: str) -> str:
    return f'<div class="mb-quiet">{escape(text)}</div>' if text else ""


def papers_link(meeting: Meeting, chosen: Choice) -> str:
    """The way to the meeting's papers."""
    there = href(DOCUMENTS, chosen.query(asof="", meeting=meeting.meeting))
    return f"<p>{parts.link(there, _('Documents for the meeting: PowerPoint, Word, Excel and HTML'))}</p>"


def _here(meeting: str, chosen: Choice, **more: str) -> str:
    return href(MEETING, chosen.query(asof="", meeting=meeting, **more))


def going_on(presentations: Sequence[Presentation], host: str) -> str:
    """The addresses at which the current presentations are followed, short enough to type."""
    addresses = [f"{FOLLOWER}{presentation.code}" for presentation in presentations]
    links = (parts.link(address, f"{host}{address}", "mb-code") for address in addresses)
    return "".join(f"<p>{escape(_('Followers go to:'))} {link}</p>" for link in links)


def questions(rows: Sequence[Question], headings: dict[str, str], meeting: str, chosen: Choice) -> str:
    """A meeting's questions, each with its subject and a link to answer it."""
    if not rows:
        return f'<p class="mb-quiet">{escape(_("No questions have been asked."))}</p>'
    return "".join(
        question(
            row,
            escape(headings[row.address]),
            _act(_here(meeting, chosen, question=row.question), _("Answer it"), row.text),
        )
        for row in rows
    )


def question(row: Question, about: str, more: str = "") -> str:
    """One question with its answer and decision; `about` and `more` are finished HTML."""
    lines = [
        f'<p class="mb-quiet">{about} · {escape(day_name(row.asked))}</p>',
        f"<p><strong>{escape(_('Question'))}:</strong> {escape(row.text)}</p>",
        f"<p><strong>{escape(_('Answer'))}:</strong> {escape(row.answer)}</p>" if row.answer else "",
        f"<p><strong>{escape(_('Decision'))}:</strong> {escape(row.decision)}</p>" if row.decision else "",
        more,
    ]
    return f'<div class="mb-asked">{"".join(lines)}</div>'


def meeting_name(meeting: Meeting) -> str:
    """A meeting as a choice: its day and title."""
    return _("{day}: {title}").format(day=meeting.date.isoformat(), title=meeting.title)

"""The documents that slides are shown in: the projector's, the presenter's own and the followers'."""

from lib.meetings.agenda import mark
from lib.meetings.slide import Deck
from lib.site import MEETING, NAME, href
from lib.web import static
from lib.web.render import render
from lib.web.stage.parts import localised, question_form
from lib.web.stage.slides import stage
from lib.words.language import DEFAULT_LANGUAGE, _, language


def projector(deck: Deck) -> str:
    """The projector's document."""
    return _document("projector", "stage", deck, stage=stage(deck))


def manus(deck: Deck) -> str:
    """The presenter's own screen: this slide and the next, notes, questions, clock."""
    return _document("manus", "stage", deck, stage=stage(deck))


def follower(deck: Deck) -> str:
    """The followers' document, for members' own screens."""
    return _document("follower", "follow", deck, localised=localised, question_form=question_form)


def _document(template: str, bundle: str, deck: Deck, **more: object) -> str:
    shared = {"site": NAME, "own": static.own, "font": static.FONT, "bundle": bundle, "words": _words(deck)}
    return render(f"stage/{template}", deck=deck, **shared, **more)


def _words(deck: Deck) -> dict[str, str]:
    """The words and addresses that the scripts use."""
    query = {"board": deck.board, "meeting": deck.meeting, "lang": "" if language() == DEFAULT_LANGUAGE else language()}
    return {
        "back": href(MEETING, query),
        "lost": _("Nobody can follow any more: start the presentation again on the meeting’s page."),
        "broken": _("No contact with the server. Trying again …"),
        "black": _("The projector is black"),
        "shows": _("The projector shows"),
        "left": _("{time} left"),
        "came": _("A new question has come."),
        "none": _("No questions here."),
        "answer": _("Answer"),
        "decision": _("Decision"),
        "question": _("question (Q)"),
        "questions": _("questions (Q)"),
        "following": _("{n} follow"),
        "gone": _("The presentation has lost contact. You can look around until it is back."),
        "over": _("The presentation has ended. You can still look around."),
        "apart": _("You are looking around on your own."),
        "of": _("{n} of {total}"),
        "agenda": mark(slide.view for slide in deck.slides),
        "changed": _("The agenda has been changed. Load the page again (F5) to show it."),
    }

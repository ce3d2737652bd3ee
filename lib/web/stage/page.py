"""The documents that slides are shown in: the projector's, the presenter's own and the followers'.

They are whole documents of ours beside Streamlit's, with a style sheet and a script each and nothing inline.
"""

from collections.abc import Mapping
from html import escape

from lib.meetings.agenda import View, mark
from lib.meetings.slide import Deck
from lib.site import MEETING, NAME, href
from lib.web import static
from lib.web.stage import follower as flow_html
from lib.web.stage import slides
from lib.words.language import DEFAULT_LANGUAGE, _, language


def projector(deck: Deck) -> str:
    """The projector's document."""
    main = f"<main>{slides.slides(deck)}</main>{_questions()}{_help()}{_said()}"
    return _document(deck.title, "v-stage", main, "stage", _words(deck))


def manus(deck: Deck) -> str:
    """The presenter's own screen: this slide and the next, notes, questions, clock."""
    points = (View("", ""), *(slide.view for slide in deck.slides))
    aloud = ("", *(slide.aloud for slide in deck.slides))
    notes = "".join(
        f'<div data-note="{number}" hidden>{_lines(view.notes)}{_lines(text, "v-aloud")}</div>'
        for number, (view, text) in enumerate(zip(points, aloud, strict=True), start=1)
    )
    bar = (
        f'<p class="v-manus-bar"><button type="button" data-key="ArrowLeft">← {escape(_("Back"))}</button>'
        f'<button type="button" data-key="ArrowRight">{escape(_("Next"))} →</button>'
        f'<button type="button" data-key="b">{escape(_("Black"))} (B)</button>'
        f'<button type="button" data-key="Escape">{escape(_("End"))} (Esc)</button>'
        f'<strong class="v-manus-black" role="status"></strong>'
        f'<strong class="v-manus-where"></strong><span>{escape(_("Time"))} <b class="v-manus-clock"></b></span>'
        f'<span>{escape(_("Elapsed"))} <b class="v-manus-gone"></b></span><span class="v-manus-following"></span></p>'
    )
    parts = "".join(
        (
            _part(_("Shown now"), "shown", '<div class="v-manus-now"></div>'),
            _part(_("Next"), "coming", '<div class="v-manus-next"></div>'),
            _part(_("Notes"), "notes", notes),
            _part(_("Questions"), "asked", '<ul class="v-manus-questions"></ul>'),
        )
    )
    main = (
        f'<main class="v-manus"><h1 class="v-hidden">{escape(_("Presenter’s screen"))}</h1>{bar}'
        f"{parts}</main>"
        f"<div hidden>{slides.slides(deck)}</div>{_said()}"
    )
    return _document(f"{_('Presenter’s screen')}: {deck.title}", "v-desk", main, "stage", _words(deck))


def _part(name: str, css_class: str, content: str) -> str:
    label = escape(name)
    return f'<section class="v-manus-{css_class}" aria-label="{label}"><h2>{label}</h2>{content}</section>'


def follower(deck: Deck) -> str:
    """The followers' document, for members' own screens."""
    bar = (
        f'<nav class="v-bar" aria-label="{escape(_("Slides"))}">'
        f'<button type="button" class="v-previous">← {escape(_("Back"))}</button>'
        f'<span class="v-where" role="status"></span>'
        f'<button type="button" class="v-next">{escape(_("Next"))} →</button>'
        f'<button type="button" class="v-follow" hidden>{escape(_("Follow the presenter again"))}</button></nav>'
    )
    main = f'<p class="v-news" role="status"></p><main>{flow_html.slides(deck)}</main>{bar}'
    return _document(deck.title, "v-flow", main, "follow", _words(deck))


def _words(deck: Deck) -> dict[str, str]:
    """The words and addresses that the scripts use."""
    query = {"board": deck.board, "meeting": deck.meeting, "lang": "" if language() == DEFAULT_LANGUAGE else language()}
    return {
        "back": href(MEETING, query),
        "lost": _("Nobody can follow any more: start the presentation again on the meeting’s page."),
        "broken": _("No contact with the server. Trying again …"),
        "black": _("The projector is black"),
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


def _lines(text: str, css_class: str = "") -> str:
    name = f' class="{css_class}"' if css_class else ""
    return "".join(f"<p{name}>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _said() -> str:
    return '<p class="v-said" role="status"></p><p class="v-spoken v-hidden" aria-live="polite"></p>'


def _questions() -> str:
    close = f'<form method="dialog"><button>{escape(_("Close"))}</button></form>'
    title = escape(_("Questions"))
    return f'<dialog class="v-help v-questions" aria-label="{title}"><h2>{title}</h2><ul></ul>{close}</dialog>'


def _help() -> str:
    keys = (
        (_("→ ↓ Page Down, space"), _("Next slide")),
        (_("← ↑ Page Up, Shift and space"), _("Slide before")),
        ("Home, End", _("First and last slide")),
        (_("number and Enter"), _("To that slide")),
        ("Enter", _("Open the view in Målbild")),
        (_("B or ."), _("Black, and back")),
        ("T", _("Dark or bright")),
        ("F", _("Full screen")),
        ("Q", _("Questions on this slide")),
        ("Esc", _("End")),
    )
    rows = "".join(f"<dt>{escape(key)}</dt><dd>{escape(what)}</dd>" for key, what in keys)
    close = f'<form method="dialog"><button>{escape(_("Close"))}</button></form>'
    return f'<dialog class="v-help v-keys" aria-label="{escape(_("Keys"))}"><dl>{rows}</dl>{close}</dialog>'


def _document(title: str, kind: str, content: str, bundle: str, words: Mapping[str, str]) -> str:
    data = "".join(f' data-{name}="{escape(text)}"' for name, text in words.items())
    return (
        f'<!DOCTYPE html><html lang="{language()}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(title)} – {NAME}</title>'
        f'<link rel="icon" href="{static.own("icon.svg")}" type="image/svg+xml">'
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{static.FONT}">'
        f'<link rel="stylesheet" href="{static.own(f"{bundle}.css")}">'
        f'<script defer src="{static.own(f"{bundle}.js")}"></script></head>'
        f'<body class="{kind}"{data}>{content}</body></html>'
    )

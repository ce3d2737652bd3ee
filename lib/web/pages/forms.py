"""Plain forms that ask for an address: a select box for each choice, and the box to search with.

The browser's own controls, since Streamlit's would be more scripts to fetch and draw before the first page is read.
ui.js sends the form when something is picked, and shows the address it asks for without loading the app again.
"""

from collections.abc import Mapping
from html import escape

from lib.words.language import _

LONGEST_SEARCH = 80


def search(text: str, path: str, query: Mapping[str, str]) -> str:
    """The box to search with, holding the text searched for; all else in the address of its page stays."""
    fields = {name: value for name, value in query.items() if name != "q"}
    return _form(
        path,
        fields,
        f'<label for="mb-choice-q">{escape(_("Search"))}</label><input type="search" id="mb-choice-q" name="q" '
        f'value="{escape(text)}" maxlength="{LONGEST_SEARCH}" autocomplete="off" enterkeyhint="search">',
        'role="search"',
    )


def select(
    label: str, name: str, options: Mapping[str, str], chosen: str, default: str, path: str, fields: Mapping[str, str]
) -> str:
    """A select box for a parameter of the address; `options` is code -> text, `fields` the other parameters.

    The default has no code in the address.
    """
    items = "".join(
        f'<option value="{escape("" if code == default else code)}"{" selected" if code == chosen else ""}>'
        f"{escape(text)}</option>"
        for code, text in options.items()
    )
    box = f'<select id="mb-choice-{name}" name="{name}">{items}</select>'
    return _form(path, fields, f'<label for="mb-choice-{name}">{escape(label)}</label>{box}')


def _form(path: str, fields: Mapping[str, str], inside: str, attributes: str = "") -> str:
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in fields.items()
        if value
    )
    return f'<form class="mb-form" action="{escape(path)}" method="get" {attributes}>{hidden}{inside}</form>'

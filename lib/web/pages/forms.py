"""A select box for a parameter of the address, where a page has one of its own."""

from collections.abc import Mapping

from lib.site import href
from lib.web.frame import Choices, Option
from lib.web.render import render


def select(
    label: str, name: str, options: Mapping[str, str], chosen: str, default: str, path: str, fields: Mapping[str, str]
) -> str:
    """The box as HTML; `options` is code -> text, `fields` the other parameters. The default has no code."""
    rows = ((("" if code == default else code), text, code == chosen) for code, text in options.items())
    there = tuple(Option(code, text, href(path, {**fields, name: code}), is_chosen) for code, text, is_chosen in rows)
    return render("select", choice=Choices(label, name, there, path, fields))

"""A catalogue that has every message of the code and no other."""

import ast
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from lib.words.language import LOCALE_DIR
from lib.words.templates import environment

ROOT = Path(__file__).parents[2]
CODE = sorted([ROOT / "app.py", *(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").rglob("*.py")])
TEMPLATES = sorted((ROOT / "lib").rglob("templates/**/*.html"))
MARKS = {"_": 1, "N_": 1, "ngettext": 2}


def calls(path: Path) -> list[ast.Call]:
    """The calls in a file that mark or translate a message."""
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    return [node for node in tree if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS]


def messages_of(call: ast.Call) -> tuple[str, ...]:
    """The message (and its plural) of a call with constant arguments, else none."""
    arguments = call.args[: MARKS[call.func.id]]
    return tuple(one.value for one in arguments if isinstance(one, ast.Constant))


def messages_of_template(path: Path) -> set[tuple[str, ...]]:
    """The messages of a template; one that is no whole constant is not among them."""
    found = environment(path.parent).extract_translations(path.read_text("utf-8"), gettext_functions=tuple(MARKS))
    arguments = (one if isinstance(one, tuple) else (one,) for _line, _function, one in found)
    return {tuple(text for text in texts if text) for texts in arguments}


@pytest.fixture(scope="module")
def used() -> set[tuple[str, ...]]:
    in_code = {messages_of(call) for path in CODE for call in calls(path)}
    return in_code.union(*map(messages_of_template, TEMPLATES)) - {()}


@pytest.fixture(scope="module")
def catalogue() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Swedish by message; both have two forms where there is a plural."""
    with (LOCALE_DIR / "sv.po").open("rb") as file:
        entries = [entry for entry in read_po(file, locale="sv", abort_invalid=True) if entry.id]
    assert [entry.id for entry in entries if entry.fuzzy] == []
    return {forms(entry.id): forms(entry.string) for entry in entries}


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def test_every_message_of_the_code_is_in_the_catalogue_and_no_other(used, catalogue):
    assert sorted(used - catalogue.keys()) == []
    assert sorted(catalogue.keys() - used) == []


def test_every_message_has_swedish(catalogue):
    assert [message for message, swedish in catalogue.items() if not all(swedish)] == []


def test_swedish_has_the_placeholders_of_the_message(catalogue):
    differing = {
        message: swedish
        for message, swedish in catalogue.items()
        if {frozenset(placeholders(text)) for text in message} != {frozenset(placeholders(text)) for text in swedish}
    }
    assert differing == {}


def test_the_catalogue_has_nothing_commented_away():
    with (LOCALE_DIR / "sv.po").open("rb") as file:
        assert list(read_po(file, locale="sv").obsolete) == []


def test_no_message_is_put_together():
    """What is translated is a whole constant, or looked up where constants are marked; never built in place."""
    whole = (ast.Constant, ast.Subscript, ast.Attribute, ast.Name)
    built = [
        (str(path), ast.unparse(call))
        for path in CODE
        for call in calls(path)
        for one in call.args[: MARKS[call.func.id]]
        if not isinstance(one, whole) and not ast.unparse(one).partition("(")[0].endswith(".get")
    ]
    assert built == []

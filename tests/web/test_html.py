"""HTML is written by templates, which escape all that is put into them: the code around them writes none."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.server import ROOT

FOLDERS = ("lib/web", "lib/ui", "lib/documents", "pages")
# These change HTML that is written: Streamlit's own document, drawings that it would drop, words in another language.
SEAMS = {"lib/web/own_words.py", "lib/web/seams/document.py", "lib/web/seams/html.py"}
TAG = re.compile(r"</?[a-z][a-z0-9]*[\s/>]|</?[a-z][a-z0-9]*$|<!DOCTYPE")


def escapes(tree: ast.AST) -> Iterator[str]:
    """Names of functions that escape, wherever they are used or imported."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="html" | "markupsafe" | "xml.sax.saxutils", names=names):
                yield from (alias.name for alias in names)
            case ast.Attribute(value=ast.Name(id="html" | "markupsafe"), attr="escape"):
                yield "escape"


def texts(tree: ast.AST) -> Iterator[str]:
    """The texts of the code, those of f-strings with them, that are not docstrings."""
    docs = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
            yield node.value


def written(source: str) -> list[str]:
    """The HTML that some code writes by hand."""
    tree = ast.parse(source)
    return [*escapes(tree), *(text for text in texts(tree) if TAG.search(text))]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("from html import escape", ["escape"]),
        ("import html\nhtml.escape(text)", ["escape"]),
        ("f'<p class=\"a\">{text}</p>'", ['<p class="a">', "</p>"]),
        ("'<br>'.join(lines)", ["<br>"]),
        ("f'<h{level}>'", ["<h"]),
        ('"""A docstring about <p>."""\nif 1 < a: "a < b <= c"', []),
    ],
)
def test_html_in_code_is_found(source, html):
    assert written(source) == html


def test_templates_write_the_html():
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    assert {name(path) for path in paths if written(path.read_text("utf-8"))} == SEAMS


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()

"""The house rules that neither the linter nor the import contracts know."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = sorted(path for folder in ("lib", "data", "bench", "pages", "tests") for path in (ROOT / folder).rglob("*.py"))


def test_a_class_name_means_one_thing():
    places = defaultdict(list)
    for path in CODE:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                places[node.name].append(str(path.relative_to(ROOT)))
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_no_module_is_longer_than_three_hundred_lines():
    lines = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in CODE}
    assert {path: count for path, count in lines.items() if count > 300} == {}

"""The share of lib that the tests run, by package and module: `python -m tests.helpers.covered` (make coverage)."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

REPORT = Path("build/coverage/report.json")
LEAST = 80  # per cent of a module's lines
NAMES = ("covered_lines", "num_statements", "covered_branches", "num_branches")


def package(module: str) -> str:
    """The package right below lib that a module's file is in."""
    return "/".join(Path(module).parts[:2]) if module.count("/") > 1 else "lib"


def line(name: str, counts: Counter[str]) -> str:
    lines = f"{percent(counts['covered_lines'], counts['num_statements']):6.1f} % of {counts['num_statements']:5} lines"
    branches = (
        f"{percent(counts['covered_branches'], counts['num_branches']):6.1f} % of {counts['num_branches']:5} branches"
    )
    return f"{name:45}{lines}{branches}"


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def total(summaries: Iterable[dict[str, float]]) -> Counter[str]:
    counts = Counter[str]()
    for summary in summaries:
        counts.update({name: int(summary[name]) for name in NAMES})
    return counts


def main() -> int:
    files = {name: file["summary"] for name, file in sorted(json.loads(REPORT.read_text())["files"].items())}
    for name, modules in groupby(files, package):
        print(line(name, total(files[module] for module in modules)))
    print(line("all", total(files.values())))
    counted = {name: total([summary]) for name, summary in files.items()}
    few = [name for name, at in counted.items() if percent(at["covered_lines"], at["num_statements"]) < LEAST]
    for name in few:
        print(f"under {LEAST} %: {line(name, counted[name])}")
    return 1 if few else 0


if __name__ == "__main__":
    sys.exit(main())

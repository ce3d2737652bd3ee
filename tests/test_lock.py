"""The locked packages: they are those that are pinned and all that these need, each with its hashes."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
# The machines that Målbild runs on: each Python that it promises, on Linux, as containers and servers have it.
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
LISTS = [("requirements.txt", "requirements.lock"), ("requirements-test.txt", "requirements-test.lock")]


def pinned(name: str) -> Iterator[Requirement]:
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if line.startswith("-r "):
            yield from pinned(line[3:])
        elif line.strip():
            yield Requirement(line)


def locked(name: str) -> dict[str, tuple[Requirement, int]]:
    """Every package of a lock and how many hashes it has."""
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())
    found = {}
    for entry in entries:
        words, *hashes = entry.replace("\\\n", "").split("--hash=sha256:")
        requirement = Requirement(words.strip())
        assert all(re.fullmatch(r"[0-9a-f]{64}\s*", digest) for digest in hashes)
        found[canonicalize_name(requirement.name)] = (requirement, len(hashes))
    return found


def version(requirement: Requirement) -> str:
    (only,) = requirement.specifier
    assert only.operator == "=="
    return only.version


@pytest.mark.parametrize(("pins", "lock"), LISTS)
def test_the_lock_has_every_pin_as_it_is_pinned(pins, lock):
    there = locked(lock)
    assert {r.name: version(there[canonicalize_name(r.name)][0]) for r in pinned(pins)} == {
        r.name: version(r) for r in pinned(pins)
    }


@pytest.mark.parametrize(("pins", "lock"), LISTS)
def test_the_lock_has_all_that_the_packages_need_with_hashes(pins, lock):
    there = locked(lock)
    assert min(number for _requirement, number in there.values()) > 0
    lacking = [
        (name, str(need))
        for python in PYTHONS
        for name, need in needed(pins, {**default_environment(), "python_version": python})
        if (found := there.get(canonicalize_name(need.name))) is None
        or not need.specifier.contains(version(found[0]), prereleases=True)
    ]
    assert lacking == []


def needed(pins: str, environment: dict[str, str]) -> Iterator[tuple[str, Requirement]]:
    """What the pinned packages need, and what those need, as the installed packages say."""
    seen, left = set(), [(r.name, frozenset(r.extras)) for r in pinned(pins)]
    while left:
        name, extras = left.pop()
        if (canonicalize_name(name), extras) in seen:
            continue
        seen.add((canonicalize_name(name), extras))
        try:
            wanted = [Requirement(words) for words in requires(name) or ()]
        except PackageNotFoundError:
            continue  # of another Python than this one, and so no more can be known of it here
        for need in wanted:
            markers = [
                need.marker.evaluate({**environment, "extra": extra}) if need.marker else True
                for extra in extras or [""]
            ]
            if any(markers):
                yield name, need
                left.append((need.name, frozenset(need.extras)))


def test_the_tests_run_with_the_packages_that_are_served():
    runtime, tests = locked("requirements.lock"), locked("requirements-test.lock")
    assert {name: entry for name, entry in tests.items() if name in runtime} == runtime


@pytest.mark.parametrize("lock", [lock for _pins, lock in LISTS])
def test_a_lock_names_no_place_to_fetch_from(lock):
    assert not re.search(r"https?:|file:|--index|--find-links|@ ", (ROOT / lock).read_text("utf-8"))

"""Disclosure control of one published month of a large organisation, in a process of its own: seconds and megabytes.

Made up: 3,000 lowest units of 5 to 45 people, four in five of them women, in areas of eight to twelve, and those in
areas again up to the top.
"""

import json
import random
import resource
import time

from lib.privacy.hours import suppress

UNITS = 3000
GENDERS = ("T", "K", "M")
WORTH = {"T": 4.0, "K": 2.0, "M": 2.0}
Groups = dict[tuple[str, str], tuple[int, float, float]]  # people, hours absent, hours of work


def month(units: int, chance: random.Random) -> tuple[Groups, dict[str, list[str]]]:
    """The groups of every unit, and the units below each; the top is ''."""
    groups: Groups = {}
    below: dict[str, list[str]] = {}
    level = [f"u{number}" for number in range(units)]
    for unit in level:
        people = chance.randint(5, 45)
        men = sum(chance.random() < 0.2 for _one in range(people))
        for gender, count in (("K", people - men), ("M", men)):
            groups[unit, gender] = count, sum(_absent(chance) for _one in range(count)), 130.0 * count
    while len(level) > 1:
        size = chance.randint(8, 12)
        names = [""] if len(level) <= size else [f"{level[0]}+{place}" for place in range(0, len(level), size)]
        for place, name in enumerate(names):
            below[name] = level[place * size : (place + 1) * size]
            groups |= {(name, gender): _sum([groups[unit, gender] for unit in below[name]]) for gender in "KM"}
        level = names
    everyone = {(unit, "T"): _sum([groups[unit, "K"], groups[unit, "M"]]) for unit, gender in groups if gender == "K"}
    return groups | everyone, below


def _absent(chance: random.Random) -> float:
    return chance.choice([8, 16, 24, 40, 130]) if chance.random() < 0.12 else 0.0


def _sum(parts: list[tuple[int, float, float]]) -> tuple[int, float, float]:
    people, absent, work = zip(*parts, strict=True)
    return sum(people), sum(absent), sum(work)


def relations(groups: Groups, below: dict[str, list[str]]) -> list[tuple[int, tuple[int, ...]]]:
    """The sums and their parts, by place, from the top down."""
    place = {group: number for number, group in enumerate(groups)}
    sums, waiting = [], [""]
    for unit in waiting:
        sums.append((place[unit, "T"], (place[unit, "K"], place[unit, "M"])))
        if unit in below:
            sums += [(place[unit, gender], tuple(place[child, gender] for child in below[unit])) for gender in GENDERS]
            waiting += below[unit]
    return sums


def main() -> None:
    """Print the seconds and megabytes, and how much was hidden."""
    groups, below = month(UNITS, random.Random(1))
    people, absent, work = (list(column) for column in zip(*groups.values(), strict=True))
    sums = relations(groups, below)
    begun = time.perf_counter()
    reasons = suppress(people, absent, work, sums, 11, worth=[WORTH[gender] for _unit, gender in groups])
    took = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"seconds": took, "megabytes": memory, "cells": len(groups), "hidden": sum(map(bool, reasons))}))


if __name__ == "__main__":
    main()

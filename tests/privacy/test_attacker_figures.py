"""One attacker over all that is shown of made-up boards: no figure of a small group can be worked out.

The attacker knows how figures add up over units, genders and time, how many people every group is, that nothing is
below zero, and all that is shown.
"""

from datetime import date
from itertools import product
from random import Random

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from lib.privacy.suppression import Relation, SumCell, hide
from lib.rules.periods import Period
from lib.store import redaction
from lib.store.figure_rows import ShownFigure, Traits
from lib.store.redaction import as_shown
from lib.tables.base import columns
from lib.tables.model import Observation, Unit
from tests.helpers.attacker import Attacker
from tests.helpers.rows import observation, unit

TREE = {"": ("d", "e"), "d": ("a", "b"), "e": ("c", "f")}
LEAVES = ("a", "b", "c", "f")
UNITS = [Unit(**unit(unit=code, parent=above)) for above, codes in TREE.items() for code in codes]
PERIODS = [(1, 1), (2, 2), (3, 3), (1, 2), (1, 3)]
"""Months, and what has come of the year."""
NAMES = [column.name for column in columns(Observation)]
MINIMUM = 11


def leaves(code: str) -> tuple[str, ...]:
    return LEAVES if not code else TREE.get(code, (code,))


def genders(gender: str) -> str:
    return "KM" if gender == "T" else gender


def atoms(code: str, gender: str, first: int, last: int) -> list[tuple]:
    return list(product(leaves(code), genders(gender), range(first, last + 1)))


class MadeUp:
    """A board of one indicator: people in every lowest unit, of each gender, in each month; not all of it stored.

    No row is stored of nobody, and none at all of a unit that has not reported anything.
    """

    def __init__(self, seed: int, statistic: str) -> None:
        draw = Random(seed)
        self.statistic = statistic
        self.people = {atom: draw.choice((0, 1, 2, 4, 9, 15, 30)) for atom in product(LEAVES, "KM", (1, 2, 3))}
        self.amounts = {atom: draw.randint(0, people) for atom, people in self.people.items()}
        over_time = draw.random() < 0.7
        self.accumulates = True if over_time and statistic != "count" else None
        periods = draw.sample(PERIODS, draw.randint(2, 5)) if over_time else [(1, 1)]
        units = [code for code in ("", "d", "e", *LEAVES) if code not in "de" or draw.random() < 0.6]
        split = "TKM" if draw.random() < 0.5 else "T"
        self.stored = [(code, gender, *period) for code in units for gender in split for period in periods]
        silent = draw.choice(LEAVES) if draw.random() < 0.3 else None
        self.unreported = [about for about in self.stored if about[0] == silent and self.count(*about)]
        self.stored = [about for about in self.stored if about[0] != silent and self.count(*about)]

    def count(self, *about) -> int:
        return sum(self.people[atom] for atom in atoms(*about))

    def amount(self, *about) -> int:
        """The amount that adds up: people, or those of them that have something in common, in per cent."""
        if self.statistic == "count":
            return self.count(*about)
        return sum(100 * self.amounts[atom] for atom in atoms(*about))

    def shown(self) -> dict[tuple, str]:
        rows = []
        for code, gender, first, last in self.stored:
            of, about = self.count(code, gender, first, last), (code, gender, first, last)
            is_count = self.statistic == "count"
            row = observation(
                unit=code, gender=gender, period_start=date(2025, first, 1), period_end=Period.of_month(2025, last).end,
                value=float(of) if is_count else self.amount(*about) / of, count=None if is_count else of,
            )  # fmt: skip
            rows.append(ShownFigure._make(row[name] for name in NAMES))
        traits = Traits(MINIMUM, self.statistic, 6, "%", self.accumulates)
        figures = as_shown(rows, {"i": traits}, lambda: UNITS)
        return dict(zip(self.stored, (row.status for row in figures), strict=True))

    def pinned(self) -> list[tuple]:
        """The small groups, stored or not, that are bounded more closely than one person."""
        attacker, width_of_one = Attacker(), 1.0 if self.statistic == "count" else 100.0
        for atom, people in self.people.items():
            attacker.about(atom, 0.0, (100.0 * people if self.statistic == "share" else 100000.0) if people else 0.0)
        statuses = self.shown()
        for about, status in statuses.items():
            if status == "normal":
                amount = self.amount(*about)
                attacker.sees(dict.fromkeys(atoms(*about), 1.0), amount - 1e-6, amount + 1e-6)
        if not attacker.sums:
            return []
        return [about for about in self.small(statuses) if attacker.width(*atoms(*about)) < width_of_one - 1e-3]

    def small(self, statuses: dict[tuple, str]) -> list[tuple]:
        """Those hidden for themselves, those between two periods, and those who are left as their unit has no row."""
        between = [
            (code, gender, last + 1, later)
            for (code, gender, first, last), (_code, _gender, start, later) in product(self.stored, repeat=2)
            if (code, gender, first) == (_code, _gender, start) and last < later
        ]
        groups = {about for about, status in statuses.items() if status in ("hidden", "single")}
        return sorted(groups | {about for about in between + self.unreported if 0 < self.count(*about) < MINIMUM})


def pinned(many: int) -> list[tuple]:
    boards = [(seed, statistic) for seed in range(many) for statistic in ("count", "share", "mean")]
    return [(*board, *group) for board in boards for group in MadeUp(*board).pinned()]


def test_no_small_group_can_be_worked_out():
    assert pinned(25) == []


@pytest.mark.soak
def test_nor_on_many_boards():
    assert pinned(300) == []


def test_it_would_be_seen_if_only_small_groups_were_hidden(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(redaction, "protecting", lambda _figures, _children: set())
    assert len(pinned(25)) > 25


# As little as will do


def table(seed: int) -> tuple[list[SumCell], list[Relation]]:
    """Units by gender, with their sums both ways; some of them secret."""
    draw, units, place = Random(seed), range(draw_of(seed)), {}
    inner = {(u, g): draw.choice((3.0, 6.0, 9.0, 14.0, 25.0, 40.0)) for u in units for g in "KM"}
    values = dict(inner)
    for u in units:
        values[u, "T"] = inner[u, "K"] + inner[u, "M"]
    for g in "KMT":
        values["", g] = sum(values[u, g] for u in units)
    place = {about: number for number, about in enumerate(values)}
    cells = [
        SumCell(value, max(1.0, 0.1 * value) if value < MINIMUM else 0.0, weight=value + 1, hidden=value < MINIMUM)
        for value in values.values()
    ]
    sums = [Relation(place["", g], tuple(place[u, g] for u in units)) for g in "TKM"]
    sums += [Relation(place[u, "T"], (place[u, "K"], place[u, "M"])) for u in ("", *units)]
    return cells, sums


def draw_of(seed: int) -> int:
    return 3 + seed % 3


def least(cells: list[SumCell], sums: list[Relation]) -> float:
    """The least weight that must be hidden, by an exact program: each secret cell can be its width away."""
    n, secret = len(cells), [place for place, cell in enumerate(cells) if cell.width > 0]
    size = n + len(secret) * (n + 1)  # hidden or not; then of each secret cell its direction and how far all are moved
    most = 4 * max(cell.value for cell in cells)
    low, high, whole = np.zeros(size), np.ones(size), np.ones(size)
    rows, least_of, most_of = [], [], []

    def told(terms: dict[int, float], at_least: float, at_most: float) -> None:
        row = np.zeros(size)
        for place, times in terms.items():
            row[place] = times
        rows.append(row), least_of.append(at_least), most_of.append(at_most)

    for number, target in enumerate(secret):
        begin = n + number * (n + 1)
        for place, cell in enumerate(cells):
            low[begin + place], high[begin + place], whole[begin + place] = -min(cell.value, most), most, 0
            told({begin + place: 1.0, place: -most}, -np.inf, 0.0)
            told({begin + place: 1.0, place: most}, 0.0, np.inf)
        width = cells[target].width
        told({begin + target: 1.0, begin + n: -2 * width}, -width, -width)
        for relation in sums:
            told({begin + relation.total: -1.0, **{begin + part: 1.0 for part in relation.parts}}, 0.0, 0.0)
    low[secret] = 1.0
    weights = np.zeros(size)
    weights[:n] = [cell.weight for cell in cells]
    found = milp(
        weights, integrality=whole, bounds=Bounds(low, high),
        constraints=LinearConstraint(np.array(rows), least_of, most_of), options={"mip_rel_gap": 0.01},
    )  # fmt: skip
    assert found.x is not None, found.message
    return float(found.fun)


def test_no_more_is_hidden_than_an_exact_program_needs_but_for_a_seventh():
    hidden = needed = 0.0
    for seed in range(20):
        cells, sums = table(seed)
        answer = hide(cells, sums)
        assert not answer.exposed
        hidden += sum(cells[place].weight for place in answer.places)
        needed += least(cells, sums)
    assert needed <= hidden * 1.01
    assert hidden <= 1.15 * needed

"""Months of absence in organisations small and large, random or written out, and what an attacker bounds in them."""

from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from lib.privacy.hours import is_secret, suppress, width
from tests.helpers.attacker import Attacker

MINIMUM = 11
WORTH = {"T": 4.0, "K": 2.0, "M": 2.0}
Group = tuple[str, str]  # unit and whom of it
SLACK = 1e-4  # of a width, for the solvers' rounding


@dataclass
class GroupMonth:
    """Groups with people, hours absent and hours of work; how they add up, and the top first."""

    groups: dict[Group, tuple[int | None, float, float]]
    sums: list[tuple[Group, list[Group]]]

    def reasons(self, **sets_of) -> dict[Group, str]:
        places = {group: place for place, group in enumerate(self.groups)}
        people, hours, work = zip(*self.groups.values(), strict=True)
        relations = [(places[total], tuple(places[part] for part in parts)) for total, parts in self.sums]
        then = {places[group]: (hours, work) for group, (_people, hours, work) in sets_of.pop("changed", {}).items()}
        sets = {name: {places[group] for group in groups} for name, groups in sets_of.items()}
        worth = [WORTH.get(part, 1.0) for _unit, part in self.groups]
        reasons = suppress(people, hours, work, relations, MINIMUM, worth=worth, changed=then, **sets)
        return dict(zip(self.groups, reasons, strict=True))

    def hidden(self, **sets_of) -> set[Group]:
        return {group for group, reason in self.reasons(**sets_of).items() if reason}

    def secret(self) -> list[Group]:
        return [
            group
            for group, (people, hours, work) in self.groups.items()
            if work and is_secret(people, hours, work, MINIMUM)
        ]

    def wanted(self, group: Group) -> float:
        """The least uncertainty: as far as it could go either way, if that is less than the rule's width."""
        _people, hours, work = self.groups[group]
        return min(width(hours, work), max(hours, work - hours))


def attacker(month: GroupMonth, hidden: set[Group], rounded: bool = False) -> Attacker:
    """Knows the hours of work, and sees every group that is not hidden: its hours, or its share with one decimal."""
    reader = Attacker()
    for group, (_people, hours, work) in month.groups.items():
        reader.about(group, 0.0, work)
        if group not in hidden:
            off = 0.0005 * work if rounded else 0.0
            seen = round(hours / work, 3) * work if rounded and work else hours
            reader.sees({group: 1.0}, seen - off, seen + off)
    for total, parts in month.sums:
        reader.adds_up(total, parts)
    return reader


AGES = ("-29", "30-49", "50-")
LENGTHS = ("1-14", "15-59", "60-")
HOURS = 140.0  # of work, each


@st.composite
def leaves(draw):
    """A unit without units below: its people, hours absent and hours of work, for women and men, ages and lengths."""
    women, men = draw(st.integers(0, 30)), draw(st.integers(0, 14))
    people = women + men
    absent = {"K": draw(_hours(women)), "M": draw(_hours(men))}
    absent["T"] = absent["K"] + absent["M"]
    young, old = sorted((draw(st.integers(0, people)), draw(st.integers(0, people))))
    ages = dict(zip(AGES, (young, old - young, people - old), strict=True))
    count = {"K": women, "M": men, "T": people, **ages, **dict.fromkeys(LENGTHS, people)}
    absent |= _spread(absent["T"], {age: n * HOURS for age, n in ages.items()}, draw(st.integers(0, 3)))
    absent |= _spread(absent["T"], dict.fromkeys(LENGTHS, people * HOURS), draw(st.integers(0, 3)))
    return {part: (n, absent[part], n * HOURS) for part, n in count.items()}


def _hours(people: int):
    days = st.sampled_from([0, 0, 1, 2, 3, 5, 8, 13, 17])
    return st.builds(lambda d, n: min(8.0 * d * n, HOURS * people), days, st.integers(0, people))


def _spread(hours: float, room: dict[str, float], turn: int) -> dict[str, float]:
    """Hours over groups, as they have room: a third each at first, or as much as can be in one of them."""
    names = list(room)
    spread = {name: min(room[name], hours / 3) if turn == len(names) else 0.0 for name in names}
    for name in [*names[turn:], *names]:
        spread[name] += min(room[name] - spread[name], hours - sum(spread.values()))
    return spread


def grown(areas, parts: tuple[str, ...]) -> GroupMonth:
    """A month of an organisation in three levels, from its lowest units."""
    groups: dict[Group, tuple[int, float, float]] = {}
    below: dict[str, list[str]] = {"top": []}
    for number, units in enumerate(areas):
        below["top"].append(f"a{number}")
        below[f"a{number}"] = [f"a{number}u{place}" for place in range(len(units))]
    lowest = {f"a{number}u{place}": unit for number, units in enumerate(areas) for place, unit in enumerate(units)}
    for part in parts:
        for area in below["top"]:
            _summed(groups, part, area, {unit: lowest[unit][part] for unit in below[area]})
        _summed(groups, part, "top", {area: groups[area, part] for area in below["top"]})
        groups |= {(unit, part): unit_groups[part] for unit, unit_groups in lowest.items()}
    sums = []
    for unit in ("top", *below["top"], *lowest):
        kinds = [tuple(part for part in kind if part in parts) for kind in (("K", "M"), AGES, LENGTHS)]
        sums += [((unit, "T"), [(unit, part) for part in kind]) for kind in kinds if kind]
        sums += [((unit, part), [(child, part) for child in below[unit]]) for part in parts if unit in below]
    return GroupMonth(groups, sums)


def _summed(groups, part, unit, children) -> None:
    groups[unit, part] = tuple(sum(child[n] for child in children.values()) for n in range(3))


def months(parts: tuple[str, ...], areas: int = 4, units: int = 6):
    rows = st.lists(st.lists(leaves(), min_size=1, max_size=units), min_size=1, max_size=areas)
    return st.builds(grown, rows, st.just(parts))


GENDERS = ("T", "K", "M")
ALL = (*GENDERS, *AGES, *LENGTHS)
# A failing tree is small as it is, and to look for a smaller takes minutes.
FEW = settings(deadline=None, max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
MANY = settings(FEW, max_examples=1500, suppress_health_check=list(HealthCheck))


def bounded(month: GroupMonth, hidden: set[Group], rounded: bool = False) -> list[Group]:
    """The secret groups that the attacker bounds more closely than their width, and those too few even together."""
    reader = attacker(month, hidden, rounded)
    groups = [group for group in month.secret() if reader.width(group) < month.wanted(group) * (1 - SLACK)]
    for _total, parts in month.sums:
        few = [part for part in parts if part in month.secret()]
        if len(few) > 1 and sum(month.groups[part][0] for part in few) < MINIMUM and reader.width(*few) < 1:
            groups += few
    return groups


def areas(*units: list[tuple[int, float, int, float]]) -> GroupMonth:
    """Areas of units, each so many women and their hours absent, so many men and theirs."""

    def unit(women: int, women_absent: float, men: int, men_absent: float):
        return {
            "T": (women + men, women_absent + men_absent, HOURS * (women + men)),
            "K": (women, women_absent, HOURS * women),
            "M": (men, men_absent, HOURS * men),
        }

    return grown([[unit(*numbers) for numbers in area] for area in units], GENDERS)


ORDINARY = areas([(20, 150, 15, 90), (25, 200, 6, 40), (14, 80, 12, 60)], [(30, 240, 20, 130), (22, 160, 18, 100)])


def unit_groups(unit: str):
    return [(part, ORDINARY.groups[unit, part]) for part in GENDERS]

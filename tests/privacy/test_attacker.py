"""Nobody can work out the absence of a small group from what is shown; without secondary suppression it is easy."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lib.privacy.hours import PROTECTS, SMALL, is_secret, suppress, width
from tests.helpers.attacker import Attacker

MINIMUM = 11
WORTH = {"T": 4.0, "K": 2.0, "M": 2.0}
Group = tuple[str, str]  # unit and whom of it
SLACK = 1e-4  # of a width, for the solvers' rounding


@dataclass
class Month:
    """Groups with people, hours absent and hours of work; how they add up, and the top first."""

    groups: dict[Group, tuple[int | None, float, float]]
    sums: list[tuple[Group, list[Group]]]

    def reasons(self, **told) -> dict[Group, str]:
        places = {group: place for place, group in enumerate(self.groups)}
        people, hours, work = zip(*self.groups.values(), strict=True)
        relations = [(places[total], tuple(places[part] for part in parts)) for total, parts in self.sums]
        then = {places[group]: (hours, work) for group, (_people, hours, work) in told.pop("changed", {}).items()}
        sets = {name: {places[group] for group in groups} for name, groups in told.items()}
        worth = [WORTH.get(part, 1.0) for _unit, part in self.groups]
        found = suppress(people, hours, work, relations, MINIMUM, worth=worth, changed=then, **sets)
        return dict(zip(self.groups, found, strict=True))

    def hidden(self, **told) -> set[Group]:
        return {group for group, reason in self.reasons(**told).items() if reason}

    def secret(self) -> list[Group]:
        return [
            group
            for group, (people, hours, work) in self.groups.items()
            if work and is_secret(people, hours, work, MINIMUM)
        ]

    def wanted(self, group: Group) -> float:
        """How uncertain it must be: as far as it could go either way, if that is less than the rule's width."""
        _people, hours, work = self.groups[group]
        return min(width(hours, work), max(hours, work - hours))


def attacker(month: Month, hidden: set[Group], rounded: bool = False) -> Attacker:
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
    found = {name: min(room[name], hours / 3) if turn == len(names) else 0.0 for name in names}
    for name in [*names[turn:], *names]:
        found[name] += min(room[name] - found[name], hours - sum(found.values()))
    return found


def grown(areas, parts: tuple[str, ...]) -> Month:
    """A month of an organisation in three levels, from its lowest units."""
    groups: dict[Group, tuple[int, float, float]] = {}
    below: dict[str, list[str]] = {"top": []}
    for number, units in enumerate(areas):
        below["top"].append(f"a{number}")
        below[f"a{number}"] = [f"a{number}u{one}" for one in range(len(units))]
    lowest = {f"a{number}u{one}": unit for number, units in enumerate(areas) for one, unit in enumerate(units)}
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
    return Month(groups, sums)


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


def bounded(month: Month, hidden: set[Group], rounded: bool = False) -> list[Group]:
    """The secret groups that the attacker bounds more closely than their width, and those too few even together."""
    reader = attacker(month, hidden, rounded)
    found = [one for one in month.secret() if reader.width(one) < month.wanted(one) * (1 - SLACK)]
    for _total, parts in month.sums:
        few = [part for part in parts if part in month.secret()]
        if len(few) > 1 and sum(month.groups[part][0] for part in few) < MINIMUM and reader.width(*few) < 1:
            found += few
    return found


def stands(month: Month) -> None:
    hidden = month.hidden()
    assert hidden >= set(month.secret())
    assert bounded(month, hidden) == []


@FEW
@given(months(GENDERS, areas=3, units=4))
def test_no_small_group_can_be_worked_out_from_the_rest(month):
    stands(month)


@FEW
@given(months(ALL, areas=2, units=3))
def test_nor_from_ages_and_lengths(month):
    stands(month)


@pytest.mark.soak
@MANY
@given(months(GENDERS, areas=5, units=8))
def test_nor_in_a_great_many_organisations(month):
    stands(month)


@pytest.mark.soak
@MANY
@given(months(ALL, areas=3, units=5))
def test_nor_in_a_great_many_with_ages_and_lengths(month):
    stands(month)


def areas(*units: list[tuple[int, float, int, float]]) -> Month:
    """Areas of units, each so many women and their hours absent, so many men and theirs."""

    def unit(women: int, women_absent: float, men: int, men_absent: float):
        return {
            "T": (women + men, women_absent + men_absent, HOURS * (women + men)),
            "K": (women, women_absent, HOURS * women),
            "M": (men, men_absent, HOURS * men),
        }

    return grown([[unit(*one) for one in area] for area in units], GENDERS)


ORDINARY = areas([(20, 150, 15, 90), (25, 200, 6, 40), (14, 80, 12, 60)], [(30, 240, 20, 130), (22, 160, 18, 100)])


def test_without_the_secondary_step_the_attack_succeeds():
    """So that it is known to bite: with no more than the small groups hidden, they are computed to the hour."""
    reader = attacker(ORDINARY, set(ORDINARY.secret()))
    assert ORDINARY.secret() == [("a0u1", "M")]
    assert reader.range(("a0u1", "M")) == pytest.approx((40, 40), abs=1e-6)


@pytest.mark.parametrize(("parts", "least"), [(GENDERS, 20), (ALL, 20)], ids=["genders", "with ages and lengths"])
def test_without_the_secondary_step_most_random_organisations_fall(parts, least):
    fallen = []

    @settings(FEW, database=None, derandomize=True)
    @given(months(parts, areas=2, units=3))
    def attack(month):
        fallen.append(bool(bounded(month, set(month.secret()))))

    attack()
    assert fallen.count(True) >= least


def test_shares_with_one_decimal_tell_as_much_of_a_small_organisation():
    alone = set(ORDINARY.secret())
    assert bounded(ORDINARY, alone, rounded=True) == [("a0u1", "M")]
    assert bounded(ORDINARY, ORDINARY.hidden(), rounded=True) == []


def test_as_little_as_will_do_is_hidden():
    """Men of one unit: its women, and women and men of the smallest unit beside it."""
    small, protecting = {("a0u1", "M")}, {("a0u1", "K"), ("a0u2", "K"), ("a0u2", "M")}
    reasons = ORDINARY.reasons()
    assert {group for group, reason in reasons.items() if reason == SMALL} == small
    assert {group for group, reason in reasons.items() if reason == PROTECTS} == protecting


def test_small_figures_are_tried_before_greater_ones():
    """All of the units and areas stay shown: their women and men are enough, though it takes several to be so."""
    month = areas([(30, 200, 4, 40), (8, 200, 4, 40)], [(8, 150, 4, 60), (12, 60, 20, 60)])
    assert month.hidden() == {(unit, part) for unit in ("a0", "a0u0", "a0u1", "a1", "a1u0") for part in "KM"}
    stands(month)


def test_nothing_is_hidden_where_every_group_is_large_enough():
    assert areas([(20, 150, 15, 90), (14, 80, 12, 60)]).hidden() == set()


def test_a_group_of_which_nobody_was_absent_is_hidden_and_its_reason_does_not_say_so():
    month = areas([(20, 150, 15, 0), (14, 80, 12, 60), (30, 200, 16, 90)])
    assert month.reasons()["a0u0", "M"] == PROTECTS


def test_an_area_where_nobody_was_absent_is_hidden_too():
    """Else its units' zeros are known, those of small groups too."""
    month = areas([(5, 0, 4, 0), (14, 0, 12, 0)], [(30, 200, 16, 90), (30, 200, 16, 90)])
    assert month.reasons()["a0", "T"] == PROTECTS
    stands(month)


def test_two_small_groups_that_are_too_few_together_need_a_third():
    month = areas([(20, 150, 4, 20), (25, 200, 5, 40), (14, 80, 12, 60), (40, 300, 20, 90)])
    assert sum(group[1] == "M" for group in month.hidden()) == 3
    stands(month)


def test_so_do_two_whose_size_is_not_known():
    """They are taken to be as few as can have so many hours of work, and so are too few together as well."""
    month = areas([(20, 150, 4, 20), (25, 200, 5, 40), (14, 80, 12, 60), (40, 300, 20, 90)])
    men = [(unit, "M") for unit in ("a0u0", "a0u1")]
    unknown = Month(month.groups | {group: (None, *month.groups[group][1:]) for group in men}, month.sums)
    hidden = unknown.hidden()
    assert {group for group in hidden if group[1] == "M"} == {*men, ("a0u2", "M")}
    assert attacker(month, hidden).width(*men) > 1


def test_the_same_month_hides_the_same():
    assert ORDINARY.reasons() == ORDINARY.reasons()


def test_what_was_hidden_the_month_before_is_hidden_again_rather_than_another():
    month = areas([(20, 150, 6, 40), (20, 150, 13, 60), (20, 150, 12, 60)])
    assert month.hidden() == {(unit, part) for unit in ("a0u0", "a0u2") for part in "KM"}
    assert month.hidden(like={("a0u1", "K"), ("a0u1", "M")}) == {(u, p) for u in ("a0u0", "a0u1") for p in "KM"}


def test_what_is_not_told_yet_protects_nobody():
    """It will be known when it comes."""
    groups = ORDINARY.groups | {("a0u2", part): (people, None, work) for part, (people, _hours, work) in _unit("a0u2")}
    hidden = Month(groups, ORDINARY.sums).hidden()
    assert hidden == {(unit, part) for unit in ("a0u0", "a0u1") for part in "KM"}


def _unit(unit: str):
    return [(part, ORDINARY.groups[unit, part]) for part in GENDERS]


@st.composite
def corrected(draw, units: int = 4):
    """The same organisation published twice: the second time some units' figures are others."""
    first = draw(st.lists(st.lists(leaves(), min_size=1, max_size=units), min_size=1, max_size=3))
    second = [[draw(st.just(unit) | leaves()) for unit in area] for area in first]
    return grown(first, GENDERS), grown(second, GENDERS)


def seen_twice(first: Month, second: Month, hidden: set[Group], later: set[Group]) -> Attacker:
    """Sees both publications, and takes every hidden figure that is the same in both to be so."""
    reader = Attacker()
    for time, month, holes in ((1, first, hidden), (2, second, later)):
        for group, (_people, hours, work) in month.groups.items():
            reader.about((time, *group), 0.0, work)
            if group not in holes:
                reader.sees({(time, *group): 1.0}, hours, hours)
        for total, parts in month.sums:
            reader.adds_up((time, *total), [(time, *part) for part in parts])
    for group in _unchanged(first, second):
        reader.sees({(1, *group): 1.0, (2, *group): -1.0}, 0.0, 0.0)
    return reader


def _unchanged(first: Month, second: Month) -> set[Group]:
    return {group for group in first.groups if first.groups[group][1:] == second.groups[group][1:]}


def again(first: Month, second: Month) -> set[Group]:
    """What is hidden when a month is published a second time."""
    hidden, same = first.hidden(), _unchanged(first, second)
    changed = {group: first.groups[group] for group in hidden - same}
    return second.hidden(keep=hidden, known=same - hidden, changed=changed)


def cannot_be_held_against_each_other(first: Month, second: Month) -> None:
    hidden, later = first.hidden(), again(first, second)
    assert later >= hidden
    assert bounded(second, later) == []
    reader = seen_twice(first, second, hidden, later)
    known = _unchanged(first, second) - hidden
    assert [group for group in second.secret() if group not in known and reader.width((2, *group)) < 1] == []


@FEW
@given(corrected())
def test_a_corrected_month_cannot_be_held_against_what_it_was_before(pair):
    cannot_be_held_against_each_other(*pair)


@pytest.mark.soak
@MANY
@given(corrected(units=6))
def test_nor_can_a_great_many(pair):
    cannot_be_held_against_each_other(*pair)


def test_what_was_shown_and_still_is_so_stays_shown():
    first = areas([(20, 150, 12, 40), (20, 150, 13, 60), (20, 150, 12, 60)])
    second = areas([(20, 150, 10, 30), (20, 150, 13, 60), (20, 150, 12, 60)])
    later = again(first, second)
    assert first.hidden() == set()
    assert later == {("a0u0", "M"), ("a0u0", "T"), ("a0", "M"), ("a0", "T"), ("top", "M"), ("top", "T")}


def test_a_total_that_was_shown_before_is_known_however_its_parts_are_corrected():
    first = areas([(8, 40, 2, 40), (12, 60, 6, 0), (20, 40, 4, 0)])
    second = areas([(8, 40, 2, 40), (12, 60, 6, 0), (3, 20, 4, 8)])
    assert {("top", "T"), ("a0", "T")} <= again(first, second) - first.hidden()
    cannot_be_held_against_each_other(first, second)


def test_what_is_known_stays_shown_where_it_is_enough_to_hide_all_the_rest():
    first = areas([(12, 0, 2, 20), (20, 20, 2, 20)])
    second = areas([(12, 0, 2, 20), (8, 40, 6, 40)])
    assert again(first, second) == set(second.groups) - {("a0u0", "T")}
    cannot_be_held_against_each_other(first, second)


def test_what_is_known_is_hidden_where_it_gives_a_group_away_by_itself():
    """The men of one unit are fewer than was said, and too few, while no hours are others than before."""
    first = areas([(20, 150, 12, 40), (20, 150, 13, 60), (20, 150, 12, 60)])
    people = {("a0u0", "M"): (10, 40, 12 * HOURS)}
    second = Month(first.groups | people, first.sums)
    assert first.hidden() == set()
    assert again(first, second) == second.hidden() == {(unit, part) for unit in ("a0u0", "a0u2") for part in "KM"}
    assert bounded(second, again(first, second)) == []


def test_a_corrected_month_that_is_chosen_anew_falls():
    """The first time one unit protects the small group, the second time another: then the first tells of it."""
    first = areas([(20, 150, 6, 40), (20, 150, 13, 60), (20, 150, 12, 60)])
    second = areas([(20, 150, 6, 40), (20, 150, 11, 60), (20, 150, 12, 60)])
    hidden, anew = first.hidden(), second.hidden()
    assert seen_twice(first, second, hidden, anew).width((2, "a0u0", "M")) == pytest.approx(0, abs=1e-6)
    assert seen_twice(first, second, hidden, again(first, second)).width((2, "a0u0", "M")) > 1

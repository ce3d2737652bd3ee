"""Units, women or men without a figure where others have one: what follows for them from those that have.

Where all others make up the whole, nobody is left, and a reader knows that: a figure of nobody protects nobody. Where
some are left, the figure about them can be worked out as the difference, and is protected like one that is stored.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from lib.privacy.branches import Branches
from lib.privacy.counts import Gender
from lib.privacy.plain_figure import PlainFigure

_NOBODY = 0.5  # of a number of people
Children = Callable[[date], Branches]
"""The units right below each on a day."""
_Table = dict[tuple[str, str], PlainFigure]
"""The figures of one time, by unit and gender."""


def unreported(stored: Sequence[PlainFigure], children: Children) -> list[PlainFigure]:
    """The figures that nobody has stored, of those who are left; all figures are of one indicator.

    Those of some people are secret where these are few; those of nobody are 0. People must be counted everywhere.
    """
    tables: dict[tuple[date, date], _Table] = defaultdict(dict)
    for figure in stored:
        if figure.hidden or figure.number is not None:
            tables[figure.start, figure.end][figure.unit, figure.gender] = figure
    units, alone = {figure.unit for figure in stored}, Branches({})
    branches = {end: children(end) if len(units) > 1 else alone for _start, end in tables}
    return [figure for (_start, end), there in tables.items() for figure in _of_time(there, branches[end], units)]


def _of_time(there: _Table, branches: Branches, units: set[str]) -> Iterable[PlainFigure]:
    """Those of one time. What is found of a gender may tell of the units below, and the reverse."""
    found: _Table = {}
    while True:
        every = {**there, **found}
        new = {(f.unit, f.gender): f for f in (*_of_units(every, branches, units), *_of_genders(every))}
        if not new.keys() - every.keys():
            return found.values()
        found |= {key: figure for key, figure in new.items() if key not in every}


def _of_units(there: _Table, branches: Branches, units: set[str]) -> Iterator[PlainFigure]:
    """Those left of each unit: nobody in any unit that is missing, or some in the only one or in all of them."""
    codes: dict[str, set[str]] = defaultdict(set)
    for unit, gender in there:
        codes[gender].add(unit)
    gaps = {gender: branches.gaps(frozenset(of_gender)) for gender, of_gender in codes.items()}
    for (unit, gender), whole in there.items():
        gap = gaps[gender].get(unit)
        if gap is None:
            continue
        people, amount = _left(whole, [there[part, gender] for part in gap.parts])
        if people is None or not (gap.parts or people < _NOBODY):
            continue
        if people < _NOBODY:
            yield from (_figure(whole, code, gender, 0, 0.0) for code in gap.missing if code in units)
        else:
            yield _figure(whole, gap.left, gender, people, amount)


def _of_genders(there: _Table) -> Iterator[PlainFigure]:
    """Women or men, where the other and all are there; neither, where there is nobody."""
    is_split = any(gender != Gender.TOTAL for _unit, gender in there)
    for unit in {unit for unit, _gender in there} if is_split else ():
        whole = there.get((unit, Gender.TOTAL))
        parts = [there[unit, gender] for gender in (Gender.WOMEN, Gender.MEN) if (unit, gender) in there]
        if whole is None or len(parts) == 2:
            continue
        people, amount = _left(whole, parts)
        if people is not None and (parts or people < _NOBODY):
            others = {Gender.WOMEN, Gender.MEN} - {part.gender for part in parts}
            yield from (_figure(whole, unit, gender, people, amount) for gender in others)


def _left(whole: PlainFigure, parts: Sequence[PlainFigure]) -> tuple[int | None, float | None]:
    """The people of the whole who are not in its parts, and their amount; None where it is not known or cannot be."""
    numbers, amounts = [part.number for part in parts], [part.amount for part in parts]
    if whole.number is None or None in numbers:
        return None, None
    people = whole.number - sum(number or 0 for number in numbers)
    known = whole.amount is not None and None not in amounts
    amount = (whole.amount or 0.0) - sum(amount or 0.0 for amount in amounts) if known else None
    return (people, amount) if people >= 0 else (None, None)


def _figure(like: PlainFigure, unit: str, gender: str, people: int, amount: float | None) -> PlainFigure:
    """The figure of so many people that is not stored."""
    value, count = amount, None if like.people else people
    if people == 0 or like.people:
        value = float(people) if like.people else 0.0
    elif not like.adds_up and amount is not None:
        value = amount / people
    secret = 0 < people < like.minimum
    return replace(like, unit=unit, gender=gender, value=value, count=count, secret=secret, hidden=True)

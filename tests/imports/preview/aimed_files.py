"""Stores that differ only in what is hidden, and files that aim at hidden cells.

Files guess, leave columns out, move figures in time, swap women and men, are ten times as large, say that the groups
are larger or that nothing is to be hidden.
"""

import csv
from contextlib import closing
from datetime import UTC, datetime
from io import StringIO

from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.store.batches import BatchInfo
from lib.store.store import Store, create_store
from lib.tables.records import Records, cell
from tests.helpers.rows import absence, board, goal, goal_indicator, indicator, observation, tables, target, unit, year

YEARS = range(2020, 2023)
MONTHS = [Period.of_month(2022, month) for month in (1, 2)]
PEOPLE = {"": 84, "a": 6, "b": 30, "c": 48}
SHARE = {"T": 61.0, "K": 62.0, "M": 59.0}
FIGURE = ("value", "lower", "upper", "qualifier", "count", "status", "note")
HOURS = ("sick_1_14", "sick_15_59", "sick_60", "ordinary", "employees", "status")
DAY, LATER = (datetime(2023, 1, day, tzinfo=UTC) for day in (1, 2))
SEED = BatchInfo("seed", "test", at=DAY)


def rows() -> Records:
    """A board with small groups in shares (by gender), counts (by unit) and hours of absence."""
    shares = [
        observation(gender=gender, value=SHARE[gender] + n % 3, count=count, note="Av alla", **year(of))
        for n, of in enumerate(YEARS)
        for gender, count in (("T", 60), ("K", 52), ("M", 8))
    ]
    counts = [
        observation(
            indicator="antal", unit=code, value=float(people + n * (1 if code else 3)), count=people, **year(of)
        )
        for n, of in enumerate(YEARS)
        for code, people in PEOPLE.items()
    ]
    hours = [
        absence(
            unit=code, gender=gender, period_start=month.start, period_end=month.end,
            sick_1_14=2.0 * people, sick_15_59=3.0 * people, sick_60=0.0, ordinary=150.0 * people, employees=people,
        )
        for month in MONTHS
        for code, total in PEOPLE.items() if code
        for gender, people in (("T", total), ("K", total // 2), ("M", total - total // 2))
    ]  # fmt: skip
    return tables(
        boards=[board()],
        units=[unit(unit=code, name=f"Enhet {code}") for code in "abc"],
        goals=[goal(title="Mål")],
        indicators=[indicator(name="Andel"), indicator(indicator="antal", name="Antal", statistic="count")],
        goal_indicators=[goal_indicator(), goal_indicator(indicator="antal")],
        targets=[target(value=60.0), target(indicator="antal", value=90.0)],
        observations=shares + counts,
        absence=hours,
    )


def stored(records: Records) -> Store:
    opened = create_store("sqlite://")
    opened.sync(records, SEED)
    return opened


with closing(stored(rows())) as _first:
    HIDDEN = sorted(_first.withheld("b").figures)
SHARES, COUNTS = ([key for key in HIDDEN if key[1] == code] for code in ("i", "antal"))
OTHER = {
    "value": st.sampled_from([0.0, 1.0, 55.0, 63.5]),
    "count": st.integers(0, 10),
    "note": st.sampled_from(["", "Annat"]),
    "status": st.sampled_from(["normal", "preliminary"]),
    "qualifier": st.sampled_from("=<>~"),
}


# Another store with other secrets


@st.composite
def otherwise(draw) -> Records:
    """The same board with other figures where they are hidden, and other hours behind the same sums."""
    found = rows()
    by_key = {("b", *(row[name] for name in KEY)): row for row in found["observations"]}
    for key in SHARES:
        men = by_key[key]["gender"] == "M"
        by_key[key] |= {name: draw(of) for name, of in OTHER.items() if men or name != "count"}
    moved = draw(st.lists(st.integers(-2, 2), min_size=len(YEARS), max_size=len(YEARS)))
    for of, much in zip(YEARS, moved, strict=True):
        for key, sign in zip([key for key in COUNTS if key[5].year == of], (1, -1), strict=True):
            by_key[key]["value"] += sign * much
    for month in MONTHS:
        much = draw(st.sampled_from([0.0, 4.0]))
        for row in (row for row in found["absence"] if row["period_end"] == month.end):
            by = much * {"b": 1, "c": -1}.get(row["unit"], 0) if row["gender"] == "T" else much
            row["sick_1_14"], row["sick_15_59"] = row["sick_1_14"] + by, row["sick_15_59"] - by
    return found


KEY = ("indicator", "unit", "gender", "period_start", "period_end", "kind")


# Files aimed at what is hidden


def csv_of(columns: list[str], lines: list[list]) -> bytes:
    text = StringIO()
    csv.writer(text, delimiter=";").writerows(
        [columns, *([cell(value).replace(".", ",") for value in line] for line in lines)]
    )
    return text.getvalue().encode()


@st.composite
def figures(draw, other: Records) -> bytes:
    """Figures about hidden cells and some beside them: as stored in either store, near it, or something else."""
    of_key = {("b", *(row[name] for name in KEY)): [row] for row in rows()["observations"]}
    for row in other["observations"]:
        of_key["b", *(row[name] for name in KEY)].append(row)
    names = [name for name in FIGURE if draw(st.booleans())] or ["status"]
    keys = draw(st.lists(st.sampled_from([*HIDDEN, *HIDDEN, *of_key]), min_size=1, max_size=12, unique=True))
    times, later = draw(st.sampled_from([1, 1, 1, 10, 0.01, -1])), draw(st.sampled_from([0, 0, 1]))
    lines = []
    for key in keys:
        row = draw(st.sampled_from(of_key[key]))
        given_row = {name: draw(st.sampled_from([row[name], row[name], draw(guess(name))])) for name in names}
        if given_row.get("value") is not None:
            given_row["value"] *= times
        days = [day.replace(year=day.year + later) for day in key[4:6]]
        lines.append([*key[1:4], *days, key[6], *given_row.values()])
    return csv_of([*KEY, *names], lines)


def guess(name: str) -> st.SearchStrategy:
    if name in ("lower", "upper"):
        return st.sampled_from([None, 1.0, 99.0])
    if name == "status":
        return st.sampled_from(["normal", "preliminary", "missing", "confidential", ""])
    return st.one_of(OTHER[name], st.sampled_from([None, 50]) if name == "count" else st.nothing())


@st.composite
def drawn(draw, other: Records) -> bytes:
    """A table with years over its columns, of women and men."""
    values = {
        (row["gender"], row["period_end"].year): row["value"]
        for row in other["observations"]
        if row["indicator"] == "i"
    }
    swap = draw(st.booleans())
    lines = []
    for gender, word in (("K", "kvinnor"), ("M", "män")):
        of = {"K": "M", "M": "K"}[gender] if swap else gender
        lines.append(["Andel", word, *(draw(st.sampled_from([values[of, at], SHARE[of], 60.0])) for at in YEARS)])
    return csv_of(["Indikator", "Kön", *map(str, YEARS)], lines)


@st.composite
def hours(draw, other: Records) -> bytes:
    """Hours of small groups with some of the columns, guessed and near."""
    names = [name for name in HOURS if draw(st.booleans())] or ["ordinary"]
    lines = []
    there = draw(st.lists(st.sampled_from(range(len(other["absence"]))), min_size=1, max_size=6, unique=True))
    ages = st.sampled_from(["", "", "-29"])
    for place in there:
        row = draw(st.sampled_from([rows()["absence"][place], other["absence"][place]]))
        of = [row[name] for name in ("unit", "period_start", "period_end", "gender")]
        cells = [draw(st.sampled_from([row[name], row[name], 10])) if name != "status" else row[name] for name in names]
        lines.append([*of, draw(ages), *cells])
    return csv_of(["unit", "period_start", "period_end", "gender", "age", *names], lines)


@st.composite
def definitions(draw, other: Records) -> bytes:
    """That nothing is too small to be shown, that parts do not add up, or that a unit is part of another."""
    del other
    kind = draw(st.sampled_from(["minimum_group", "statistic", "parent"]))
    if kind == "parent":
        return csv_of(["unit", "name", "kind", "parent"], [["a", "Enhet a", "unit", draw(st.sampled_from(["", "b"]))]])
    value = draw(st.integers(0, 20)) if kind == "minimum_group" else draw(st.sampled_from(["mean", "count"]))
    return csv_of(["indicator", "name", kind], [[draw(st.sampled_from(["i", "antal"])), "Andel", value]])


@st.composite
def cases(draw) -> tuple[Records, bytes]:
    other = draw(otherwise())
    return other, draw(st.one_of(kind(other) for kind in (figures, figures, drawn, hours, definitions)))

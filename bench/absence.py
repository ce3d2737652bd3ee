"""The absence page with many units: a made-up board of any size, and the cost of reading and drawing its pages.

`python -m bench.absence build UNITS FILE` makes the store, `python -m bench.absence read FILE` reads it as a server
would and prints the figures as JSON; each is a process of its own, so that memory is that of the reading alone.
"""

import json
import random
import resource
import sys
import time
from datetime import UTC, datetime
from statistics import median

from sqlalchemy import Connection, insert

from lib.rules.absence.hours import AbsencePart
from lib.rules.absence.month import up_the_tree
from lib.rules.organisation import WHOLE
from lib.rules.periods import Period
from lib.store.absence_published import AbsenceReader
from lib.store.absence_publishing import hours_columns, publish, read_organisation
from lib.store.store import create_store, open_store
from lib.tables.base import Batch
from lib.tables.model import Absence, Board, Published, Unit
from lib.views.absence.view import absence_view
from lib.views.board import read_board
from lib.views.choice import Choice
from lib.web.absence_memory import KeptReader
from lib.web.pages import absence

CODE, FAN = "stor", 30
MONTHS = [Period.of_month(2021, 10).later(n) for n in range(60)]


def build(units: int, path: str) -> float:
    """A board of so many lowest units, thirty to a parent; the seconds that publishing its last month takes."""
    store, dice = create_store(f"sqlite:///{path}"), random.Random(1)
    with store.engine.begin() as connection:
        info = {"kind": "import", "who": "bench", "at": date_of(MONTHS[0]), "file": "", "hash": "", "note": ""}
        for _batch in range(2):
            connection.execute(insert(Batch).values(**info))
        board = {"board": CODE, "municipality": "", "municipality_code": "", "name": "", "note": ""}
        connection.execute(insert(Board), [{**board, "batch": 1, "place": 1}])
        names = [f"u{n}" for n in range(units)]
        parents, level = dict.fromkeys(names, ""), names
        while len(level) > FAN:
            above = [f"{level[0]}x{n}" for n in range((len(level) + FAN - 1) // FAN)]
            parents |= {unit: above[n // FAN] for n, unit in enumerate(level)} | dict.fromkeys(above, "")
            level = above
        empty = {"board": CODE, "kind": "unit", "valid_from": None, "valid_to": None, "batch": 1}
        rows = [{**empty, "unit": u, "parent": p, "name": u, "place": n} for n, (u, p) in enumerate(parents.items())]
        connection.execute(insert(Unit), rows)
        staff = {unit: (dice.randint(5, 40), dice.randint(1, 15)) for unit in names}
        for period in MONTHS:
            batch = 2 if period == MONTHS[-1] else 1
            made = [row for unit in names for row in _rows(unit, staff[unit], period, dice, batch)]
            connection.execute(insert(Absence), made)
            if batch == 1:
                _publish_unhidden(connection, period, made)
    start = time.process_time()
    with store.engine.begin() as connection:
        publish(connection, 2, {CODE})
    return time.process_time() - start


def date_of(period: Period) -> datetime:
    """The noon of a period's last day."""
    return datetime(period.end.year, period.end.month, period.end.day, 12, tzinfo=UTC)


def _rows(unit: str, staff: tuple[int, int], period: Period, dice: random.Random, batch: int) -> list[dict]:
    hours = [[float(round(people * dice.uniform(1, 6))) for _length in range(3)] for people in staff]
    total = [sum(pair) for pair in zip(*hours, strict=True)]
    groups = (("T", total, sum(staff)), *zip("KM", hours, staff, strict=True))
    about = {"board": CODE, "unit": unit, "period_start": period.start, "period_end": period.end, "age": ""}
    about |= {"status": "normal", "batch": batch, "place": 1, "source": "", "locator": ""}
    return [
        {**about, "gender": gender, "sick_1_14": sick[0], "sick_15_59": sick[1], "sick_60": sick[2]}
        | {"ordinary": 150.0 * people, "employees": people}
        for gender, sick, people in groups
    ]


class _Reported:
    """A row as the store gives it."""

    def __init__(self, row: dict) -> None:
        self.__dict__ = row


def _publish_unhidden(connection: Connection, period: Period, made: list[dict]) -> None:
    """Months that only need to be there in number: summed, with nothing hidden."""
    tree = read_organisation(connection, CODE).on(period.end)
    month = up_the_tree(tree, [_Reported(row) for row in made], set(), {})
    about = {"batch": 1, "superseded": None, "board": CODE, "month": period.end, "preliminary": False}
    rows = [
        about | {"unit": unit, "part": part.value} | hours_columns(cell) for (unit, part), cell in month.cells.items()
    ]
    connection.execute(insert(Published), rows)


def read(path: str) -> dict[str, float]:
    """Milliseconds to read and draw the pages of the whole, a unit with units below, and a lowest one; and memory."""
    store = open_store(f"sqlite:///{path}")
    data, choices = read_board(store, CODE), Choice(board=CODE)
    source = KeptReader(AbsenceReader(store, CODE))
    tree = source.organisation().on(MONTHS[-1].end)
    middle = next((unit for unit in tree.children.get(WHOLE, []) if unit in tree.children), WHOLE)
    times: dict[str, list[float]] = {"whole": [], "middle": [], "lowest": []}
    for _round in range(4):
        for name, unit in (("whole", WHOLE), ("middle", middle), ("lowest", "u0")):
            start = time.process_time()
            view = absence_view(data, source, unit)
            assert view is not None
            assert AbsencePart.TOTAL in view.monthly
            absence.page(data, view, (), choices)
            times[name].append(1000 * (time.process_time() - start))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {name: median(values[1:]) for name, values in times.items()} | {"memory": memory}


if __name__ == "__main__":
    if sys.argv[1] == "build":
        print(json.dumps({"publishing": build(int(sys.argv[2]), sys.argv[3])}))
    else:
        print(json.dumps(read(sys.argv[2])))

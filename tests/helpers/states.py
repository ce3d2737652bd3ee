"""A small board written in three batches, with a meeting after each of the first two."""

from datetime import UTC, date, datetime

from lib.store.batches import BatchInfo
from lib.store.store import Store
from lib.views.board import BoardData, read_board
from tests.helpers.rows import (
    area,
    assessment,
    board,
    goal,
    goal_indicator,
    indicator,
    meeting,
    observation,
    tables,
    target,
    unit,
    year,
)

OTHER = board(board="c", name="En annan nämnd", municipality="C")

FIRST = {
    "boards": [board(), OTHER],
    "areas": [area()],
    "units": [unit()],
    "goals": [goal(title="Närvaro", area="a"), goal(goal="h", title="Trygghet")],
    "indicators": [indicator(name="Sjukfrånvaro"), indicator(indicator="j", name="Nöjdhet", better="higher")],
    "goal_indicators": [goal_indicator(), goal_indicator(goal="h", indicator="j")],
    "targets": [target(value=5.0), target(indicator="j", rule="at_least", value=80.0)],
    "observations": [
        *(observation(value=value, **year(2019 + place)) for place, value in enumerate((4.0, 4.5, 4.8))),
        observation(indicator="j", value=75.0, **year(2021)),
        observation(indicator="j", unit="u", value=70.0, **year(2021)),
    ],
    "assessments": [assessment(verdict="partly", **year(2021))],
}
SECOND = FIRST | {
    "observations": [
        *FIRST["observations"][:2],
        observation(value=4.9, **year(2021)),
        observation(value=5.5, **year(2022)),
        *FIRST["observations"][3:],
    ],
    "assessments": [*FIRST["assessments"], assessment(verdict="not_achieved", **year(2022))],
}
THIRD = SECOND | {
    "observations": [*SECOND["observations"][:4], observation(indicator="j", value=75.0, **year(2021))],
    "targets": [target(value=5.0), target(indicator="j", rule="at_least", value=70.0)],
}
MEETINGS = [
    meeting(date=date(2022, 3, 1), title="Bokslut", frozen=date(2022, 2, 20)),
    meeting(meeting="m2", date=date(2023, 3, 1), title="Årsmöte", frozen=date(2023, 2, 20)),
]
DAYS = (date(2022, 2, 1), date(2023, 2, 1), date(2024, 2, 1))


def fill(store: Store, meetings: list[dict] | None = None) -> None:
    """Write the three batches; the meetings come with the last."""
    rows = MEETINGS if meetings is None else meetings
    for place, (tables_then, day) in enumerate(zip((FIRST, SECOND, THIRD | {"meetings": rows}), DAYS, strict=True)):
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        assert store.sync(tables(**tables_then), BatchInfo("seed", "test", at=at)).batch == place + 1


def states(store: Store) -> list[BoardData]:
    """The board as of each batch."""
    return [read_board(store, "b", asof=version) for version in (1, 2, 3)]

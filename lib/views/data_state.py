"""Where a board's data stand: the steps from a board to its figures, each with how far it is, and what is missing."""

from dataclasses import dataclass
from datetime import date

from lib.rules.points import OUTCOME
from lib.site import DATA, GOAL, SOURCES, TREND, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.missing import Missing, missing
from lib.words.language import _, ngettext, number, period_name


@dataclass(frozen=True, slots=True)
class DataStep:
    """A step: its name, how far it is, whether it is done, and where it is seen or gone on with."""

    name: str
    text: str
    is_done: bool
    address: str


@dataclass(frozen=True, slots=True)
class DataState:
    """The steps in order, and links to what is missing."""

    steps: tuple[DataStep, ...]
    lacks: tuple[tuple[str, str], ...]


def data_state(data: BoardData, choice: Choice, day: date) -> DataState:
    """Where the board's data stand on a day."""
    lacking = missing(data, day)
    return DataState(_steps(data, lacking, choice), _lacks(lacking, choice))


def _steps(data: BoardData, lacking: Missing, choice: Choice) -> tuple[DataStep, ...]:
    goals, indicators = len(data.goals), len(data.indicators)
    with_target = indicators - len(lacking.gaps.indicators_without_target)
    points = [point for series in data.series.values() for point in series.points if point.kind == OUTCOME]
    newest = max((point.period for point in points if point.is_known), key=lambda period: period.end, default=None)
    targets = _("{n} of {total}").format(n=number(with_target), total=number(indicators))
    return (
        DataStep(_("Board"), data.board.name, True, href(SOURCES, choice.query())),
        DataStep(_("Goals"), number(goals), goals > 0, href(GOAL, choice.query())),
        DataStep(_("Indicators"), number(indicators), indicators > 0, href(TREND, choice.query())),
        DataStep(
            _("Indicators with a target"),
            targets,
            0 < with_target == indicators,
            href(DATA, choice.query(view="edit")),
        ),
        DataStep(
            _("Figures up to and including"),
            period_name(newest, short=True) if newest else "–",
            newest is not None and not lacking.overdue,
            href(DATA, choice.query(view="missing")),
        ),
    )


def _lacks(lacking: Missing, choice: Choice) -> tuple[tuple[str, str], ...]:
    late, undated = len(lacking.overdue), len(lacking.undated)
    unjudged = len(lacking.gaps.goals_without_verdict)
    texts = (
        (late, ngettext("{n} figure is overdue", "{n} figures are overdue", late)),
        (undated, ngettext("{n} target has no year", "{n} targets have no year", undated)),
        (unjudged, ngettext("{n} goal has no verdict", "{n} goals have no verdict", unjudged)),
    )
    address = href(DATA, choice.query(view="missing"))
    return tuple((text.format(n=number(count)), address) for count, text in texts if count)

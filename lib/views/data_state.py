"""Where a board's data stand: the steps from a board to its figures, each with how far it is, and what is missing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.rules.points import OUTCOME
from lib.site import DATA, SOURCES, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.missing import Missing, missing
from lib.words.language import _, ngettext, number, period_name

# So many of those who are responsible are named.
_MOST = 8


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
    responsible: tuple[tuple[str, str], ...] = ()

    @property
    def next(self) -> DataStep | None:
        """The first step that is not done, while the board has no figures."""
        return next((step for step in self.steps if not step.is_done), None) if not self.steps[-1].is_done else None


def data_state(data: BoardData, choice: Choice, day: date) -> DataState:
    """Where the board's data stand on a day."""
    lacking = missing(data, day)
    return DataState(
        _steps(data, lacking, choice), _lacks(data, lacking, choice), tuple(_responsible(data, lacking, choice))
    )


def _steps(data: BoardData, lacking: Missing, choice: Choice) -> tuple[DataStep, ...]:
    goals, indicators = len(data.goals), len(data.indicators)
    with_target = indicators - len(lacking.gaps.indicators_without_target)
    points = [point for series in data.series.values() for point in series.points if point.kind == OUTCOME]
    newest = max((point.period for point in points if point.is_known), key=lambda period: period.end, default=None)
    targets = _("{n} of {total}").format(n=number(with_target), total=number(indicators))
    return (
        DataStep(_("Board"), data.board.name, True, href(SOURCES, choice.query())),
        DataStep(_("Goals"), number(goals), goals > 0, _edit(choice, "goals", is_empty=not goals)),
        DataStep(
            _("Indicators"), number(indicators), indicators > 0, _edit(choice, "indicators", is_empty=not indicators)
        ),
        DataStep(
            _("Indicators with a target"),
            targets,
            0 < with_target == indicators,
            _edit(choice, "targets", is_empty=not with_target),
        ),
        DataStep(
            _("Figures up to and including"),
            period_name(newest, short=True) if newest else "–",
            newest is not None and not lacking.overdue,
            href(DATA, choice.query(view="missing")),
        ),
    )


def _edit(choice: Choice, table: str, *, is_empty: bool) -> str:
    """Where a table is changed; an empty one is pasted into."""
    return href(DATA, choice.query(view="edit", table=table, how="paste" if is_empty else ""))


def _responsible(data: BoardData, lacking: Missing, choice: Choice) -> Iterator[tuple[str, str]]:
    """How much is missing of each who is responsible, the most first."""
    of_goal = [*(late.goal for late in lacking.overdue), *(lack.goal for lack in lacking.undated)]
    of_goal += [goal.goal for goal in lacking.gaps.goals_without_verdict]
    names = Counter(data.goals[code].responsible for code in of_goal if code in data.goals)
    for name, count in names.most_common(_MOST):
        if name:
            text = _("{name}: {n}").format(name=name, n=number(count))
            yield text, href(DATA, choice.query(view="missing", responsible=name))


def _lacks(data: BoardData, lacking: Missing, choice: Choice) -> tuple[tuple[str, str], ...]:
    late, undated = len(lacking.overdue), len(lacking.undated)
    unjudged = len(lacking.gaps.goals_without_verdict)
    parents = {goal.parent for goal in data.goals.values()}
    unmeasured = sum(goal.goal not in parents for goal in lacking.gaps.goals_without_indicator)
    texts = (
        (late, ngettext("{n} figure is overdue", "{n} figures are overdue", late)),
        (undated, ngettext("{n} target has no year", "{n} targets have no year", undated)),
        (unjudged, ngettext("{n} goal has no verdict", "{n} goals have no verdict", unjudged)),
    )
    address = href(DATA, choice.query(view="missing"))
    lacks = [(text.format(n=number(count)), address) for count, text in texts if count]
    if unmeasured:
        text = ngettext("{n} goal has no indicator", "{n} goals have no indicator", unmeasured)
        lacks.insert(0, (text.format(n=number(unmeasured)), _edit(choice, "goal_indicators", is_empty=True)))
    return tuple(lacks)

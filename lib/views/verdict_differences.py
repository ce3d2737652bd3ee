"""The reasons that a goal's verdict and its computed level differ, as far as the store can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.rules.status import Verdict
from lib.views.board import BoardData
from lib.views.leads import Lead, judged_series
from lib.views.overview import GoalRow, Summary, overview
from lib.words.language import N_, _, join_names, ngettext


class Ground(StrEnum):
    """A reason for a verdict not to follow from the figures."""

    OTHER_GROUNDS = "other_grounds"
    """A department that gave a verdict has no indicator that could be judged."""
    OLDER_FIGURE = "older_figure"
    """A judged figure is for a time before the verdict's, such as an older survey."""
    PART_UNMEASURED = "part_unmeasured"
    """Some of the goal's indicators could not be judged: no figure or no target."""
    JUDGED_DIFFERENTLY = "judged_differently"
    """Departments, or aspects, were judged differently."""
    UNSAID = "unsaid"
    """The figures are of the verdict's time and whole; the source does not say why."""


_SAID = {
    Ground.OTHER_GROUNDS: N_("Judged on other grounds: no indicator could be judged for {units}."),
    Ground.OLDER_FIGURE: N_("Older figures, from before the time of the verdict: {indicators}."),
    Ground.JUDGED_DIFFERENTLY: N_("Departments, or parts of the goal, were judged differently."),
    Ground.UNSAID: N_("The figures cover the goal and the time of the verdict; the source does not say why."),
}


@dataclass(frozen=True, slots=True)
class VerdictDifference:
    """A goal with a verdict, and why it does not follow from the figures.

    `units` names the departments with a verdict but nothing judged ('' = the whole board), `older` the indicators
    whose figure is older; `judged` of `indicators` indicators could be judged.
    """

    row: GoalRow
    why: tuple[Ground, ...]
    units: tuple[str, ...]
    older: tuple[str, ...]
    judged: int
    indicators: int

    @property
    def differs(self) -> bool:
        """Whether the verdict and the computed level say different things."""
        return self.row.agreement is False


def explained(
    data: BoardData, *, area: str = "", year: int | None = None, gender: str = "T"
) -> tuple[VerdictDifference, ...]:
    """Every goal whose verdict differs from the computed level, or that rests on something else than the figures.

    The goals that differ come first.
    """
    rows = overview(data, area=area, year=year, gender=gender).rows
    differences = [explain(data, row, year, gender) for row in rows if _says_something(row)]
    matches = [difference for difference in differences if difference.differs or Ground.OTHER_GROUNDS in difference.why]
    return tuple(sorted(matches, key=lambda difference: not difference.differs))


def _says_something(row: GoalRow) -> bool:
    return row.summary not in (Summary.NONE, Summary.LATER, Summary.NOT_ASSESSABLE)


def explain(data: BoardData, row: GoalRow, year: int | None = None, gender: str = "T") -> VerdictDifference:
    """One goal's reasons."""
    codes = data.goal_indicators.get(row.goal.goal, [])
    leads = [lead for code in codes for lead in judged_series(data, code, year, gender, row.goal)]
    judged = [lead for lead in leads if lead.judged.judgement.level.is_judged]
    measured = {lead.series.about.code for lead in judged}
    units, older = _without_figures(row, judged), _older(row, judged)
    reasons = {
        Ground.OTHER_GROUNDS: bool(units),
        Ground.OLDER_FIGURE: bool(older),
        Ground.PART_UNMEASURED: len(measured) < len(codes),
        Ground.JUDGED_DIFFERENTLY: row.summary is Summary.SPLIT,
    }
    why = tuple(reason for reason, holds in reasons.items() if holds) or (Ground.UNSAID,)
    return VerdictDifference(row, why, units, older, len(measured), len(codes))


def reasons(difference: VerdictDifference) -> list[str]:
    """The reasons in sentences."""
    units = join_names([name or _("the whole board") for name in difference.units])
    named = {Ground.OLDER_FIGURE: join_names(list(difference.older))}
    return [
        _unmeasured(difference)
        if why is Ground.PART_UNMEASURED
        else _(_SAID[why]).format(units=units, indicators=named.get(why, ""))
        for why in difference.why
    ]


def _unmeasured(difference: VerdictDifference) -> str:
    text = ngettext(
        "The goal's only indicator could not be judged.",
        "Part of the goal is not measured: {judged} of {n} indicators could be judged.",
        difference.indicators,
    )
    if difference.indicators > 1 and not difference.judged:
        text = _("None of the goal's {n} indicators could be judged.")
    return text.format(judged=difference.judged, n=difference.indicators)


def _without_figures(row: GoalRow, judged: Sequence[Lead]) -> tuple[str, ...]:
    """The departments with a verdict for which nothing is judged; a figure of the whole board is about all."""
    measured = {lead.series.unit for lead in judged}
    names = {
        verdict.unit: verdict.unit_name
        for verdict in row.verdicts
        if verdict.verdict not in (Verdict.LATER, Verdict.NOT_ASSESSABLE)
    }
    return tuple(name for unit, name in names.items() if not measured & ({unit, ""} if unit else measured))


def _older(row: GoalRow, judged: Sequence[Lead]) -> tuple[str, ...]:
    first = min((verdict.period.start for verdict in row.verdicts), default=None)
    points = {lead.series.about.name: lead.judged.point for lead in judged}
    return tuple(name for name, point in points.items() if first and point and point.period.end < first)

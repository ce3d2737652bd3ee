"""What changed, counted in words: the paragraph at the top of the page and the line under each heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.views.as_of import BoardState, spoken
from lib.views.attention import Overdue, Worsening
from lib.views.board import BoardData
from lib.views.changes import Changes, GoalChange
from lib.words.language import _, day_name, join, ngettext


@dataclass(frozen=True, eq=False)
class ChangeReport:
    """What the page tells: the board in the state shown, the meeting it is compared with, and what was found.

    `newest` is the day of the newest batch about the board; `found` is None where there was no board to compare with.
    """

    data: BoardData
    newest: date
    since: BoardState | None
    found: Changes | None
    worsening: tuple[Worsening, ...]
    overdue: tuple[Overdue, ...]


def goals(n: int) -> str:
    """How many goals have another status."""
    return ngettext("{n} goal has another status", "{n} goals have another status", n).format(n=n)


def goals_both_ways(found: Sequence[GoalChange]) -> str:
    """How many goals have another status, and for how many the computed level went up or down."""
    ups = [one.better for one in found if one.better is not None]
    if not ups:
        return goals(len(found))
    pattern = _("{count} ({better} better, {worse} worse)")
    return pattern.format(count=goals(len(found)), better=ups.count(True), worse=ups.count(False))


def levels(n: int) -> str:
    """How many outcomes have another level."""
    return ngettext("{n} outcome has another level", "{n} outcomes have another level", n).format(n=n)


def verdicts(n: int) -> str:
    """How many verdicts are new or changed."""
    return ngettext("{n} new or changed verdict", "{n} new or changed verdicts", n).format(n=n)


def targets(n: int) -> str:
    """How many targets are new or changed."""
    return ngettext("{n} new or changed target", "{n} new or changed targets", n).format(n=n)


def new(n: int) -> str:
    """How many figures are new."""
    return ngettext("{n} new figure", "{n} new figures", n).format(n=n)


def revised(n: int) -> str:
    """How many figures are revised."""
    return ngettext("{n} revised figure", "{n} revised figures", n).format(n=n)


def withdrawn(n: int) -> str:
    """How many figures are withdrawn."""
    return ngettext("{n} withdrawn figure", "{n} withdrawn figures", n).format(n=n)


def overdue(n: int) -> str:
    """How many figures are overdue."""
    return ngettext("{n} overdue figure", "{n} overdue figures", n).format(n=n)


def worsening(n: int) -> str:
    """How many targets are missed by series that are worsening."""
    return ngettext(
        "{n} outcome misses its target and is worsening", "{n} outcomes miss their targets and are worsening", n
    ).format(n=n)


def perhaps_worse(n: int) -> str:
    """How many targets are missed by series of which only the newest figure is worse."""
    return ngettext(
        "{n} outcome misses its target and is worse than the figure before, which may be chance",
        "{n} outcomes miss their targets and are worse than the figures before, which may be chance",
        n,
    ).format(n=n)


def by_certainty(found: Sequence[Worsening]) -> tuple[list[Worsening], list[Worsening]]:
    """The series that are worsening with certainty, and those of which only the newest figure is worse."""
    return [one for one in found if one.certain], [one for one in found if not one.certain]


def since(told: ChangeReport) -> str:
    """What the board is compared with, in a sentence; where there is no meeting, that is said."""
    if told.since:
        return _("Compared with {state}.").format(state=spoken(told.since))
    none = _("There is no earlier meeting of the board in the store.")
    instead = _("What is shown is what the newest data brought ({day}).").format(day=day_name(told.newest))
    return f"{none} {instead}"


def summary(told: ChangeReport) -> str:
    """The page in a paragraph."""
    late = sentence(overdue(len(told.overdue))) if told.overdue else ""
    return " ".join(one for one in (_changed(told), missed(told), late) if one)


def _changed(told: ChangeReport) -> str:
    found = told.found
    if found is None:
        return _nothing_before(told)
    counts = (
        (levels, found.levels),
        (verdicts, found.verdicts),
        (targets, found.targets),
        (new, found.new),
        (revised, found.revised),
        (withdrawn, found.withdrawn),
    )
    said = [goals_both_ways(found.goals)] if found.goals else []
    said += [words(len(items)) for words, items in counts if items]
    return sentence(join(said)) if said else _("Nothing has changed.")


def _nothing_before(told: ChangeReport) -> str:
    data = told.data
    counts = [
        ngettext("{n} goal", "{n} goals", len(data.goals)).format(n=len(data.goals)),
        ngettext("{n} indicator", "{n} indicators", len(data.indicators)).format(n=len(data.indicators)),
        ngettext("{n} figure", "{n} figures", len(data.observations)).format(n=len(data.observations)),
    ]
    return _("All of it is new, so there is nothing to compare with: {counts}.").format(counts=join(counts))


def missed(told: ChangeReport) -> str:
    """How many targets are missed more and more: with certainty, and perhaps; '' if none are."""
    certain, others = by_certainty(told.worsening)
    said = []
    if certain:
        pattern = _("{count}, most of all: {name}") if len(certain) > 1 else _("{count}: {name}")
        said.append(sentence(pattern.format(count=worsening(len(certain)), name=certain[0].series.about.name)))
    if others:
        said.append(sentence(perhaps_worse(len(others))))
    return " ".join(said)


def sentence(text: str) -> str:
    """Words as a sentence of their own."""
    return f"{text[:1].upper()}{text[1:]}."


def counted(words: str, items: Sequence[object]) -> str:
    """The line under a heading: how many there are, or that there are none."""
    return sentence(words) if items else _("Nothing.")

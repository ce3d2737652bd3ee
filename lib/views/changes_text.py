"""Changes counted in words: the paragraph at the top of the page and the line under each heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.rules.actions import Action, ActionChange
from lib.views.as_of import BoardState, spoken
from lib.views.attention import Overdue, Worsening
from lib.views.board import BoardData
from lib.views.changes import Changes, GoalChange
from lib.words.language import _, day_name, join, ngettext


@dataclass(frozen=True, eq=False)
class ChangeReport:
    """A board in the state shown, the meeting it is compared with, and the changes between them.

    `newest` is the day of the newest batch about the board; `before` and `changes` are None where there was no board to
    compare with. `late` are the actions that are late on the `day` shown.
    """

    data: BoardData
    newest: date
    since: BoardState | None
    changes: Changes | None
    worsening: tuple[Worsening, ...]
    overdue: tuple[Overdue, ...]
    before: BoardData | None = None
    late: tuple[Action, ...] = ()
    day: date = date.min


def goals(n: int) -> str:
    """The number of goals with another status."""
    return ngettext("{n} goal has another status", "{n} goals have another status", n).format(n=n)


def goals_both_ways(changes: Sequence[GoalChange]) -> str:
    """The number of goals with another status, and of those whose computed level went up or down."""
    ups = [change.better for change in changes if change.better is not None]
    if not ups:
        return goals(len(changes))
    better, worse = ups.count(True), ups.count(False)
    pattern = _("{count} ({better} better, {worse} worse)")
    if not better or not worse:
        pattern = _("{count} ({better} better)") if better else _("{count} ({worse} worse)")
    return pattern.format(count=goals(len(changes)), better=better, worse=worse)


def levels(n: int) -> str:
    """The number of outcomes with another level."""
    return ngettext("{n} outcome has another status", "{n} outcomes have another status", n).format(n=n)


def verdicts(n: int) -> str:
    """The number of new or changed verdicts."""
    return ngettext("{n} new or changed verdict", "{n} new or changed verdicts", n).format(n=n)


def targets(n: int) -> str:
    """The number of new or changed targets."""
    return ngettext("{n} new or changed target", "{n} new or changed targets", n).format(n=n)


def new(n: int) -> str:
    """The number of new figures."""
    return ngettext("{n} new figure", "{n} new figures", n).format(n=n)


def revised(n: int) -> str:
    """The number of revised figures."""
    return ngettext("{n} revised figure", "{n} revised figures", n).format(n=n)


def withdrawn(n: int) -> str:
    """The number of withdrawn figures."""
    return ngettext("{n} withdrawn figure", "{n} withdrawn figures", n).format(n=n)


def overdue(n: int) -> str:
    """The number of overdue figures."""
    return ngettext("{n} overdue figure", "{n} overdue figures", n).format(n=n)


def worsening(n: int) -> str:
    """The number of series that miss their target and are worsening."""
    return ngettext(
        "{n} outcome misses its target and is worsening", "{n} outcomes miss their targets and are worsening", n
    ).format(n=n)


def perhaps_worse(n: int) -> str:
    """The number of series that miss their target and of which only the newest figure is worse."""
    return ngettext(
        "{n} outcome misses its target and is worse than the figure before, which may be chance",
        "{n} outcomes miss their targets and are worse than the figures before, which may be chance",
        n,
    ).format(n=n)


def late_actions(n: int) -> str:
    """The number of actions that are late."""
    return ngettext("{n} late action", "{n} late actions", n).format(n=n)


def changed_actions(changes: Sequence[ActionChange]) -> list[str]:
    """How many actions are done since, new, and otherwise changed."""
    done = [change for change in changes if change.is_done]
    new_ones = [change for change in changes if change.before is None and change not in done]
    rest = len(changes) - len(done) - len(new_ones)
    counted = (
        (len(done), ngettext("{n} action done", "{n} actions done", len(done))),
        (len(new_ones), ngettext("{n} new action", "{n} new actions", len(new_ones))),
        (rest, ngettext("{n} changed action", "{n} changed actions", rest)),
    )
    return [text.format(n=n) for n, text in counted if n]


def by_certainty(matches: Sequence[Worsening]) -> tuple[list[Worsening], list[Worsening]]:
    """The series that are worsening with certainty, and those of which only the newest figure is worse."""
    return [series for series in matches if series.certain], [series for series in matches if not series.certain]


def since(report: ChangeReport) -> str:
    """The meeting that the board is compared with, in a sentence; where there is none, that is said."""
    if report.since:
        return _("Compared with {state}.").format(state=spoken(report.since))
    none = _("There is no earlier meeting of the board to compare with.")
    instead = _("What is shown is what the newest data brought ({day}).").format(day=day_name(report.newest))
    return f"{none} {instead}"


def point(report: ChangeReport) -> str:
    """The changes in a line; '' where there is nothing to compare with."""
    changes = report.changes
    if changes is None:
        return ""
    if changes.goals or changes.levels:
        return _upper(goals_both_ways(changes.goals) if changes.goals else levels(len(changes.levels)))
    return _("No goal has another status")


def worse(report: ChangeReport) -> str:
    """What is missed and worsening in a line, what is certain before what may be chance; '' where nothing is."""
    certain, others = by_certainty(report.worsening)
    if certain:
        return _upper(worsening(len(certain)))
    return _upper(perhaps_worse(len(others))) if others else ""


def summary(report: ChangeReport) -> str:
    """The page in a paragraph."""
    late = sentence(overdue(len(report.overdue))) if report.overdue else ""
    undone = sentence(late_actions(len(report.late))) if report.late else ""
    return " ".join(text for text in (_changed(report), undone, missed(report), late) if text)


def _changed(report: ChangeReport) -> str:
    changes = report.changes
    if changes is None:
        return nothing_before(report)
    counts = (
        (verdicts, changes.verdicts),
        (targets, changes.targets),
        (new, changes.new),
        (revised, changes.revised),
        (withdrawn, changes.withdrawn),
    )
    statuses = [goals_both_ways(changes.goals)] if changes.goals else []
    statuses += [levels(len(changes.levels))] if changes.levels else []
    counted = [words(len(items)) for words, items in counts if items]
    counted += changed_actions(changes.actions)
    if not statuses and not counted:
        return _("Nothing has changed.")
    rest = _("Apart from that, figures, targets and verdicts are as before.")
    return f"{statuses_and_news(statuses, counted)} {rest}"


def statuses_and_news(statuses: list[str], news: list[str]) -> str:
    """What has another status, and what there is that is new, each in a sentence."""
    there_are = _("There are {counts}.").format(counts=join(news)) if news else ""
    return " ".join(filter(None, (sentence(join(statuses)) if statuses else "", there_are)))


def nothing_before(report: ChangeReport) -> str:
    """The counts of a board that is new, all of it."""
    data = report.data
    counts = [
        ngettext("{n} goal", "{n} goals", len(data.goals)).format(n=len(data.goals)),
        ngettext("{n} indicator", "{n} indicators", len(data.indicators)).format(n=len(data.indicators)),
    ]
    if data.observations:
        counts.append(ngettext("{n} figure", "{n} figures", len(data.observations)).format(n=len(data.observations)))
    return _("All of it is new, so there is nothing to compare with: {counts}.").format(counts=join(counts))


def missed(report: ChangeReport) -> str:
    """The number of targets missed more and more, with certainty and perhaps; '' if none are."""
    certain, others = by_certainty(report.worsening)
    sentences = []
    if certain:
        pattern = _("{count}, most of all {name}") if len(certain) > 1 else _("{count}: {name}")
        sentences.append(sentence(pattern.format(count=worsening(len(certain)), name=certain[0].series.about.name)))
    if others:
        sentences.append(sentence(perhaps_worse(len(others))))
    return " ".join(sentences)


def sentence(text: str) -> str:
    """Words as a sentence of their own."""
    return f"{_upper(text)}."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def counted(words: str, items: Sequence[object]) -> str:
    """The line under a heading: how many there are, or that there are none."""
    return sentence(words) if items else _("Nothing.")

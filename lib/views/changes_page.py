"""The page of changes since the last meeting: rows of each kind, what asks for attention, and what is overdue."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lib.rules.actions import ActionChange
from lib.rules.series import Series
from lib.views import change_rows as rows
from lib.views import changes_text as words
from lib.views.actions import changed_table
from lib.views.as_of import spoken
from lib.views.attention import Overdue, Worsening
from lib.views.cards import TrendCard, series_card, trends_address
from lib.views.change_rows import ChangeRow
from lib.views.changes import Changes
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.views.key_figure import key_figure, series_name
from lib.views.leads import Lead
from lib.views.statuses import of_level
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import change_since, point_text
from lib.words.judgement import arithmetic
from lib.words.language import N_, _, join, number, period_name
from lib.words.movement import direction_sentence

# The parts of the page, as the links to them name them.
GOALS, FIGURES, REVISED, WITHDRAWN, TARGETS, VERDICTS = (
    "mal",
    "siffror",
    "rattade",
    "borttagna",
    "malvarden",
    "bedomningar",
)
WORSENING, OVERDUE, ACTIONS = "forsamras", "forsenade", "atgarder"
# What is empty, in words inside a sentence.
_EMPTY = {
    "goals": N_("the goals' status"),
    "levels": N_("the outcomes' status"),
    "verdicts": N_("verdicts"),
    "targets": N_("targets"),
    "new": N_("new figures"),
    "revised": N_("revised figures"),
    "withdrawn": N_("withdrawn figures"),
}


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """Changes of a kind: the id that a link leads to, the heading, how many there are in words, and the rows."""

    id: str
    title: str
    counted: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The page. `counts` are texts with the part that each leads to; `nothing` says that nothing has changed.

    `empty` names the kinds without changes; `chance` are the targets missed whose newest figure may be worse by chance.
    """

    board: str
    since: str
    nothing: str
    counts: tuple[tuple[str, str], ...]
    parts: tuple[ChangeSection, ...]
    empty: str
    cards: tuple[TrendCard, ...]
    chance: TextTable | None
    chance_text: str
    overdue: TextTable | None
    actions: TextTable | None = None
    actions_text: str = ""


def changes_page(report: ChangeReport, choice: Choice, instead: ChangeReport | None = None) -> ChangesPage:
    """The page of a report; where nothing has changed, the changes since the meeting before (`instead`) are shown."""
    shown = instead or report
    parts = tuple(part for part in _parts(shown, choice) if part.rows)
    certain, others = words.by_certainty(report.worsening)
    return ChangesPage(
        board=report.data.board.name,
        since=words.since(report),
        nothing=_nothing(report, instead),
        counts=tuple(_counts(shown)),
        parts=parts,
        empty=_empty(shown.changes) if shown.changes else "",
        cards=tuple(_card(report, match, choice) for match in certain),
        chance=_chance(report, others, choice),
        chance_text=words.sentence(words.perhaps_worse(len(others))) if others else "",
        overdue=_overdue(report, choice),
        actions=changed_table(report.data, _acted(shown), report.late, report.day, choice),
        actions_text=_actions_text(report, shown),
    )


def _acted(report: ChangeReport) -> tuple[ActionChange, ...]:
    return report.changes.actions if report.changes else ()


def _actions_text(report: ChangeReport, shown: ChangeReport) -> str:
    late = [words.late_actions(len(report.late))] if report.late else []
    parts = [*late, *words.changed_actions(_acted(shown))]
    return words.sentence(join(parts)) if parts else ""


def _nothing(report: ChangeReport, instead: ChangeReport | None) -> str:
    if report.changes is None:
        return words.nothing_before(report)
    if report.changes or report.since is None:
        return "" if report.changes else _("Nothing has changed.")
    sentence = _("Nothing has changed since {state}.").format(state=spoken(report.since))
    if instead is None or instead.since is None:
        return sentence
    other = _("Shown here is what had changed since {state}.").format(state=spoken(instead.since))
    return f"{sentence} {other}"


def _counts(report: ChangeReport) -> Iterator[tuple[str, str]]:
    """The number of changes of each kind, of series missed and worsening, and overdue, with the part that has them."""
    changes = report.changes or Changes()
    certain, others = words.by_certainty(report.worsening)
    acted = words.changed_actions(changes.actions)
    counted = (
        (words.late_actions(len(report.late)), report.late, ACTIONS),
        (join(acted), acted, ACTIONS),
        (words.goals_both_ways(changes.goals), changes.goals, GOALS),
        (words.levels(len(changes.levels)), changes.levels, FIGURES),
        (words.new(len(changes.new)), changes.new, FIGURES),
        (words.revised(len(changes.revised)), changes.revised, REVISED),
        (words.withdrawn(len(changes.withdrawn)), changes.withdrawn, WITHDRAWN),
        (words.targets(len(changes.targets)), changes.targets, TARGETS),
        (words.verdicts(len(changes.verdicts)), changes.verdicts, VERDICTS),
        (words.worsening(len(certain)), certain, WORSENING),
        (words.perhaps_worse(len(others)), others, WORSENING),
        (words.overdue(len(report.overdue)), report.overdue, OVERDUE),
    )
    return ((text, part) for text, items, part in counted if items)


def _parts(report: ChangeReport, choice: Choice) -> Iterator[ChangeSection]:
    changes = report.changes
    if changes is None:
        return
    levels = [words.levels(len(changes.levels))] if changes.levels else []
    new = [words.new(len(changes.new))] if changes.new else []
    kinds = (
        (GOALS, _("Goals with another status"), words.goals_both_ways(changes.goals), rows.goal_rows(report, choice)),
        (
            FIGURES,
            _("New figures and changed statuses"),
            words.statuses_and_news(levels, new).rstrip("."),
            rows.figure_rows(report, choice),
        ),
        (
            REVISED,
            _("Revised figures"),
            words.revised(len(changes.revised)),
            rows.revised_rows(report, changes.revised, choice),
        ),
        (
            WITHDRAWN,
            _("Withdrawn figures"),
            words.withdrawn(len(changes.withdrawn)),
            rows.revised_rows(report, changes.withdrawn, choice),
        ),
        (TARGETS, _("Targets"), words.targets(len(changes.targets)), rows.target_rows(report, changes.targets, choice)),
        (
            VERDICTS,
            _("Verdicts"),
            words.verdicts(len(changes.verdicts)),
            rows.verdict_rows(report, changes.verdicts, choice),
        ),
    )
    for name, title, counted, of_kind in kinds:
        yield ChangeSection(name, title, words.sentence(counted), tuple(of_kind))


def _empty(changes: Changes) -> str:
    """The kinds without changes, in one sentence; '' where all have some."""
    names = [_(name) for kind, name in _EMPTY.items() if not getattr(changes, kind)]
    return _("Nothing new in {kinds}.").format(kinds=join(names)) if names else ""


def _card(report: ChangeReport, match: Worsening, choice: Choice) -> TrendCard:
    """What misses its target and is worsening with certainty."""
    lead, goal = Lead(match.series, match.judged), report.data.goals.get(match.goal)
    sentence = f"{key_figure(lead).sentence} {direction_sentence(match.trend, match.series.about)}"
    kicker = _("not met and worsening")
    return series_card(
        report.data, lead, goal, choice, kicker=kicker, icon="worsening", tone="missed", sentence=sentence
    )


def _chance(report: ChangeReport, matches: Sequence[Worsening], choice: Choice) -> TextTable | None:
    """The targets missed of which only the newest figure is worse, which may be chance."""
    lines = tuple(
        (
            _link(report, match.series, choice),
            status(of_level(match.judged.judgement.level)),
            TextCell(arithmetic(match.judged, match.series.about)),
            TextCell(change_since(match.series, match.judged.point)),
            TextCell(_distance(match)),
        )
        for match in matches
    )
    headings = (_("Indicator"), _("Status"), _("Compared"), _("Change"), _("Distance"))
    return TextTable(_("Worse in the newest figure"), headings, lines) if lines else None


def _distance(match: Worsening) -> str:
    if match.movements is not None:
        return _("{n} times the usual change").format(n=number(round(match.movements, 1), 1))
    return _("{n} % of the limit or the figure").format(n=number(round(100 * match.share)))


def _link(report: ChangeReport, series: Series, choice: Choice) -> TextCell:
    return TextCell(series_name(series), address=trends_address(report.data, series, choice))


def _overdue(report: ChangeReport, choice: Choice) -> TextTable | None:
    """The figures that should have come, an indicator and period in a row, its units named."""
    groups: dict[tuple[str, object], list[Overdue]] = {}
    for late in report.overdue:
        groups.setdefault((late.series.about.code, late.awaited), []).append(late)
    headings = (_("Indicator"), _("Awaited"), _("Newest figure"), _("Units"))
    lines = tuple(_late(report, group, choice) for group in groups.values())
    return TextTable(_("Overdue figures"), headings, lines).informative if lines else None


def _late(report: ChangeReport, group: Sequence[Overdue], choice: Choice) -> tuple[TextCell, ...]:
    late = group[0]
    series = late.series if len(group) == 1 else Series(late.series.about, "", "", "T")
    newest = f"{point_text(late.newest, late.series.about)} ({period_name(late.newest.period, short=True)})"
    units = join(_unit_names(group)) if len(group) > 1 else ""
    return _link(report, series, choice), TextCell(period_name(late.awaited)), TextCell(newest), TextCell(units)


def _unit_names(group: Iterable[Overdue]) -> list[str]:
    return list(dict.fromkeys(late.series.unit_name or _("Whole board") for late in group))

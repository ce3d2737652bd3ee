"""A preview in sentences: the number of rows, the statuses that change, and the likely causes."""

from collections.abc import Iterable, Sequence

from lib.imports.preview.causes import Cause
from lib.imports.preview.plan_text import TABLE_NAMES
from lib.imports.preview.preview import Preview
from lib.store.plans import Kept, Plan, UndoObstacle, Written
from lib.tables.records import Problem
from lib.views import changes_text
from lib.words.language import N_, _, join, ngettext, number

_CAUSES = {
    Cause.DECIMAL: N_("{name}: ten, a hundred or a thousand times as large or small. The decimal sign? Figures: {n}."),
    Cause.SIGN: N_("{name}: another sign only. Figures: {n}."),
    Cause.GENDERS: N_("{name}: women and men have changed places. Figures: {n}."),
    Cause.YEAR: N_("{name}: what stood a period earlier or later. Has the year moved? Figures: {n}."),
    Cause.REVISED: N_("{name}: small changes. The source has probably counted again. Figures: {n}."),
    Cause.WORDS: N_("{name}: only notes, sources or counts change, not the figure. Rows: {n}."),
}
_KEPT = {
    UndoObstacle.CHANGED_LATER: N_("changed again later, in change {batch}"),
    UndoObstacle.NEEDED: N_("other rows refer to it"),
    UndoObstacle.LACKING: N_("it refers to something that is no longer there"),
}


def counted(counts: Written) -> str:
    """'12 nya, 3 ändrade och 40 oförändrade'; what is none is left out."""
    parts = (
        (counts.new, ngettext("{n} new", "{n} new", counts.new)),
        (counts.changed, ngettext("{n} changed", "{n} changed", counts.changed)),
        (counts.withdrawn, ngettext("{n} withdrawn", "{n} withdrawn", counts.withdrawn)),
        (counts.uncompared, ngettext("{n} not compared", "{n} not compared", counts.uncompared)),
        (counts.unchanged, ngettext("{n} unchanged", "{n} unchanged", counts.unchanged)),
    )
    return join([text.format(n=number(n)) for n, text in parts if n]) or _("none")


def headline(plan: Plan, faults: str = "") -> str:
    """The first sentences of a preview; `faults` says what in the file cannot be read in."""
    sentences = [_("Rows: {rows}.").format(rows=counted(plan.counts()))]
    if plan.left_out:
        left = ngettext("{n} row is left out.", "{n} rows are left out.", plan.left_out)
        sentences.append(left.format(n=number(plan.left_out)))
    return " ".join([*sentences, faults]).strip()


def impossible(problems: Sequence[Problem]) -> str:
    """The number of faults in a file; '' if there are none. A list that ends in a number is not the whole."""
    n = len(problems)
    if not all(problem.row for problem in problems):
        return _("More than {n} faults in the file cannot be read in.").format(n=n)
    bad = ngettext("{n} fault in the file cannot be read in.", "{n} faults in the file cannot be read in.", n)
    return bad.format(n=n) if n else ""


def by_table(plan: Plan) -> list[tuple[str, Written]]:
    """The number of new, changed and withdrawn rows of each table, by the table's name in words."""
    tables = dict.fromkeys(step.table for step in plan.steps)
    return [(_(TABLE_NAMES[name]), Plan(plan.version, tuple(plan.of(name))).counts()) for name in tables]


def statuses(outcome: Preview) -> str:
    """The changes that the plan makes to the statuses of goals and outcomes on the pages."""
    changes = outcome.changes
    parts = []
    if changes.goals:
        parts.append(changes_text.goals_both_ways(changes.goals))
    if changes.levels:
        parts.append(changes_text.levels(len(changes.levels)))
    if not parts:
        return _("No goal and no outcome gets another status.")
    return _("With this, {changes}.").format(changes=join(parts))


def likely(outcome: Preview) -> list[str]:
    """The likely causes of the changed figures, a sentence for each cause and indicator."""
    return [
        _(_CAUSES[cause]).format(name=outcome.names.called("indicators", code), n=n)
        for (cause, code), n in sorted(outcome.causes.items())
    ]


def why_kept(row: Kept) -> str:
    """The reason why an undo leaves a row as it is."""
    return _(_KEPT[row.why]).format(batch=row.batch)


def kept_rows(rows: Sequence[Kept]) -> str:
    """The number of rows that an undo leaves as they are."""
    n = len(rows)
    return ngettext("{n} row stays as it is:", "{n} rows stay as they are:", n).format(n=n)


def grouped(sentences: Iterable[str], most: int) -> list[str]:
    """The first sentences, and how many more there are."""
    every = list(sentences)
    rest = len(every) - most
    more = [ngettext("… and {n} more.", "… and {n} more.", rest).format(n=rest)] if rest > 0 else []
    return every[:most] + more

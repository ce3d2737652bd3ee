"""Fetching what is wanted, and what it would change: the plan and the sentences that the page and the timer tell."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.imports.from_kolada.client import KoladaClient
from lib.imports.from_kolada.replies import KoladaError, KoladaFigure
from lib.imports.from_kolada.rows import Fetched, absent, rows_of
from lib.imports.from_kolada.wanted import Wanted, places
from lib.imports.preview.plan_text import BoardNames, row_text
from lib.imports.upload import visible_rows
from lib.store.batches import BatchInfo
from lib.store.plans import Plan, RowChange
from lib.store.store import Store
from lib.store.withheld import Withheld
from lib.words.language import _, join, ngettext, number


@dataclass(frozen=True, slots=True)
class KoladaUpload:
    """What came from Kolada with the plan that it makes; `told` is what to know of it before it is written."""

    fetched: Fetched
    plan: Plan
    told: tuple[str, ...]

    def info(self, who: str, note: str = "") -> BatchInfo:
        """The batch that it is written as."""
        return BatchInfo("import", who, self.name, self.hash, note)

    @property
    def name(self) -> str:
        """The name that the history has for where it came from."""
        return f"Kolada {self.fetched.today.isoformat()}"

    @property
    def hash(self) -> str:
        """A hash of the figures, the same for the same answer."""
        lines = sorted(repr(figure) for figure in self.fetched.figures)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def fetch(client: KoladaClient, wanted: Wanted, today: date) -> Fetched:
    """Everything that is wanted. Raises KoladaError where any part fails, or nothing is left to ask for."""
    if not wanted.own:
        raise KoladaError(_("The board has no municipality code, so Kolada cannot be asked. Give it one first."))
    if not wanted.indicators or not wanted.years:
        raise KoladaError(_("Choose at least one indicator and one year."))
    about = client.indicators(wanted.indicators)
    there = [code for code in wanted.indicators if code in about]
    figures: list[KoladaFigure] = []
    units = tuple(client.units(wanted.own)) if wanted.with_units else ()
    if there:
        figures += client.figures(there, [wanted.own, *wanted.others], wanted.years)
    with_units = [code for code in there if about[code].has_units]
    if units and with_units:
        figures += client.figures(with_units, [unit.id for unit in units], wanted.years, of_units=True)
    return Fetched(wanted, tuple(figures), about, units, today)


def planned(store: Store, fetched: Fetched) -> KoladaUpload:
    """What was fetched, held against what is stored of the board."""
    board = fetched.wanted.board
    stored = visible_rows(store, board)
    plan = store.plan(board, rows_of(fetched, stored))
    return KoladaUpload(fetched, plan, tuple(_told(fetched, absent(fetched, stored), plan)))


def _told(fetched: Fetched, lacking: int, plan: Plan) -> list[str]:
    wanted, names = fetched.wanted, places()
    told = list[str]()
    if gone := [code for code in wanted.indicators if code not in fetched.about]:
        told.append(_("Kolada no longer has {ids}; what is stored stays as it is.").format(ids=join(gone)))
    ended = [code for code, about in fetched.about.items() if _has_ended(about.title)]
    if ended:
        told.append(_("Kolada has stopped publishing {ids}.").format(ids=join(ended)))
    given = {figure.place for figure in fetched.figures}
    silent = [names.get(code, code) for code in (wanted.own, *wanted.others) if code not in given]
    if silent:
        told.append(_("Kolada has no figure of this for {places}.").format(places=join(silent)))
    revised = revisions(plan)
    if revised:
        sentence = ngettext("{n} figure was revised in Kolada.", "{n} figures were revised in Kolada.", len(revised))
        told.append(sentence.format(n=number(len(revised))))
    if lacking:
        sentence = ngettext(
            "{n} stored figure was not in the answer and stays as it is.",
            "{n} stored figures were not in the answer and stay as they are.",
            lacking,
        )
        told.append(sentence.format(n=number(lacking)))
    return told


def _has_ended(title: str) -> bool:
    return title.rstrip().endswith(")") and title.rpartition("(")[2].strip(" -–)").isdecimal()


def revisions(plan: Plan) -> list[RowChange]:
    """The figures that were there and have another value now."""
    steps = (step for step in plan.of("observations") if step.old and step.new and step.compared)
    return [step for step in steps if {"value", "status"} & {*step.differing()}]


def revision_texts(plan: Plan, names: BoardNames, withheld: Withheld) -> Sequence[str]:
    """Each revised figure in words: of what, before and after."""
    texts = (row_text(step, names, withheld) for step in revisions(plan))
    return [
        f"{', '.join(filter(None, (text.name, text.about, text.period)))}: {text.before} → {text.after}"
        for text in texts
    ]

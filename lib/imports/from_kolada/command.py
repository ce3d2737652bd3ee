"""The command python -m lib fetch, for a timer: what each board follows in Kolada is asked for again and written.

A board is one batch, whole or not at all; what was revised is printed.
"""

import argparse
import re
import sys
from contextlib import closing
from datetime import UTC, datetime

from lib.imports.from_kolada.client import KoladaClient
from lib.imports.from_kolada.fetch import fetch, planned, revision_texts
from lib.imports.from_kolada.replies import KoladaError
from lib.imports.from_kolada.wanted import standing_order
from lib.imports.preview.preview import preview
from lib.imports.preview.preview_text import headline
from lib.imports.upload import visible_rows
from lib.store.installation.given import installation
from lib.store.store import Store, StoreError, open_store
from lib.tables.model import Board
from lib.words.language import _

_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


def run(arguments: argparse.Namespace) -> int:
    """Fetch for one board or all; the exit code is 1 where any of them could not be fetched."""
    settings = installation()
    if not settings.kolada:
        raise StoreError(
            _("Fetching from Kolada is switched off. An administrator sets kolada = true to switch it on.")
        )
    years = _years(arguments.years)
    failed = False
    with closing(open_store()) as store, closing(KoladaClient(settings.kolada_url)) as client:
        for board in _boards(store, arguments.board):
            try:
                _one(store, client, board, years, arguments)
            except KoladaError as error:
                print(f"{board}: {error}", file=sys.stderr)
                failed = True
    return int(failed)


def _one(store: Store, client: KoladaClient, board: str, years: tuple[int, ...], arguments: argparse.Namespace) -> None:
    today = datetime.now(UTC).date()
    wanted = standing_order(board, visible_rows(store, board), today, years)
    if not wanted.indicators:
        print(_("{board}: follows nothing in Kolada.").format(board=board))
        return
    came = planned(store, fetch(client, wanted, today))
    outcome = preview(store, came.plan)
    print(f"{board}: {headline(came.plan)}", *came.told, sep="\n  ")
    for text in revision_texts(came.plan, outcome.names, outcome.withheld):
        print(f"  {text}")
    if outcome.faults:
        raise KoladaError(" ".join(map(str, outcome.faults)))
    if came.plan and not arguments.preview:
        batch = store.carry_out(came.plan, came.info(arguments.who)).batch
        print(_("Saved (change {batch}).").format(batch=batch))


def _boards(store: Store, wanted: str) -> list[str]:
    boards = sorted(row.board for row in store.rows(Board))
    if wanted and wanted not in boards:
        sentence = _("There is no board “{board}”. There are: {boards}.")
        raise StoreError(sentence.format(board=wanted, boards=", ".join(boards)))
    return [wanted] if wanted else boards


def _years(text: str) -> tuple[int, ...]:
    if not text:
        return ()
    found = _YEARS.fullmatch(text.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if not first <= last or last - first > 60:
        raise StoreError(_("“{text}” is no year and no years. Write 2024 or 2019-2025.").format(text=text))
    return tuple(range(first, last + 1))

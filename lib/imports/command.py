"""The command python -m lib import FILE: reads a file, prints a preview, and writes it where nothing is wrong."""

import argparse
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from lib.imports.mapping import EVERY, ColumnMapping
from lib.imports.preview.preview import Preview, preview
from lib.imports.preview.preview_text import headline, impossible, likely, statuses
from lib.imports.report import answers_to_write, lines
from lib.imports.upload import Upload, read_in
from lib.store.batches import BatchInfo
from lib.store.store import Store, StoreError, open_store
from lib.tables.model import Board
from lib.words.language import _


def run(arguments: argparse.Namespace) -> int:
    """Read the file in; the exit code."""
    path: Path = arguments.file
    content = path.read_bytes()
    with closing(open_store()) as store:
        answers = {EVERY: _answers(arguments.mapping)} if arguments.mapping else None
        board = _board(store, arguments.board)
        upload = read_in(store, board, path.name, content, answers, _progress(), percent=arguments.percent)
        outcome = preview(store, upload.plan)
        _print_reading(upload, outcome)
        if upload.reading.problems or upload.reading.unknown or outcome.faults:
            print(_("Nothing was saved."))
            return 1
        if not any(upload.reading.records.values()):
            print(_("Nothing in the file could be read."))
            return 1
        if arguments.preview or not upload.plan:
            return 0
        if upload.reading.cautions and not arguments.accept:
            print(_("Nothing was saved. Correct the file, or accept the remarks with --accept."))
            return 1
        print(_("Saved (change {batch}).").format(batch=_write(store, upload, arguments.who, arguments.note)))
    return 0


def _print_reading(upload: Upload, outcome: Preview) -> None:
    reading = upload.reading
    for line in lines(reading):
        print(line)
    if reading.unknown:
        print(_("Answer on the page Data, or save these lines, complete them and give the file with --mapping:"))
        print(answers_to_write(reading.unknown))
    first = headline(upload.plan, impossible(reading.problems))
    print("\n".join([first, *likely(outcome), statuses(outcome), *map(str, outcome.faults)]))


def _answers(path: Path) -> ColumnMapping:
    """The answers about the tables in a file of answers."""
    try:
        return ColumnMapping.from_file(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise StoreError(_("The mapping file cannot be read: {error}.").format(error=error.reason)) from error
    except ValueError as error:
        raise StoreError(str(error)) from error


def _write(store: Store, upload: Upload, who: str, note: str) -> int | None:
    file = (upload.name, upload.hash, note, None, upload.content, upload.remembered())
    return store.carry_out(upload.plan, BatchInfo("import", who, *file)).batch


def _board(store: Store, wanted: str) -> str:
    boards = sorted(row.board for row in store.rows(Board))
    if wanted in boards or (not wanted and len(boards) == 1):
        return wanted or boards[0]
    raise StoreError(_("Say with --board which board the file is about: {boards}.").format(boards=", ".join(boards)))


def _progress() -> Callable[[float], None]:
    """A progress line in a terminal."""

    def advance(part: float) -> None:
        if sys.stderr.isatty():
            print(f"\r{round(100 * part):3} %", end="\n" if part == 1 else "", file=sys.stderr, flush=True)

    return advance

"""The command line: python -m lib build | import | export | document | digest | backup | settings | run, and more."""

import argparse
import getpass
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path

from lib.imports.workbook.read import Unreadable
from lib.privacy.counts import SMALLEST_GROUP
from lib.store import command as keeping
from lib.store import seed
from lib.store.batches import Changed
from lib.store.emptying import empty_store
from lib.store.installation.given import BadSettings, documented, installation
from lib.store.store import Store, StoreError, open_store
from lib.tables import findings as check
from lib.tables.folder import write_boards
from lib.tables.model import Board
from lib.tables.records import BadTables, Records
from lib.web import serve
from lib.words.command_line import translate_argparse
from lib.words.language import DEFAULT_LANGUAGE, LANGUAGES, _, ngettext, number, use_language


def _build(arguments: argparse.Namespace) -> int:
    if arguments.force:
        empty_store()
    written = seed.build()
    if written is None:
        print(_("The database is already up to date with its seed."))
    else:
        print(
            _("New rows: {new}. Changed: {changed}. Withdrawn: {withdrawn}. Unchanged: {unchanged}.").format(
                new=written.new,
                changed=written.changed,
                withdrawn=written.withdrawn,
                unchanged=written.unchanged,
            )
        )
    return 0


def _export(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.folder
    hidden = hours = 0

    def boards(store: Store) -> Iterator[tuple[str, Records]]:
        """One board at a time, all of one data version, counting what no page shows."""
        nonlocal hidden, hours
        version = store.version()
        for row in store.rows(Board, asof=version):
            records = store.records(version, row.board)
            hidden += len(store.withheld(row.board).figures)
            hours += sum((record["employees"] or 0) < SMALLEST_GROUP for record in records["absence"])
            yield row.board, records

    with closing(open_store()) as store:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_boards(boards(store), folder)
        except OSError as error:
            sentence = _("The folder {folder} cannot be written to; give this user the right to write there.")
            raise StoreError(sentence.format(folder=folder)) from error
    print(_("The tables were written to {folder}.").format(folder=folder))
    sentence = _(
        "They hold all that is stored: {figures} figures that no page shows, and {hours} rows of hours of "
        "absence about fewer than {minimum} people or nobody knows how many. Keep the folder as safe as the "
        "database itself."
    )
    print(sentence.format(figures=number(hidden), hours=number(hours), minimum=SMALLEST_GROUP))
    return 0


def _check(_arguments: argparse.Namespace) -> int:
    with closing(open_store()) as store:
        version = store.version()
        of_boards = [check.findings(store.records(version, board)) for board in store.written_boards()]
    findings = sorted(chain.from_iterable(of_boards), key=lambda finding: not finding.error)
    for finding in findings:
        print(finding)
    errors = sum(finding.error for finding in findings)
    print(ngettext("{n} error.", "{n} errors.", errors).format(n=errors), end=" ")
    remarks = len(findings) - errors
    print(ngettext("{n} remark.", "{n} remarks.", remarks).format(n=remarks))
    return 1 if errors else 0


# A module that only one command needs is imported there: half a second that the others do without.


def _import(arguments: argparse.Namespace) -> int:
    from lib.imports import command

    return command.run(arguments)


def _fetch(arguments: argparse.Namespace) -> int:
    from lib.imports.from_kolada import command

    return command.run(arguments)


def _document(arguments: argparse.Namespace) -> int:
    from lib.documents.powerpoint_template import TemplateError
    from lib.web import memory as reading
    from lib.web import papers

    use_language(arguments.lang)
    boards = reading.boards()
    if arguments.board not in boards:
        sentence = _("There is no board “{board}”. There are: {boards}.")
        raise StoreError(sentence.format(board=arguments.board, boards=", ".join(boards)))
    meeting = reading.meeting(arguments.board, arguments.meeting)
    if arguments.meeting and meeting is None:
        raise StoreError(_("There is no meeting “{meeting}”.").format(meeting=arguments.meeting))
    template = arguments.template.read_bytes() if arguments.template else None
    wanted = papers.of_meeting(arguments.board, meeting) if meeting else papers.of_board(arguments.board)
    try:
        arguments.file.write_bytes(papers.make(arguments.kind, wanted, template=template))
    except TemplateError as error:
        raise StoreError(str(error)) from error
    print(_("The file was written to {file}.").format(file=arguments.file))
    return 0


def _erase(arguments: argparse.Namespace) -> int:
    with closing(open_store()) as store:
        file = store.original_of(arguments.change)
        if file is None:
            raise StoreError(_("Change {change} was not read from a file.").format(change=arguments.change))
        if file.size is not None and not arguments.yes:
            changes = ", ".join(map(str, file.batches))
            sentence = _(
                "The file {file} was read in by change {changes}. It would be erased for good: the figures stay, but "
                "the file itself can never be had back. Give --yes to erase it."
            )
            raise StoreError(sentence.format(file=file.name, changes=changes))
        is_gone = store.erase(file.hash, arguments.who)
    if file.size is None:
        print(_("No file of change {change} is kept.").format(change=arguments.change))
    else:
        print(_("The file {file} was erased for good. The history says so.").format(file=file.name))
    print(_("Backups and copies of the database made before now still have it: replace them too."))
    if not is_gone:
        print(_("Traces are left while others read the database. Give the command again in a while."), file=sys.stderr)
    return 0 if is_gone else 1


def _digest(arguments: argparse.Namespace) -> int:
    from lib.web import digest
    from lib.web import memory as reading

    use_language(arguments.lang)
    settings, boards = installation(), reading.boards()
    if arguments.board and arguments.board not in boards:
        sentence = _("There is no board “{board}”. There are: {boards}.")
        raise StoreError(sentence.format(board=arguments.board, boards=", ".join(boards)))
    folder = arguments.folder or (Path(settings.digest_folder) if settings.digest_folder else None)
    if folder is None and not (settings.mail_host and settings.digest_to):
        raise StoreError(_("Give a folder with --folder, or set digest_folder, or mail_host and digest_to."))
    for code in [arguments.board] if arguments.board else boards:
        about = digest.digest(code, settings.public_url)
        if folder:
            for path in digest.write(about, folder, settings.digest_from):
                print(_("The file was written to {file}.").format(file=path))
        if settings.mail_host and settings.digest_to:
            sent = digest.send(about, settings)
            print(ngettext("Sent to {n} address.", "Sent to {n} addresses.", sent).format(n=sent))
    return 0


def _settings(_arguments: argparse.Namespace) -> int:
    for setting in documented(installation()):
        print(f"{setting.name} = {setting.value}")
        print(f"    {setting.variable}: {setting.help}")
    return 0


def _run(arguments: argparse.Namespace) -> int:
    seed.build()
    serve.serve(arguments.port)
    return 0


def _parser() -> argparse.ArgumentParser:
    translate_argparse()
    parser = argparse.ArgumentParser(prog="python -m lib", description=_("Målbild's command line."))
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    build = commands.add_parser("build", help=_("bring the database up to its seed tables"))
    build.add_argument("--force", action="store_true", help=_("throw the database away and build it again"))
    build.set_defaults(do=_build)
    reading = commands.add_parser("import", help=_("read a file in: Excel, ODS or CSV"))
    reading.add_argument("file", type=Path, metavar=_("FILE"))
    reading.add_argument("--board", default="", help=_("the board that the file is about"))
    reading.add_argument("--who", default=getpass.getuser(), help=_("who reads it in, kept in the history"))
    reading.add_argument("--note", default="", help=_("a note, kept in the history"))
    reading.add_argument("--preview", action="store_true", help=_("only report what would change"))
    reading.add_argument("--percent", action="store_true", help=_("read shares such as 0.07 as per cent: 7"))
    reading.add_argument("--mapping", type=Path, help=_("a small file with the answers to what is asked"))
    reading.add_argument("--accept", action="store_true", help=_("save though there are remarks"))
    reading.set_defaults(do=_import)
    fetching = commands.add_parser("fetch", help=_("fetch the boards' figures from Kolada again, for a timer"))
    fetching.add_argument("--board", default="", help=_("one board; without it all"))
    fetching.add_argument("--years", default="", help=_("a year or from-to, such as 2019-2025; without it the last"))
    fetching.add_argument("--who", default=getpass.getuser(), help=_("who fetches, kept in the history"))
    fetching.add_argument("--preview", action="store_true", help=_("only report what would change"))
    fetching.set_defaults(do=_fetch)
    export = commands.add_parser("export", help=_("write all tables to a folder as CSV"))
    export.add_argument("folder", type=Path, metavar="DIR")
    export.set_defaults(do=_export)
    checking = commands.add_parser("check", help=_("look for errors and gaps in the database"))
    checking.set_defaults(do=_check)
    document = commands.add_parser("document", help=_("write a board's follow-up to a file"))
    document.add_argument("kind", choices=("powerpoint", "word", "excel", "html"))
    document.add_argument("--board", required=True)
    document.add_argument(
        "--meeting", default="", help=_("a meeting's documents; without it all goals as they are now")
    )
    document.add_argument("--lang", choices=LANGUAGES, default=DEFAULT_LANGUAGE)
    document.add_argument("--template", type=Path, help=_("a PowerPoint file to take the look from"))
    document.add_argument("file", type=Path)
    document.set_defaults(do=_document)
    erasing = commands.add_parser("erase", help=_("erase the file that a change was read from, for good"))
    erasing.add_argument("change", type=int, metavar=_("CHANGE"), help=_("the number of the change in the history"))
    erasing.add_argument("--who", default=getpass.getuser(), help=_("who erases it, kept in the history"))
    erasing.add_argument("--yes", action="store_true", help=_("erase it; without this it is only said what would be"))
    erasing.set_defaults(do=_erase)
    telling = commands.add_parser("digest", help=_("write or send what has changed since the last meeting"))
    telling.add_argument("--board", default="", help=_("one board; without it all of them"))
    telling.add_argument("--folder", type=Path, help=_("the folder for a letter (.eml) and an Atom feed a board"))
    telling.add_argument("--lang", choices=LANGUAGES, default=DEFAULT_LANGUAGE)
    telling.set_defaults(do=_digest)
    settings = commands.add_parser("settings", help=_("list the settings and their values"))
    settings.set_defaults(do=_settings)
    keeping.add_to(commands)
    run = commands.add_parser("run", help=_("build the database if needed and start Målbild"))
    run.add_argument("--port", type=int, default=8501)
    run.set_defaults(do=_run)
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 on success, 1 after a plain sentence about the fault."""
    arguments = _parser().parse_args(words)
    try:
        code: int = arguments.do(arguments)
    except Changed:
        print(_("Someone else has saved changes, so nothing was saved. Try again."), file=sys.stderr)
        return 1
    except FileNotFoundError as error:
        print(_("There is no file {file}.").format(file=error.filename), file=sys.stderr)
        return 1
    except (IsADirectoryError, PermissionError) as error:
        print(_("The file {file} cannot be read.").format(file=error.filename), file=sys.stderr)
        return 1
    except (StoreError, BadSettings, BadTables, Unreadable, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())

"""The commands that keep the store safe: backup, verify, restore."""

import argparse
import getpass
import sys
from pathlib import Path

from lib.store.backup import Backup, back_up, dated, has_rows, verified
from lib.store.database import StoreError, connect
from lib.store.erasure import SHORTEST, erase_text, overwrite, places
from lib.store.restore import restore
from lib.store.store import open_store
from lib.words.language import _, number


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to a parser."""
    backing = commands.add_parser("backup", help=_("write the whole database to one file, also while it is in use"))
    backing.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new file, or a folder to make one in"))
    backing.set_defaults(do=_backup)
    verifying = commands.add_parser("verify", help=_("tell whether a backup is whole, and what it holds"))
    verifying.add_argument("file", type=Path, metavar=_("FILE"))
    verifying.set_defaults(do=_verify)
    erasing = commands.add_parser("erase-text", help=_("erase a text, such as a name, for good wherever it stands"))
    erasing.add_argument("text", help=_("the text, exactly as it stands"))
    erasing.add_argument("--who", default=getpass.getuser(), help=_("who erases it, kept in the history"))
    erasing.add_argument("--yes", action="store_true", help=_("do it; without this it is only said what would be"))
    erasing.set_defaults(do=_erase_text)
    restoring = commands.add_parser("restore", help=_("replace all that the database holds by a backup"))
    restoring.add_argument("file", type=Path, metavar=_("FILE"))
    restoring.add_argument("--yes", action="store_true", help=_("do it; without this it is only said what would be"))
    restoring.set_defaults(do=_restore)


def _backup(arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    store = open_store()
    try:
        made = back_up(store.engine, dated(file) if file.is_dir() else file)
    finally:
        store.close()
    print(_("The backup was written to {file}. {content}").format(file=made.file, content=_content(made)))
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    backup = verified(arguments.file)
    print(_("The backup {file} is whole. {content}").format(file=backup.file, content=_content(backup)))
    return 0


def _content(backup: Backup) -> str:
    rows = sum(backup.rows.values())
    sentence = _("It was made {day} at {time} (UTC) and holds {rows} rows and {files} files, up to change {newest}.")
    return sentence.format(
        day=backup.made_at.date(),
        time=f"{backup.made_at:%H:%M}",
        rows=number(rows),
        files=number(backup.rows.get("files", 0)),
        newest=backup.newest,
    )


def _restore(arguments: argparse.Namespace) -> int:
    backup = verified(arguments.file)
    engine = connect()
    try:
        is_there = has_rows(engine)
    finally:
        engine.dispose()
    if is_there and not arguments.yes:
        sentence = _("All that the database holds would be replaced. {content} Give --yes to do it.")
        raise StoreError(sentence.format(content=_content(backup)))
    _restored, before = restore(arguments.file)
    print(_("The database was restored from {file}. {content}").format(file=backup.file, content=_content(backup)))
    if before:
        print(_("What was there before is kept in {file}.").format(file=before.file))
    print(_("Start Målbild again if it is running."))
    return 0


def _erase_text(arguments: argparse.Namespace) -> int:
    words: str = arguments.text
    if len(words.strip()) < SHORTEST:
        raise StoreError(_("Give at least {n} letters.").format(n=SHORTEST))
    store = open_store()
    try:
        with store.engine.connect() as connection:
            there = places(connection, words)
        if not there:
            raise StoreError(_("The text stands nowhere in the database."))
        if not arguments.yes:
            sentence = _("The text stands in: {places}. It would be erased there for good. Give --yes to do it.")
            raise StoreError(sentence.format(places=", ".join(f"{name} ({n})" for name, n in there.items())))
        with store.writing() as connection:
            erased = erase_text(connection, words, arguments.who)
        is_gone = overwrite(store.engine, set(erased))
    finally:
        store.close()
    print(_("A text was erased for good in {n} places.").format(n=sum(erased.values())))
    print(_("Files that were read in may have it too: python -m lib erase CHANGE."))
    print(_("Backups and copies of the database made before now still have it: replace them too."))
    if not is_gone:
        print(_("Traces are left while others read the database. Give the command again in a while."), file=sys.stderr)
    return 0 if is_gone else 1

"""The commands that keep the store safe, as whoever runs the system gives them."""

import re
from contextlib import closing

from lib.__main__ import main
from lib.store.batches import BatchInfo
from lib.store.store import create_store, open_store
from tests.helpers.rows import area, board, tables


def write(records: dict, kind: str) -> None:
    with closing(create_store()) as store:
        store.sync(records, BatchInfo(kind, "test"))


def test_backup_verify_and_restore(tmp_path, monkeypatch, capsys):
    """A backup is made, found whole, and put back; what was there before is kept."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'malbild.sqlite'}")

    def run(*words: str) -> tuple[int, str, str]:
        code = main(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    records = tables(boards=[board()], areas=[area()])
    write(records, "seed")
    (tmp_path / "kopior").mkdir()
    code, said, _ = run("backup", str(tmp_path / "kopior"))
    (file,) = (tmp_path / "kopior").iterdir()
    what = re.search(r"Den gjordes .* \(UTC\) och innehåller \d+ rader och 0 filer, till och med ändring 1\.", said)[0]
    assert (code, said) == (0, f"Säkerhetskopian skrevs till {file}. {what}\n")
    assert run("verify", str(file)) == (0, f"Säkerhetskopian {file} är hel. {what}\n", "")
    write(tables(boards=[board()], areas=[area(name="Annat")]), "import")
    refused = f"Allt som databasen innehåller skulle ersättas. {what} Ange --yes för att göra det.\n"
    assert run("restore", str(file)) == (1, "", refused)
    code, said, _ = run("restore", str(file), "--yes")
    (kept,) = (tmp_path / "backups").iterdir()
    assert (code, said.splitlines()) == (
        0,
        [
            f"Databasen återställdes från {file}. {what}",
            f"Det som fanns innan ligger kvar i {kept}.",
            "Starta om Målbild om det är igång.",
        ],
    )
    with closing(open_store()) as store:
        assert store.records() == records
    assert run("verify", str(tmp_path / "nej")) == (1, "", f"Filen {tmp_path / 'nej'} finns inte.\n")

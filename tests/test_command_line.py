"""The command line from end to end: what it does to a real store, what it says, and its exit code."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import update

from data import example
from lib.__main__ import main
from lib.store import seed
from lib.store.batches import BatchInfo
from lib.store.seed import SEED_DIR
from lib.store.store import create_store, open_store
from lib.tables.base import SCHEMA_VERSION, Setting
from lib.tables.folder import read_folder
from tests.helpers.rows import area, board, goal, indicator, observation, tables
from tests.helpers.seeded import copy_of

UP_TO_DATE = "Databasen är redan i takt med sina utgångstabeller.\n"


@pytest.fixture(autouse=True)
def path(tmp_path, monkeypatch) -> Path:
    """Where the store is."""
    path = tmp_path / "malbild.sqlite"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def run(capsys):
    def run(*words: str) -> tuple[int, str, str]:
        """Exit code, what was printed, and what was said on the error stream."""
        code = main(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def fill(kind: str = "seed", **rows: list[dict]) -> dict:
    """Write a store of these rows and give them back."""
    records = tables(**{"boards": [board()]} | rows)
    store = create_store()
    store.sync(records, BatchInfo(kind, "test"))
    store.close()
    return records


def stored() -> dict:
    store = open_store()
    records = store.records()
    store.close()
    return records


def seed_rows() -> dict:
    """All that a build writes and that still holds."""
    there = read_folder(SEED_DIR)
    return {name: rows + there[name] for name, rows in example.latest().records.items()}


def test_build_makes_the_store_and_then_leaves_it(run, path):
    rows = sum(len(records) for records in seed_rows().values())
    assert run("build") == (0, f"Nya rader: {rows}. Ändrade: 46. Återtagna: 0. Oförändrade: 0.\n", "")
    assert stored() == seed_rows()
    assert run("build") == (0, UP_TO_DATE, "")
    assert path.exists()


def test_build_anew(run):
    fill(areas=[area()])
    code, said, error = run("build", "--force")
    assert (code, said.split(".")[1:], error) == (0, [" Ändrade: 46", " Återtagna: 0", " Oförändrade: 0", "\n"], "")
    assert stored() == seed_rows()


def test_build_anew_does_not_throw_away_an_import(run):
    records = fill("import", areas=[area()])
    assert run("build", "--force") == (
        1,
        "",
        "Databasen innehåller mer än utgångstabellerna (importer eller ändringar) och kastas inte.\n",
    )
    assert stored() == records


def test_build_of_a_faulty_seed_tells_every_fault(run, tmp_path, monkeypatch):
    folder = Path(shutil.copytree(SEED_DIR, tmp_path / "seed"))
    for name, text in (("ekero", "ekero,miljo,Miljö,fyra\n"), ("linkoping", "linkoping,miljo,Miljö,\n")):
        areas = folder / name / "areas.csv"
        areas.write_text(areas.read_text("utf-8") + text, "utf-8")
    monkeypatch.setattr(seed, "SEED_DIR", folder)
    assert run("build") == (
        1,
        "",
        "ekero/areas.csv, rad 8, kolumn order: ”fyra” är inte ett heltal.\n"
        "linkoping/areas.csv, rad 9, kolumn order: Värdet saknas.\n",
    )


def test_export_writes_the_seed_back(run, tmp_path, seed_file, path):
    copy_of(seed_file, path.parent)
    folder = tmp_path / "ut" / "tabeller"
    code, said, faults = run("export", str(folder))
    assert (code, faults) == (0, "")
    assert said.splitlines()[0] == f"Tabellerna skrevs till {folder}."
    assert said.splitlines()[1].startswith("De innehåller allt som är sparat: ")
    for name, rows in read_folder(folder).items():  # which come by board
        assert rows == sorted(seed_rows()[name], key=lambda row: row["board"])
    assert (folder / "datapackage.json").exists()


def test_export_to_a_folder_that_cannot_be_written(run, tmp_path):
    fill()
    (tmp_path / "fil").write_text("Jag är ingen mapp.", "utf-8")
    folder = tmp_path / "fil" / "ut"
    assert run("export", str(folder)) == (
        1,
        "",
        f"Mappen {folder} går inte att skriva i; ge användaren rätt att skriva där.\n",
    )


def test_check_of_tables_in_order(run):
    fill(indicators=[indicator()], observations=[observation()])
    assert run("check") == (0, "0 fel. 0 anmärkningar.\n", "")


def test_check_tells_remarks(run):
    fill(indicators=[indicator()])
    assert run("check") == (0, "Anmärkning: b, i: Indikatorn har inga siffror.\n0 fel. 1 anmärkning.\n", "")


def test_check_fails_on_errors(run):
    fill(goals=[goal(area="x")], indicators=[indicator(source="y")], observations=[observation()])
    assert run("check") == (
        1,
        "Fel: b/goals: g: ”x” finns inte i areas.\n"
        "Fel: b/indicators: i: ”y” finns inte i sources.\n"
        "Anmärkning: b, g: Målet har ingen indikator.\n"
        "2 fel. 1 anmärkning.\n",
        "",
    )


def test_check_of_the_seed_finds_no_errors(run, seed_file, path):
    copy_of(seed_file, path.parent)
    code, said, error = run("check")
    assert (code, error) == (0, "")
    *remarks, total = said.splitlines()
    assert total == f"0 fel. {len(remarks)} anmärkningar."


@pytest.mark.parametrize("words", [["check"], ["export", "ut"]], ids=["check", "export"])
def test_before_the_store_is_built(run, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(*words) == (1, "", "Databasen är tom. Kör ”python -m lib build” först.\n")
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(
    "words", [["build"], ["build", "--force"], ["check"], ["export", "ut"]], ids=lambda words: " ".join(words)
)
def test_a_store_that_cannot_be_opened(run, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "finns" / "inte" / "malbild.sqlite"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{place}")
    sentence = f"Databasen {place} går inte att öppna eller skriva. Kontrollera att mappen går att skriva i.\n"
    assert run(*words) == (1, "", sentence)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["build"], ["check"], ["export", "ut"]], ids=lambda words: words[0])
def test_a_newer_store(run, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fill()
    store = open_store()
    with store.engine.begin() as connection:
        connection.execute(update(Setting).values(value=str(SCHEMA_VERSION + 1)))
    store.close()
    assert run(*words) == (
        1,
        "",
        f"Databasen är gjord av en nyare version av Målbild ({SCHEMA_VERSION + 1}, den här är {SCHEMA_VERSION}). "
        "Uppdatera Målbild.\n",
    )


def test_a_store_that_cannot_be_written(run, path, monkeypatch):
    create_store().close()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///file:{path}?mode=ro&uri=true")
    code, said, error = run("build")
    assert (code, said) == (1, "")
    assert error.endswith(" går inte att öppna eller skriva. Kontrollera att mappen går att skriva i.\n")


def test_a_file_that_is_no_store(run, path):
    path.write_text("Jag är ingen databas, bara en text som råkar ligga här.", "utf-8")
    assert run("check") == (
        1,
        "",
        f"Databasen {path} är skadad. Stoppa Målbild, flytta undan filen och dem bredvid (-wal, -shm) och återställ en "
        "säkerhetskopia: python -m lib restore FIL.\n",
    )


@pytest.mark.parametrize("words", [[], ["riv"], ["export"]], ids=["no command", "unknown command", "no folder"])
def test_words_that_are_no_command(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("användning: python -m lib")


def dropped(tmp_path: Path, text: str) -> str:
    file = tmp_path / "siffror.csv"
    file.write_text(text)
    return str(file)


HEADINGS = "board;indicator;gender;period_start;period_end;kind;value\n"


def test_a_file_is_previewed_read_in_and_refused(run, tmp_path):
    fill(indicators=[indicator()], observations=[observation()])
    good = dropped(tmp_path, HEADINGS + "b;i;T;2016-01-01;2016-12-31;outcome;4,5\n")
    told = "Rader: 1 ändrad.\nInget mål och inget utfall får ändrad status.\n"
    assert run("import", good, "--preview") == (0, told, "")
    assert run("import", good, "--who", "Controller", "--note", "Bokslut") == (0, told + "Sparat (ändring 2).\n", "")
    store = open_store()
    newest = store.batches()[-1]
    assert (newest.kind, newest.who, newest.file, newest.note) == ("import", "Controller", "siffror.csv", "Bokslut")
    assert store.content_of(2) == ("siffror.csv", Path(good).read_bytes())
    store.close()
    bad = dropped(tmp_path, HEADINGS + "b;i;T;2016-01-01;2016-12-31;outcome;7,0o\n")
    code, said, _error = run("import", bad)
    assert code == 1
    assert "rad 2, kolumn value: ”7,0o” är inte ett tal. Menade du 7,0?" in said
    assert said.endswith("Inget sparades.\n")
    assert run("import", good, "--board", "x") == (1, "", "Ange med --board vilken nämnd filen gäller: b.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "python -m lib: fel: detta saknas: KOMMANDO\n"),
        (("import",), "python -m lib import: fel: detta saknas: FIL\n"),
        (("run", "--port", "x"), "python -m lib run: fel: --port: 'x' är inget möjligt värde\n"),
        (("check", "nu"), "python -m lib: fel: okänt: nu\n"),
    ],
)
def test_a_command_that_is_written_wrong(words, sentence, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    lines = capsys.readouterr().err.splitlines(keepends=True)
    assert ended.value.code == 2
    assert lines[0].startswith("användning: python -m lib")
    assert lines[-1] == sentence


def test_help_on_a_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["export", "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == (
        "användning: python -m lib export [-h] DIR\n\nargument:\n  DIR\n\nval:\n"
        "  -h, --help  visa denna hjälp och avsluta\n"
    )


def test_the_file_of_a_change_is_erased_for_good_and_the_history_says_so(run, tmp_path):
    fill(indicators=[indicator()], observations=[observation()])
    run("import", dropped(tmp_path, HEADINGS + "b;i;T;2016-01-01;2016-12-31;outcome;4,5\n"), "--who", "Controller")
    assert run("erase", "1") == (1, "", "Ändring 1 kommer inte från någon fil.\n")
    assert run("erase", "2") == (
        1,
        "",
        "Filen siffror.csv lästes in med ändring 2. Den raderas för gott: siffrorna finns kvar, men själva filen går "
        "aldrig att få tillbaka. Ange --yes för att radera den.\n",
    )
    about_copies = "Säkerhetskopior och kopior av databasen som gjorts tidigare har den kvar: byt ut dem också.\n"
    erased = "Filen siffror.csv är raderad för gott. Det står i historiken.\n"
    assert run("erase", "2", "--who", "Arkivarien", "--yes") == (0, erased + about_copies, "")
    assert run("erase", "2") == (0, "Ingen fil finns sparad för ändring 2.\n" + about_copies, "")
    store = open_store()
    (change, _seed) = store.history("b")
    assert (change.original, change.erasure.who) == (False, "Arkivarien")
    store.close()

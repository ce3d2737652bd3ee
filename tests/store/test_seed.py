"""Building the store from its seed: the same tables come out, only differences go in, and faults are all told."""

import shutil
from pathlib import Path

import pytest

from data import example
from lib.store.batches import BatchInfo
from lib.store.plans import Written
from lib.store.seed import SEED_DIR, build, hash_of_example, is_current
from lib.store.store import Store, create_store, open_store
from lib.tables.folder import hash_of, read_folder, write_folder
from lib.tables.model import Board
from lib.tables.records import BadTables
from tests.helpers.rows import area, board, goal_indicator, indicator, observation, tables
from tests.helpers.seeded import copy_of

STAGES = list(example.stages())
SEED = len(STAGES) + 1  # the number of the batch that the tables are written in
EXAMPLE_ROWS = sum(len(rows) for rows in STAGES[-1].records.values())
CHANGED = 46  # rows of the example that a later stage replaced
BOARDS = ["blekinge-2012", "ekero", "helsingborg", "karlskrona", "linkoping"]


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


@pytest.fixture
def built(seed_file, tmp_path) -> str:
    """The address of a store that was built from the seed."""
    return copy_of(seed_file, tmp_path)


@pytest.fixture
def seed(tmp_path) -> Path:
    """A copy of the committed seed, to change."""
    return Path(shutil.copytree(SEED_DIR, tmp_path / "seed"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(path: Path, old: str, new: str) -> None:
    """Put one text in another's place, in a file that has it once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8", newline="")


def rows_of(url: str) -> dict:
    store = open_store(url)
    records = store.records()
    store.close()
    return records


def version_of(url: str) -> int:
    store = open_store(url)
    version = store.version()
    store.close()
    return version


def of_board(records: dict, board: str) -> dict:
    return {name: [row for row in rows if row["board"] == board] for name, rows in records.items()}


def test_the_example_and_the_five_boards_are_there(seeded: Store):
    assert [row.board for row in seeded.rows(Board)] == [example.CODE, *BOARDS]


def test_export_of_the_seeded_store_equals_the_seed_byte_for_byte(seeded: Store, tmp_path):
    write_folder(seeded.records(), tmp_path)
    exported, committed = contents(tmp_path), contents(SEED_DIR)
    exported = {name: content for name, content in exported.items() if not name.startswith(f"{example.CODE}/")}
    assert sorted(exported) == sorted([*committed, "datapackage.json"])
    assert [name for name, content in committed.items() if exported[name] != content] == []


def test_export_of_the_example_is_what_the_generator_made_last(seeded: Store, tmp_path):
    assert of_board(seeded.records(), example.CODE) == example.latest().records
    write_folder(seeded.records(), tmp_path)
    exported = of_board(read_folder(tmp_path), example.CODE)
    assert exported == example.latest().records


def test_the_example_is_written_in_its_stages(seeded: Store):
    *batches, _tables = seeded.batches()
    assert [(batch.kind, batch.file, batch.at.date(), batch.note, batch.hash) for batch in batches] == [
        ("seed", example.CODE, stage.day, stage.note, hash_of_example(stage.records)) for stage in STAGES
    ]


def test_a_store_without_the_example_gets_all_its_stages(url):
    store = create_store(url)
    store.sync(read_folder(SEED_DIR), BatchInfo("seed", "malbild", file="seed", hash=hash_of(SEED_DIR)))
    before = store.records()
    store.close()
    assert build(url) == Written(new=EXAMPLE_ROWS, changed=CHANGED, batch=SEED)
    assert {
        name: [row for row in rows if row["board"] != example.CODE] for name, rows in rows_of(url).items()
    } == before
    assert build(url) is None


def test_stages_that_have_come_since_are_written_as_stages(url, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(example, "STAGES", example.STAGES[:-2])
        build(url)
    build(url)
    store = open_store(url)
    days = [batch.at.date() for batch in store.batches() if batch.file == example.CODE]
    assert days == [stage.day for stage in STAGES]
    assert of_board(store.records(), example.CODE) == example.latest().records
    store.close()


def test_a_changed_generator_writes_one_batch_of_the_difference(built, monkeypatch):
    monkeypatch.setattr(example, "AREAS", (("barn-unga", "Barn och ungdomar"), *example.AREAS[1:]))
    assert build(built) == Written(changed=1, unchanged=EXAMPLE_ROWS - 1, batch=SEED + 1)
    assert build(built) is None


def test_the_tables_are_written_in_one_batch(seeded: Store):
    batch = seeded.batches()[-1]
    assert (batch.kind, batch.who, batch.file, batch.hash) == ("seed", "malbild", "seed", hash_of(SEED_DIR))
    assert is_current(seeded, hash_of(SEED_DIR))
    assert not is_current(seeded, "")


def test_building_twice_writes_nothing(url):
    rows = sum(len(records) for records in read_folder(SEED_DIR).values())
    assert build(url) == Written(new=rows + EXAMPLE_ROWS, changed=CHANGED, batch=SEED)
    assert build(url) is None
    assert version_of(url) == SEED


def test_a_seed_with_the_same_rows_in_other_words_writes_nothing(built, seed):
    change(seed / "ekero" / "areas.csv", "ekero,valfrihet,Valfrihet,3", 'ekero,valfrihet,"Valfrihet",3')
    rows = sum(len(records) for records in read_folder(seed).values())
    assert build(built, seed) == Written(unchanged=rows)
    assert version_of(built) == SEED


def test_a_changed_seed_writes_only_the_difference(built, seed):
    before = rows_of(built)
    many = sum(len(records) for records in before.values())
    areas = seed / "helsingborg" / "areas.csv"
    change(areas, "helsingborg,miljo,Miljö,4", "helsingborg,miljo,Miljö och klimat,4")
    areas.write_text(areas.read_text("utf-8") + "helsingborg,ny,Nytt område,100\n", "utf-8")
    links = seed / "helsingborg" / "goal_indicators.csv"
    change(links, "helsingborg,miljopaverkan,ekologiska-inkop,,,,\n", "")
    written = build(built, seed)
    assert written == Written(new=1, changed=1, withdrawn=1, unchanged=many - EXAMPLE_ROWS - 2, batch=SEED + 1)
    after = rows_of(built)
    assert {name for name in before if before[name] != after[name]} == {"areas", "goal_indicators"}
    helsingborg = [(row["area"], row["name"]) for row in after["areas"] if row["board"] == "helsingborg"]
    assert helsingborg[3:] == [
        ("miljo", "Miljö och klimat"),
        ("medarbetare", "Medarbetare"),
        ("ekonomi", "Ekonomi"),
        ("kolada", "Nyckeltal ur Kolada"),
        ("ny", "Nytt område"),
    ]
    gone = goal_indicator(board="helsingborg", goal="miljopaverkan", indicator="ekologiska-inkop")
    assert [row for row in before["goal_indicators"] if row not in after["goal_indicators"]] == [gone]


def test_what_was_imported_stays_when_the_seed_changes(url, tmp_path):
    """An added figure and a corrected one; the seed's own change comes in beside them."""
    seed = tmp_path / "seed"
    seed.mkdir()
    first = {"boards": [board()], "indicators": [indicator()]}
    write_folder(tables(**first, observations=[observation(), observation(gender="K")]), seed)
    build(url, seed)
    imported = [observation(value=6.0, note="Rättat"), observation(gender="K"), observation(gender="M")]
    store = open_store(url)
    store.sync(tables(**first, observations=imported), BatchInfo("import", "test"), {"b"})
    store.close()
    write_folder(tables(**first, observations=[observation(), observation(gender="K", value=7.0)]), seed)
    assert build(url, seed) == Written(changed=1, unchanged=3, batch=SEED + 2)
    assert of_board(rows_of(url), "b")["observations"] == [imported[0], observation(gender="K", value=7.0), imported[2]]


def test_every_fault_in_the_seed_is_told_and_nothing_is_written(url, tmp_path):
    seed = tmp_path / "seed"
    seed.mkdir()
    write_folder(
        tables(boards=[board(), board(board="c")], areas=[area(), area(board="c")], observations=[observation()]), seed
    )
    change(seed / "b" / "observations.csv", "5.5", "5,5")
    change(seed / "c" / "areas.csv", "Område,1", "Område,ett")
    with pytest.raises(BadTables) as raised:
        build(url, seed)
    # A comma too many makes a row of another length: where a cell ends can then not be known.
    assert str(raised.value) == (
        "b/observations.csv, rad 2: Raden har 18 celler i stället för 17.\n"
        "c/areas.csv, rad 2, kolumn order: ”ett” är inte ett heltal."
    )
    assert version_of(url) == 0
    change(seed / "b" / "observations.csv", "5,5", "5.5")
    change(seed / "c" / "areas.csv", "Område,ett", "Område,1")
    with pytest.raises(BadTables) as raised:
        build(url, seed)
    assert [problem.column for problem in raised.value.problems] == ["indicator"]
    assert version_of(url) == 0


def test_a_faulty_seed_leaves_the_store_as_it_was(built, seed):
    change(seed / "ekero" / "areas.csv", "ekero,valfrihet,Valfrihet,3", "ekero,valfrihet,Valfrihet,tre")
    with pytest.raises(BadTables):
        build(built, seed)
    assert build(built) is None
    assert version_of(built) == SEED

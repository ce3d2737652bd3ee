"""What is written is read back whole: files, data package and hash."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Date, Float, Integer

from lib.tables.base import columns
from lib.tables.folder import hash_of, read_file, read_folder, write_folder
from lib.tables.model import TABLES, GoalIndicator
from lib.tables.records import cell
from lib.tables.row_checks import MOST_DECIMALS, complaints
from tests.helpers.chance import examples
from tests.helpers.rows import area, board, goal, goal_indicator, indicator, observation, tables, unit
from tests.tables.written import ONE_OF_EACH, written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param("", "", id="no text"),
        pytest.param("7.0", "7.0", id="text that looks like a number"),
        pytest.param(True, "true", id="true"),
        pytest.param(False, "false", id="false"),
        pytest.param(0, "0", id="whole zero"),
        pytest.param(12, "12", id="whole number"),
        pytest.param(0.0, "0", id="zero"),
        pytest.param(7.0, "7", id="no decimals"),
        pytest.param(100.0, "100", id="zeros before the point"),
        pytest.param(66.27, "66.27", id="two decimals"),
        pytest.param(-94.7, "-94.7", id="negative"),
        pytest.param(0.1 + 0.2, "0.3", id="binary noise"),
        pytest.param(1e-10, "0.0000000001", id="ten decimals"),
        pytest.param(1e16, "10000000000000000", id="no exponent"),
        pytest.param(1604505.31, "1604505.31", id="millions with decimals"),
        pytest.param(date(2016, 2, 29), "2016-02-29", id="date"),
    ],
)
def test_how_a_value_stands_in_a_file(value, text):
    assert cell(value) == text


# Random records: keys that differ, codes that are found, ranges the right way up, no row that breaks a rule of its own,
# any text in every other cell.

CODES = st.sampled_from(["a", "b", "c-1"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 10))
ORDERED = (
    ("valid_from", "valid_to"),
    ("period_start", "period_end"),
    ("baseline_start", "baseline_end"),
    ("begun", "ended"),
    ("lower", "value", "upper"),
)


def values_of(column) -> st.SearchStrategy:
    if column.info.get("choices"):
        return st.sampled_from(column.info["choices"])
    if column.name == "decimals":
        return st.integers(0, MOST_DECIMALS)
    kinds = {Date: DATES, Boolean: st.booleans(), Integer: st.integers(0, 10**6), Float: NUMBERS}
    found = next((strategy for kind, strategy in kinds.items() if isinstance(column.type, kind)), TEXTS)
    return st.none() | found if column.nullable else found


@st.composite
def random_records(draw) -> dict:
    """One or two boards in order of their codes, a few rows in every table."""
    records = tables()
    for code in draw(st.lists(CODES, min_size=1, max_size=2, unique=True).map(sorted)):
        known: dict[str, list[str]] = {"boards": [code]}
        for table in TABLES:
            many = 1 if table.__tablename__ == "boards" else draw(st.integers(0, 3))
            there = {}
            for _number in range(many):
                record = draw(random_record(table, code, known))
                names = table.key[:2] if table.__tablename__ == "units" else table.key  # a unit holds once a day
                if not list(complaints(table, record)):
                    there.setdefault(tuple(record[name] for name in names), record)
            records[table.__tablename__] += there.values()
            if len(table.key) > 1:
                known[table.__tablename__] = [record[table.key[1]] for record in there.values()]
    return records


@st.composite
def random_record(draw, table, code: str, known: dict[str, list[str]]) -> dict:
    record = {}
    for column in columns(table):
        other = column.info.get("refers")
        if column.name == "board":
            record["board"] = code
        elif other:
            record[column.name] = draw(st.sampled_from(["", *known.get(other, [])]))
        elif table.__tablename__ == "settings" and column.name in {"setting", "value"}:
            record |= draw(
                st.sampled_from([{"setting": "near", "value": "2.5"}, {"setting": "verdict-later", "value": "x"}])
            )
        elif column.name in table.key[1:2]:
            record[column.name] = draw(CODES)
        else:
            record[column.name] = draw(values_of(column))
    for names in ORDERED:
        given_names = [name for name in names if record.get(name) is not None]
        record |= zip(given_names, sorted(record[name] for name in given_names), strict=True)
    return record


@pytest.mark.chance
@given(records=random_records())
@settings(max_examples=examples(20, 500), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_read_back_whole(records, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    write_folder(records, folder)
    assert read_folder(folder) == records
    again = tmp_path_factory.mktemp("tables")
    write_folder(read_folder(folder), again)
    assert contents(again) == contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_the_files_that_are_written(tmp_path):
    records = tables(boards=[board("Nämnden, ”A”\nB")], areas=[area(), area(area="c", name='"', order=2)])
    write_folder(records, tmp_path)
    assert sorted(contents(tmp_path)) == ["b/areas.csv", "b/boards.csv", "datapackage.json"]
    assert (tmp_path / "b" / "areas.csv").read_bytes() == 'board,area,name,order\nb,a,Område,1\nb,c,"""",2\n'.encode()
    assert (tmp_path / "b" / "boards.csv").read_text("utf-8") == (
        'board,municipality,municipality_code,name,note,archived\nb,B,0001,"Nämnden, ”A”\nB",,\n'
    )


def test_no_cell_of_free_text_begins_as_a_formula_and_all_are_read_back(tmp_path):
    titles = ["=cmd|' /C calc'!A0", "+1", "-2", "@A1", "'=1", "''-1", "\t=1", "="]
    goals = [goal(goal=f"g{place}", title=title) for place, title in enumerate(titles)]
    figures = [observation(value=-4.5, note="-")]
    records = tables(boards=[board()], goals=goals, indicators=[indicator()], observations=figures)
    write_folder(records, tmp_path)
    with (tmp_path / "b" / "goals.csv").open(encoding="utf-8", newline="") as file:
        written = [row["title"] for row in csv.DictReader(file)]
    assert written == [f"'{title}" for title in titles[:-1]] + ["="]
    assert "outcome,-4.5,,,=,,normal,,'-," in (tmp_path / "b" / "observations.csv").read_text("utf-8")
    assert read_folder(tmp_path) == records


def test_the_data_package_tells_what_every_file_holds(tmp_path):
    write_folder(tables(boards=[board()], goal_indicators=[goal_indicator()], units=[unit()]), tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    resources = {resource["name"]: resource for resource in package.pop("resources")}
    assert package == {"name": "malbild", "profile": "tabular-data-package"}
    assert {name: resource["path"] for name, resource in resources.items()} == {
        "b-boards": "b/boards.csv",
        "b-units": "b/units.csv",
        "b-goal-indicators": "b/goal_indicators.csv",
    }
    kinds = ["administration", "area", "department", "section", "unit", "municipality", "comparison"]
    assert resources["b-units"] == {
        "name": "b-units",
        "path": "b/units.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": "board", "type": "string", "title": "Board"},
                {"name": "unit", "type": "string", "title": "Unit"},
                {"name": "parent", "type": "string", "title": "Part of"},
                {"name": "name", "type": "string", "title": "Name"},
                {"name": "kind", "type": "string", "title": "Kind", "constraints": {"enum": kinds}},
                {"name": "valid_from", "type": "date", "title": "Valid from"},
                {"name": "valid_to", "type": "date", "title": "Valid to"},
            ],
            "primaryKey": ["board", "unit", "valid_from"],
            "missingValues": [""],
        },
    }


def test_the_data_package_names_the_kinds_of_values(tmp_path):
    write_folder({name: [record] for name, record in ONE_OF_EACH.items()}, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    kinds = {
        field["name"]: field["type"]
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
        if resource["name"] in {"b-indicators", "b-observations"} and field["type"] != "string"
    }
    assert kinds == {
        "accumulates": "boolean",
        "about_children": "boolean",
        "decimals": "integer",
        "divided_by_gender": "boolean",
        "minimum_group": "integer",
        "period_start": "date",
        "period_end": "date",
        "value": "number",
        "lower": "number",
        "upper": "number",
        "count": "integer",
    }


def test_the_hash_follows_the_content_and_nothing_else(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        written(folder)
    assert hash_of(first) == hash_of(second)
    (second / "datapackage.json").unlink()
    (second / "README.md").write_text("Läs mig", "utf-8")
    assert hash_of(first) == hash_of(second)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda folder: written(folder, areas=area(order=2)), id="a cell"),
        pytest.param(lambda folder: written(folder, areas=[area(), area(area="c")]), id="a row more"),
        pytest.param(lambda folder: (folder / "b" / "areas.csv").unlink(), id="a file less"),
        pytest.param(lambda folder: (folder / "b").rename(folder / "c"), id="another folder"),
    ],
)
def test_the_hash_changes_with(tmp_path, change):
    before = hash_of(written(tmp_path))
    change(tmp_path)
    assert hash_of(tmp_path) != before


def test_a_file_without_the_younger_columns_is_read(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "goal_indicators.csv").write_text("board,goal,indicator\nb,g,i\n", "utf-8")
    rows, problems = read_file(GoalIndicator, tmp_path / "b" / "goal_indicators.csv", "goal_indicators")
    assert (rows, problems) == ([goal_indicator()], [])

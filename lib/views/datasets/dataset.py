"""A table for other programs: named, typed columns and rows, before it is written as CSV or JSON."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any, Literal

from lib.tables.records import cell
from lib.tables.safe_text import harmless
from lib.words.language import _

Value = str | int | float | bool | date | None
Kind = Literal["string", "integer", "number", "boolean", "date"]
# The types of Frictionless, and what JSON has for them.
_JSON: dict[Kind, dict[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "date": {"type": ["string", "null"], "format": "date"},
}


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name in the file, its heading (a message id) and the type of its values; texts are never null."""

    name: str
    title: str
    kind: Kind = "string"


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of table: its name in addresses and files, its title (a message id) and its columns."""

    name: str
    title: str
    fields: tuple[Field, ...]

    def of(self, rows: Iterable[Iterable[Value]]) -> "Dataset":
        """The table of these rows."""
        return Dataset(self, tuple(map(tuple, rows)))

    @property
    def json_schema(self) -> dict[str, Any]:
        """The schema of a row as JSON."""
        properties = {field.name: _JSON[field.kind] | {"description": _(field.title)} for field in self.fields}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    @property
    def table_schema(self) -> dict[str, Any]:
        """The schema of the table as Frictionless has it."""
        fields = [{"name": field.name, "type": field.kind, "title": _(field.title)} for field in self.fields]
        return {"fields": fields, "missingValues": [""]}


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows of a layout."""

    layout: Layout
    rows: tuple[tuple[Value, ...], ...]

    def records(self) -> Iterator[Mapping[str, Value]]:
        """The rows by the names of the columns, as JSON has them: days as texts."""
        names = [field.name for field in self.layout.fields]
        for row in self.rows:
            yield dict(zip(names, map(_plain, row), strict=True))

    def csv(self) -> bytes:
        """The table as RFC 4180 has it: commas, decimal points, UTF-8; text that a spreadsheet would run is quoted."""
        file = StringIO()
        writer = csv.writer(file)
        writer.writerow([field.name for field in self.layout.fields])
        writer.writerows(
            [harmless(value) if isinstance(value, str) else cell(value) for value in row] for row in self.rows
        )
        return file.getvalue().encode()


def _plain(value: Value) -> Value:
    return value.isoformat() if isinstance(value, date) else value

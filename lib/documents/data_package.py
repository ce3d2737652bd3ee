"""A board as a Frictionless data package: CSV files in a zip, with the `datapackage.json` that describes them."""

import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lib.views.board import BoardData
from lib.views.datasets.dataset import Dataset
from lib.words.language import _

# The same tables give the same file, whenever it is made.
_WHEN = (1980, 1, 1, 0, 0, 0)


def data_package(data: BoardData, tables: Sequence[Dataset]) -> bytes:
    """The package as a zip file."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_entry("datapackage.json"), json.dumps(_described(data, tables), ensure_ascii=False, indent=1))
        for table in tables:
            archive.writestr(_entry(f"{table.layout.name}.csv"), table.csv())
    return file.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _WHEN)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _described(data: BoardData, tables: Sequence[Dataset]) -> dict[str, Any]:
    name = f"malbild-{data.code}"
    package: dict[str, Any] = {"name": name, "profile": "tabular-data-package", "title": data.board.name}
    if data.is_example:
        package["description"] = _("Example data")
    if data.batch:
        package |= {"version": str(data.batch.id), "created": data.batch.at.isoformat()}
    sources = [
        {"title": row.title, **({"path": row.reference} if row.reference.startswith("https://") else {})}
        for row in data.sources.values()
    ]
    if sources:
        package["sources"] = sources
    return package | {"resources": [_resource(table) for table in tables]}


def _resource(table: Dataset) -> dict[str, Any]:
    return {
        "name": table.layout.name,
        "title": _(table.layout.title),
        "path": f"{table.layout.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table.layout.table_schema,
    }

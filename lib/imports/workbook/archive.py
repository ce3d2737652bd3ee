"""The parts of a zipped workbook by the names that Excel gives them, where another program has named them otherwise.

Excel opens workbooks whose parts are named in capitals or with backslashes, or that have no folder `xl`.
"""

import posixpath
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORKBOOKS = frozenset({"xl/workbook.xml", "xl/workbook.bin", "content.xml"})
_OUTSIDE = ("_rels/", "docprops/", "[content_types].xml", "customxml/")
_TARGET = re.compile(rb"(\bTarget=[\"'])([^\"']*)([\"'])")
_MAIN = re.compile(rb"<[^<>]*officeDocument[\"'][^<>]*>")


def with_usual_names(content: bytes) -> bytes:
    """The workbook with its parts named as usual; the same bytes where they already are, or where it is no workbook."""
    with ZipFile(BytesIO(content)) as archive:
        names = {part.filename: _plain(part.filename) for part in archive.infolist()}
        if WORKBOOKS & set(names):
            return content
        folder = _folder(archive, names)
        if folder is None:
            return content
        file = BytesIO()
        with ZipFile(file, "w", ZIP_DEFLATED) as usual:
            for name, plain in names.items():
                data = archive.read(name)
                if plain.endswith(".rels"):
                    data = _TARGET.sub(lambda match: match[1] + _target(match[2], folder) + match[3], data)
                usual.writestr(_moved(plain, folder), data)
    return file.getvalue()


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower().lstrip("/")


def _folder(archive: ZipFile, names: dict[str, str]) -> str | None:
    """The folder that has the workbook, by what the archive says its main part is; None where it has none."""
    first = next((name for name, plain in names.items() if plain == "_rels/.rels"), "")
    link = _MAIN.search(archive.read(first)) if first else None
    target = _TARGET.search(link[0]) if link else None
    path = _plain(target[2].decode(errors="replace")) if target else ""
    return posixpath.dirname(path) if posixpath.basename(path) == "workbook.xml" and path in names.values() else None


def _moved(name: str, folder: str) -> str:
    """A part's name where the workbook's folder is called xl."""
    if folder == "xl" or (name.startswith(_OUTSIDE) and (folder or not name.startswith("_rels/workbook"))):
        return name
    inner = name.removeprefix(f"{folder}/") if folder else name
    return f"xl/{inner}" if inner != name or not folder else name


def _target(target: bytes, folder: str) -> bytes:
    name = target.decode(errors="replace")
    if "://" in name:
        return target
    plain = name.replace("\\", "/").lower()
    main = plain.lstrip("/") == posixpath.join(folder, "workbook.xml")
    moved = f"/{_moved(plain[1:], folder)}" if plain.startswith("/") else _moved(plain, folder) if main else plain
    return moved.encode()

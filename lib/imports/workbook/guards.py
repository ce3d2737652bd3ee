"""Checks on a file before any parser sees it: its real type, and whether it means harm.

A name is never trusted, content decides. Whatever is refused is refused with one plain sentence.
"""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from lib.imports.workbook.archive import WORKBOOKS
from lib.words.language import _

MB = 1 << 20
MOST_BYTES = {"workbook": 50 * MB, "text": 250 * MB}
MOST_COLUMNS = 1000
MOST_CELLS = 20_000_000
_MOST_PARTS = 3000
_MOST_UNPACKED = 1500 * MB
# Deflate packs at most 1,032 times; a sheet of figures is packed 5 to 50 times.
_BOMB_SIZE, _BOMB_RATIO = 20 * MB, 200
_HEAD = 16_384

_ZIPPED = (".xlsx", ".xlsm", ".xlsb", ".ods")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<style", b"<body", b"<div")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

# The errors that the standard library raises on a damaged archive.
BROKEN = (BadZipFile, ZlibError, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, KeyError)


class Unreadable(Exception):
    """A file that cannot be taken in; the message is one plain sentence for the user."""


def kind_of(name: str, content: bytes) -> str:
    """'workbook', 'page' or 'text'. Raises Unreadable for anything else, and for what is too large or empty."""
    if name.startswith("~$"):
        raise Unreadable(
            _("“{name}” is a lock file that Excel makes while a workbook is open. Choose the file without ~$.").format(
                name=name
            )
        )
    if not content.strip(b"\0 \t\r\n"):
        raise Unreadable(_("The file is empty."))
    kind = "workbook" if content.startswith((_ZIP, _OLE)) else "text"
    if len(content) > MOST_BYTES[kind]:
        sentence = _("The file is {size} MB; at most {most} MB can be read. Divide it into several files.")
        raise Unreadable(sentence.format(size=len(content) // MB, most=MOST_BYTES[kind] // MB))
    if kind == "text":
        content = without_ending(content)
        if is_page(content) and not name.lower().endswith(_ZIPPED):
            return "page"
        _refuse_other_kinds(name, content)
    elif content.startswith(_OLE) and _ENCRYPTED in content:
        raise Unreadable(locked())
    return kind


def without_ending(content: bytes) -> bytes:
    """A text without what old programs write at its end: Ctrl-Z, or zeros up to the size of a block."""
    return content if content.startswith((b"\xff\xfe", b"\xfe\xff")) else content.rstrip(b"\0\x1a")


def is_page(content: bytes) -> bool:
    """Whether the content is a web page, alone or in the form that holds all its files (MHTML)."""
    start = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(_PAGE) or is_mhtml(content)


def is_mhtml(content: bytes) -> bool:
    """Whether the content is a web page with all its files, as mail has them."""
    start = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"mime-version:", b"from:", b"content-type:")) and b"mime-version:" in start


def locked() -> str:
    """The sentence about a workbook with a password."""
    return _("The workbook is protected by a password. Save it without one and try again.")


def _refuse_other_kinds(name: str, content: bytes) -> None:
    """The sentence about a file that is neither a workbook nor text with columns, by its first bytes."""
    start = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    wanted = _("Save it as an Excel workbook (.xlsx) and try again.")
    if start.startswith(b"%pdf"):
        raise Unreadable(_("The file is a PDF, whatever its name says. Figures can be read from Excel and CSV files."))
    if is_page(content):
        raise Unreadable(_("The file is a web page, whatever its name says.") + " " + wanted)
    if start.startswith((b"<?xml", b"<!doctype", b"<!--", b"{\\rtf")):
        raise Unreadable(_("The file is not a workbook that can be read.") + " " + wanted)
    if name.lower().endswith(_ZIPPED):
        raise Unreadable(_("The file is named as a workbook but is none, or it is damaged.") + " " + wanted)


def check_archive(content: bytes) -> tuple[list[str], int]:
    """Check that a zipped workbook is safe to unpack; the remarks on it, and the number of bytes it unpacks to.

    Raises Unreadable. Nothing is unpacked but the beginning of each part.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_bombs(parts)
            names = {part.filename for part in parts}
            _refuse_other_archives(names)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _refuse_entities(archive, part)
    except BROKEN as error:
        raise Unreadable(damaged()) from error
    return _remarks(names), sum(part.file_size for part in parts)


def check_size(content: bytes) -> None:
    """Check that a zipped workbook may be unpacked at all. Raises Unreadable."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            _refuse_bombs(archive.infolist())
    except BROKEN as error:
        raise Unreadable(damaged()) from error


def damaged() -> str:
    """The sentence about a workbook that cannot be parsed."""
    return _("The workbook is damaged and cannot be read. Open it in Excel, save it again and try again.")


def too_large() -> str:
    """The sentence about a workbook that is too large, or asks for more memory than there is."""
    return _(
        "The workbook has too many columns or rows, or a cell far outside its tables."
        " Copy the table to a new workbook and try again."
    )


def _refuse_bombs(parts: list[ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(locked())
    bomb = any(
        part.file_size > _BOMB_SIZE and part.file_size > _BOMB_RATIO * max(part.compress_size, 1) for part in parts
    )
    if len(parts) > _MOST_PARTS or bomb or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise Unreadable(_("The workbook unpacks to far more than a workbook of figures holds. It is not opened."))


def _refuse_other_archives(names: set[str]) -> None:
    if not names & WORKBOOKS:
        if "word/document.xml" in names:
            raise Unreadable(_("The file is a Word document. Copy its table to an Excel workbook and try again."))
        raise Unreadable(_("The file is a packed archive and no workbook. Unpack it and choose the workbook in it."))


def _refuse_entities(archive: ZipFile, part: ZipInfo) -> None:
    """Nothing in a workbook needs a document type; one that declares entities is made to swell when it is read."""
    with archive.open(part) as file:
        head = file.read(_HEAD)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Unreadable(_("The workbook declares what no spreadsheet program writes. It is not opened."))


def _remarks(names: set[str]) -> list[str]:
    remarks = []
    if any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names):
        remarks.append(_("The workbook has macros. They are not run."))
    if any(name.startswith("xl/externalLinks/") for name in names):
        remarks.append(
            _("The workbook has links to other workbooks. They are not followed; their last values are read.")
        )
    return remarks

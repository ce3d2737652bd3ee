"""A web page with tables, which many systems give the name .xls: its tables as the sheets of a workbook."""

import re
from email import message_from_bytes, policy
from html.parser import HTMLParser

from lib.imports.cells import clean
from lib.imports.workbook.guards import MOST_CELLS, MOST_COLUMNS, Unreadable, is_mhtml, too_large
from lib.words.language import _

_HEAD = 4096
_WIDEST = 200
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

Rows = list[list[str | float]]


def tables_of(content: bytes) -> list[tuple[str, Rows]]:
    """The tables of a page, each with its caption or its number. Raises Unreadable where it has none."""
    parser = _Tables()
    for page in _pages(content):
        parser.feed(page)
        parser.close()
    tables = [(name or _("Table {n}").format(n=number), rows) for number, (name, rows) in enumerate(parser.found, 1)]
    if not tables:
        raise Unreadable(
            _("The file is a web page without a table. Save it as an Excel workbook (.xlsx) and try again.")
        )
    return tables


def _pages(content: bytes) -> list[str]:
    if is_mhtml(content):
        message = message_from_bytes(content.lstrip(), policy=policy.default)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
        payloads = [part.get_payload(decode=True) for part in parts]
        return [_text(payload) for payload in payloads if isinstance(payload, bytes)]
    return [_text(content)]


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    match = _CHARSET.search(content[:_HEAD])
    names = [match[1].decode()] if match else []
    for encoding in (*names, "utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")


class _Tables(HTMLParser):
    """Collects tables without others in them, spans filled with what stands in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Rows]] = []
        self._open: list[Rows] = []
        self._caption: list[str] | None = None
        self._name = ""
        self._text: list[str] | None = None
        self._attributes: dict[str, str | None] = {}
        self._down: dict[tuple[int, int], str | float] = {}
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append([])
            self._down = {}
            self._name = ""
        elif tag == "caption":
            self._caption = []
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].append([])
        elif tag in ("td", "th") and self._open and self._open[-1]:
            self._end_cell()
            self._text, self._attributes = [], dict(attrs)
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        if tag == "caption" and self._caption is not None:
            self._name, self._caption = clean("".join(self._caption)), None
        if tag == "table" and self._open:
            self._end_table()

    def close(self) -> None:
        """The end of a page, which may have come too early."""
        super().close()
        self._end_cell()
        while self._open:
            self._end_table()

    def _end_table(self) -> None:
        rows = self._open.pop()
        if any(cell != "" for row in rows for cell in row):
            self.found.append((self._name, rows))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)
        elif self._caption is not None:
            self._caption.append(data)

    def _end_cell(self) -> None:
        if self._text is None or not self._open or not self._open[-1]:
            self._text = None
            return
        rows, text = self._open[-1], clean("".join(self._text))
        row, number = rows[-1], len(rows) - 1
        self._text = None
        value: str | float = self._attributes.get("x:num") or text
        while (number, len(row)) in self._down:
            row.append(self._down.pop((number, len(row))))
        wide, high = (_span(self._attributes.get(name)) for name in ("colspan", "rowspan"))
        self._cells += wide * high
        if len(row) + wide > MOST_COLUMNS or self._cells > MOST_CELLS // 10:
            raise Unreadable(too_large())
        fill = value if not _NUMBER.fullmatch(str(value).replace(",", ".")) else ""
        for place in range(wide):
            self._down |= {(number + below, len(row)): fill for below in range(1, high)}
            row.append(value if place == 0 else fill)


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _WIDEST) if text and text.isdecimal() else 1

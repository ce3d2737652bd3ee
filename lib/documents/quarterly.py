"""The quarterly statistics on decisions that were not carried out as a Word file of its own."""

from io import BytesIO

from docx.document import Document

from lib.documents import word_parts as parts
from lib.documents.look import plain
from lib.documents.word_template import own_document
from lib.views.board import BoardData
from lib.views.quarterly import QuarterlyStatistics
from lib.views.selection import example_text
from lib.words.language import _, language


def quarterly_file(data: BoardData, statistics: QuarterlyStatistics) -> bytes:
    """The report as a Word file."""
    document = own_document()
    _about(document, data, statistics)
    parts.add(document, statistics.title, style="Title")
    for number, text in enumerate(statistics.lines):
        parts.add(document, text, style="" if number else "Letterhead")
    if data.is_example:
        parts.write(parts.add(document), example_text(), bold=True)
    for table in statistics.tables:
        parts.heading(document, table.caption, 1)
        if table.rows:
            parts.add_table(document, table)
        else:
            parts.add(document, _("No decisions are reported for the quarter."))
    for text in statistics.notes:
        parts.add(document, text, style="Source")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _about(document: Document, data: BoardData, statistics: QuarterlyStatistics) -> None:
    """The document's language, its properties, and the board and the page at the foot."""
    parts.set_language(document, language())
    about = document.core_properties
    about.title, about.subject = plain(f"{statistics.title}: {data.board.name}"), plain(statistics.lines[-1])
    about.author, about.comments, about.keywords = plain(data.board.name), "", ""
    foot = document.sections[0].footer.paragraphs[0]
    parts.write(foot, f"{data.board.name} · {_('page')} ")
    parts.field(foot, "PAGE", 8)
    parts.write(foot, f" {_('of')} ")
    parts.field(foot, "NUMPAGES", 8)

"""Documents: a meeting's papers, or those of the selection, as PowerPoint, Word, Excel or one HTML file."""

from lib.ui import choices, documents_page
from lib.web import memory

choice, data = choices.board()
meeting = documents_page.head(data, choice)
choices.report_dropped()
documents_page.panel(data, choice, memory.state_or_now(data.code, choice.asof), meeting)

"""The start page as HTML."""

from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.views.listing import Listing
from lib.views.start import start_page
from lib.web.memory import page_cache
from lib.web.render import render


@page_cache
def page(report: ChangeReport, choice: Choice, listing: Listing) -> str:
    """The board of the report in its state, by a filter and a listing."""
    return render("overview", page=start_page(report.data, report, choice, listing))

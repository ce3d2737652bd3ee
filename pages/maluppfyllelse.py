"""Start page: which goals are met, what to ask about, and every goal in a line."""

import streamlit as st

from lib.ui import choices
from lib.views.goal_lines import STATUSES
from lib.views.lacks import WITHOUT
from lib.views.listing import ORDERS, Listing, Order
from lib.web import memory
from lib.web.pages import overview
from lib.web.seams.html import without_svg
from lib.words.language import _

choice, data = choices.sidebar()
state = memory.state_or_now(data.code, choice.asof)
since = next(iter(memory.earlier(data.code, state)), None)
orders = {order.value: text for order, text in ORDERS.items() if since or order is not Order.CHANGED}
listing = Listing(
    status=choices.code_of(_("Status"), "status", dict.fromkeys(("", *STATUSES), "")),
    why=choices.code_of(_("Lacking"), "why", {"": "", **WITHOUT}),
    order=Order(choices.code_of(_("Order"), "sort", orders)),
)
choices.report_dropped()
report = memory.change_report(data.code, state, since, choice)
st.html(without_svg(overview.page(report, choice, listing)))

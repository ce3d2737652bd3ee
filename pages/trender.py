"""Trends: small charts beside each other, or any indicators, units and genders against their targets to explore."""

import streamlit as st

from lib.ui import choices
from lib.views import trends
from lib.web import downloads
from lib.web.pages import trends as trends_html
from lib.words.language import _


def explored() -> None:
    """Draw the choices and what they select."""
    choice, data = choices.board()
    choices.show(trends_html.head(data, choice))
    of_indicators, of_units, of_years = st.columns((4, 3, 3))
    with of_indicators:
        indicators = choices.pick_many(_("Indicators"), "indicator", trends.names(data, choice.area))
    with of_units:
        units = choices.pick_many(_("Units"), "unit", trends.units(data, indicators))
    with of_years:
        first, last = choices.years_between(trends.years(data, indicators))
    last = last or choice.year
    choices.report_dropped()
    dark = st.context.theme.type == "dark"
    page = trends_html.explored(data, tuple(indicators), tuple(units), choice.gender, (first, last), dark)
    if not page.indicators:
        st.info(_("There are no figures for this choice. Choose another indicator, unit, gender or year."))
        return
    of = {"indicator": ",".join(indicators), "unit": ",".join(units), "from": str(first or ""), "to": str(last or "")}
    choices.show(page.html + downloads.links(downloads.TREND, choice, **of))


if st.query_params.get("indicator"):
    explored()
else:
    choices.read()

"""Trends: the indicators of an area beside each other, or some opened with units and genders against their targets."""

import streamlit as st

from lib.ui import choices
from lib.views import trends
from lib.web import downloads
from lib.web.pages import trends as trends_html
from lib.web.seams.html import without_svg
from lib.words.language import _

choice, data = choices.sidebar()


def beside_each_other() -> None:
    """Draw the small charts."""
    choices.report_dropped()
    page = trends_html.beside_each_other(data, choice)
    files = downloads.links(downloads.TREND, choice, indicator=",".join(page.indicators)) if page.indicators else ""
    st.html(without_svg(page.html + files))


def explored() -> None:
    """Draw the choices and what they select."""
    st.html(trends_html.head(data, choice))
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
    st.html(without_svg(page.html + downloads.links(downloads.TREND, choice, **of)))


if st.query_params.get("indicator"):
    explored()
else:
    beside_each_other()

"""Trends: any indicators, units and genders beside each other, against their targets, as charts, table and files."""

import streamlit as st

from lib.ui import choices
from lib.views import trends
from lib.web import downloads
from lib.web.pages import trends as trends_html
from lib.words.language import _

choice, data = choices.sidebar()
st.html(trends_html.head(data))
indicators = choices.pick_many(
    _("Indicators"), "indicator", trends.names(data, choice.area), trends.first(data, choice.area)
)
units = choices.pick_many(_("Units"), "unit", trends.units(data, indicators))
first, last = choices.years_between(trends.years(data, indicators))
last = last or choice.year
choices.report_dropped()

dark = st.context.theme.type == "dark"
page = trends_html.page(data, tuple(indicators), tuple(units), choice.gender, (first, last), dark)
if not page.series:
    st.info(_("There are no figures for this choice. Choose another indicator, unit, gender or year."))
else:
    of = {"indicator": ",".join(indicators), "unit": ",".join(units), "from": str(first or ""), "to": str(last or "")}
    st.html(page.html + downloads.links(downloads.TREND, choice, **of))

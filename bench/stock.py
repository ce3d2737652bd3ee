"""The yardstick: the smallest Streamlit app with one choice and one chart, with nothing set."""

import plotly.graph_objects as go
import streamlit as st

STEPS = {"Alpha": 1, "Beta": 2, "Gamma": 3}
YEARS = list(range(2006, 2026))

st.title("Stock")
series = st.selectbox("Series", list(STEPS), key="series")
values = [40 + STEPS[series] * (number % 5) + number for number in range(len(YEARS))]
st.plotly_chart(go.Figure(go.Scatter(x=YEARS, y=values, mode="lines+markers", name=series)))

"""Charts: what is drawn (`chart`), as SVG of its own (`svg_chart`, `small`) or to explore (`plotly_chart`).

All draw the same Chart in the same style, so that a page, a slide and a document cannot disagree.
"""

"""Charts: what is drawn (`chart`), as SVG of its own (`svg_chart`, `sparkline`) or to explore (`plotly_chart`)."""

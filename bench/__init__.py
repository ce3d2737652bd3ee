"""The benchmark: Målbild beside a stock Streamlit app with one chart, measured in the same run.

`python -m bench` prints every figure with its limit. Times differ between machines, so nearly every limit is a ratio
to the stock app, and the two take turns. Linux only: processor time and memory are read from the kernel.
"""

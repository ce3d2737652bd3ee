"""Everything that reaches into the private parts of Streamlit, and of the web server it starts, each with its reason.

Nothing here is promised to stay from one version to the next. So each place says loudly (`SeamError`) where Streamlit
is not as it was, and `tests/web/test_seams.py` says by name what has moved. In `assets/` stand the styles and scripts
that name Streamlit's test ids; of its classes the pages' own styles name one, `.stHtml`, in which all of them stand.
"""

"""Everything that a browser is sent but Streamlit's own: pages as HTML, slides on a screen, shell and static files.

`memory` keeps boards, `absence_memory` absence, `decks` slides and `papers` documents per data version. `downloads`
and `presenting` have the addresses beside the pages'. Only `seams` knows Streamlit.
"""

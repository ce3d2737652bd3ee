"""What a browser is sent, all but Streamlit's own: pages as HTML, slides on a screen, the shell and static files.

`memory` keeps boards, `absence_memory` absence, `decks` slides and `papers` documents per data version. `downloads`
and `presenting` have the addresses beside the pages'. Only `seams` knows Streamlit.
"""

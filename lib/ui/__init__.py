"""Streamlit: the frame around every page, choices kept in the address, and the pages where one edits."""

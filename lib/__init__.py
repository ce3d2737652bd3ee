"""Målbild: everything that is not a page. See README.md for what each module is for."""

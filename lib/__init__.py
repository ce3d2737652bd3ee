"""Målbild: everything that is not a page or a table of data. docs/architecture.md says what each package is for."""

"""The boards that come with Målbild: the real ones as tables in `seed/`, the made-up one as a small generator."""

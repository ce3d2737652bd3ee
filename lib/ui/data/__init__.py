"""The page Data: a file dropped, changes by hand, the history and its undo."""

"""Bytes that may mean harm, as harmless cells: guards, a parser in a process of its own, CSV."""

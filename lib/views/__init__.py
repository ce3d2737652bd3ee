"""Read models: one board as it is read, and what each page, slide and document shows of it.

Knows the store and what lies below it; no HTML, no file format.
"""

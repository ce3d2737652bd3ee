"""Sheets of the interchange format: their headings, columns and words, and the template to fill in."""

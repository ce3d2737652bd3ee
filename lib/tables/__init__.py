"""The interchange format: every table, column and constraint declared once, read from files and checked.

Knows the rules and the words; it declares SQL tables and opens no database.
"""

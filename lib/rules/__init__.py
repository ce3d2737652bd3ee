"""What a period, a target, a status and a trend are: pure functions and frozen values.

Knows the standard library only: no database, no language, no page.
"""

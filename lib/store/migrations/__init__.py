"""Migrations: every change of the database's tables since version 7, one module a version, run by Alembic.

A version's number is its revision. There is no way back: a backup is made before, and restoring it is the way.
"""

"""The store that only grows: batches written, undone and read back, on SQLite and PostgreSQL.

Together with `tables` the only code that speaks SQL. Small groups are redacted here, before figures leave it;
`access` says who may read and write what, `installation` how this Målbild is set up.
"""

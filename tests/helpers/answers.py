"""Whoever is asked about a table and takes the likeliest answer to every question."""

from lib.imports.mapping import ColumnMapping


def likeliest(reading):
    """The answers to all that is asked about a file's tables, as the questions themselves guess."""
    return {table.signature: table.guess for table in reading.unknown}


def answered(read, **given):
    """A reading with what was asked answered as is likeliest, or as `given`; `read` takes the answers."""
    mappings = likeliest(read({}))
    return read({key: mapping.joined(ColumnMapping(**given)) for key, mapping in mappings.items()})

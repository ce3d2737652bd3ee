"""The preview of a plan before it is written: changes, statuses that change with them, and likely causes."""

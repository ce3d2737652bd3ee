"""Files that people send, read: from bytes that may mean harm to rows that are ready for the store.

`workbook` makes harmless cells of a file (`guards`, `parser`, `sheet_parts`, `csv_sheet`). `layouts` finds out what
each table in it is and has it read: the interchange format (`headings`, `column_readers`, `sheet_tables`), tables as
people draw them (`crosstab` and the modules that begin with `drawn`, with `totals`), or HR systems' long form
(`hr_form`). `around` is what they are read against. Words become codes in `cells`, `meanings`, `period_words`,
`sheet_values` and `sheet_words`; `reading` is what all of it gives, `plausible` tells what looks wrong in it (`held`,
`sums`, `familiar`), `mapping` is what the user says where nothing is understood, and `template` writes the workbook
that a board fills in.
"""

"""Files that people send, read: from bytes that may mean harm to rows that are ready for the store.

`workbook` makes harmless cells of a file and tells what it says beside them. `read_tables` finds out what each table in
it is and has it read: the interchange format (`own_tables`, `sheets`), tables as people draw them (`crosstab`), or HR
systems' long form (`hr_form`). Beside its rows each table gives an `explanation`: what every cell was read as, from
where each axis was taken, and what must be asked; `mapping` has the answers. `cautions` tells what looks wrong,
`told` makes a short list of all that is told, and `preview` holds a reading against the store.
"""

"""Files and edits, read and previewed: from bytes that may mean harm to rows that are ready for the store.

`workbook` turns a file into harmless cells and the marks on them. `read_tables` recognises the layout of each table and
has it read: the interchange format (`own_tables`, `sheets`), tables as people draw them (`crosstab`) and the long form
of HR systems (`hr_form`). A `result` holds the rows and their places, and for each table an `explanation`: the use of
its cells, the source of each axis, and the questions that only the user can answer, in a `mapping`. `cautions` finds
figures that look wrong, `told` lists the remarks on a file, and `upload` makes a plan of the result, which `preview`
shows before it is written. `edits` gives the rows of a table edited by hand, and `command` imports from a terminal.

The package may know the rules, privacy, words, tables, the store, and the views whose statuses a plan changes. It knows
nothing of meetings, documents, pages or Streamlit, and changes the store only through a plan. The parser of workbooks
runs in a process of its own and knows only `workbook`.
"""

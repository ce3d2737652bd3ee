"""One module a version of the tables. None is changed once it is used: it tells what was."""

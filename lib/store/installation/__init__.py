"""The settings of an installation, given in the environment or in a file."""

"""The words of the command line's parser, in the language in use: the usage, and the faults in a command."""

import argparse

from lib.words.language import N_, _, ngettext

# The messages of argparse itself that a wrong command, or --help, can give.
ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)


def translate_argparse() -> None:
    """Let argparse look its words up here: it has no other way to another language than catalogues on the machine."""
    vars(argparse).update({"_": _, "ngettext": ngettext})

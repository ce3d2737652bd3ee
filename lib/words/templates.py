"""Templates of HTML (Jinja2): everything put into one is escaped, and a name that is not there raises.

Messages are those of the code: `{{ _("Goal") }}`, `{{ ngettext("{n} goal", "{n} goals", n).format(n=n) }}`.
"""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lib.words.language import N_, _, language, ngettext

ENDING = ".html"


def environment(*folders: Path, **names: object) -> Environment:
    """Templates in these folders, the first that has one; `names` are what they may name."""
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.install_gettext_callables(_, ngettext, newstyle=False)  # type: ignore[attr-defined]
    made.globals |= {"N_": N_, "language": language, **names}
    return made

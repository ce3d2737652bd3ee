"""The words of the sheets that people fill in: the names of sheets and columns, and the words for codes.

The template offers the words in drop-downs ('Utfall' for outcome); a file may have them or the codes.
"""

from collections.abc import Callable
from functools import cache

from lib.rules.status import Verdict
from lib.rules.targets import Rule
from lib.tables.base import Row, columns
from lib.words.actions import STATES
from lib.words.figures import BETTER, GENDERS, KINDS, STAGES, STATISTICS, STATUSES, VERDICTS
from lib.words.folding import fold
from lib.words.language import LANGUAGES, N_, _, language, use_language

PERIOD = "period"  # one column for both days
TITLES = {
    "boards": N_("Board"),
    "sources": N_("Sources"),
    "areas": N_("Areas"),
    "units": N_("Units"),
    "goals": N_("Goals"),
    "indicators": N_("Indicators"),
    "goal_indicators": N_("Goals and indicators"),
    "targets": N_("Targets"),
    "observations": N_("Figures"),
    "assessments": N_("Verdicts"),
    "events": N_("Events"),
    "actions": N_("Actions"),
    "comparisons": N_("Comparison groups"),
    "meetings": N_("Meetings"),
    "settings": N_("Settings"),
    "successions": N_("Reorganisations"),
    "absence": N_("Sickness absence"),
    "agenda_items": N_("Agendas"),
    "meeting_texts": N_("Texts of papers"),
}
_RULES = {
    Rule.AT_LEAST: N_("at least the value"),
    Rule.MORE_THAN: N_("more than the value"),
    Rule.AT_MOST: N_("at most the value"),
    Rule.LESS_THAN: N_("less than the value"),
    Rule.BETWEEN: N_("between value and upper"),
    Rule.EQUAL: N_("exactly the value"),
    Rule.INCREASE: N_("should increase"),
    Rule.DECREASE: N_("should decrease"),
    Rule.NOT_ABOVE: N_("not above the baseline"),
    Rule.NOT_BELOW: N_("not below the baseline"),
    Rule.DONE: N_("should be done"),
}
_FREQUENCIES = {
    "month": N_("every month"),
    "quarter": N_("every quarter"),
    "tertial": N_("every four-month period"),
    "year": N_("every year"),
    "irregular": N_("irregularly"),
}
_UNIT_KINDS = {
    "administration": N_("administration"),
    "area": N_("area of activity"),
    "department": N_("department"),
    "section": N_("section"),
    "unit": N_("unit"),
    "municipality": N_("municipality"),
    "comparison": N_("comparison"),
}
_GROUP_KINDS = {
    "similar": N_("similar ones"),
    "county": N_("the county"),
    "chosen": N_("chosen ones"),
    "country": N_("the country"),
}
_WORDS: dict[tuple[str, str], dict[str, str]] = {
    ("units", "kind"): _UNIT_KINDS,
    ("comparisons", "kind"): _GROUP_KINDS,
    ("indicators", "better"): BETTER,
    ("indicators", "statistic"): STATISTICS,
    ("indicators", "frequency"): _FREQUENCIES,
    ("goal_indicators", "judges"): {"gap": N_("the difference"), "nothing": N_("nothing")},
    ("goal_indicators", "gender"): GENDERS,
    ("targets", "gender"): GENDERS,
    ("targets", "rule"): {rule.value: word for rule, word in _RULES.items()},
    ("observations", "gender"): GENDERS,
    ("observations", "kind"): KINDS,
    ("observations", "status"): STATUSES | {"normal": N_("ordinary")},
    ("observations", "change"): {"higher": N_("increased"), "lower": N_("decreased"), "unchanged": N_("unchanged")},
    ("actions", "state"): {state.value: word for state, word in STATES.items()},
    ("assessments", "stage"): STAGES,
    ("assessments", "verdict"): {verdict.value: word for verdict, word in VERDICTS.items()},
}
# What people write besides, and what was written in templates of earlier versions.
_ALSO: dict[str, dict[str, tuple[str, ...]]] = {
    "gender": {
        "T": ("total", "samtliga", "alla", "båda", "båda könen", "kvinnor och män"),
        "K": ("kvinna", "flickor", "k"),
        "M": ("man", "pojkar", "m"),
    },
    "kind": {"outcome": ("bokslut", "resultat")},
    "rule": {
        Rule.BETWEEN: ("mellan värdet och högst",),
        Rule.INCREASE: ("shall increase",),
        Rule.DECREASE: ("shall decrease",),
        Rule.NOT_ABOVE: ("inte över jämförelseåret",),
        Rule.NOT_BELOW: ("inte under jämförelseåret",),
        Rule.DONE: ("ska vara gjort", "shall be done"),
    },
    "status": {"protects": ("visas ej: skyddar en mindre grupp",)},
    "verdict": {
        Verdict.ACHIEVED: ("uppnått", "uppnår sitt mål", "achieved"),
        Verdict.PARTLY: ("delvis uppnått", "partly achieved"),
        Verdict.NOT_ACHIEVED: ("ej uppnått", "ej uppfyllt", "inte uppnått", "not achieved"),
        Verdict.NOT_ASSESSABLE: ("kan ej bedömas", "kan inte bedömas", "cannot be assessed"),
    },
    "qualifier": {"=": ("=",), "<": ("mindre än", "under"), ">": ("mer än", "över"), "~": ("cirka", "ca", "ungefär")},
}


def _in_each_language(say: Callable[[], dict[str, str]]) -> dict[str, str]:
    spoken = language()
    words: dict[str, str] = {}
    try:
        for tongue in LANGUAGES:
            use_language(tongue)
            words |= say()
    finally:
        use_language(spoken)
    return words


@cache
def headings_of(table: type[Row]) -> dict[str, str]:
    """The columns of a table by every heading they may have, folded for comparison."""
    headings = _in_each_language(lambda: {fold(_(column.info["title"])): column.name for column in columns(table)})
    for name, called in _ALSO_CALLED.get(table.__tablename__, {}).items():
        headings |= dict.fromkeys(called, name)
    headings |= {fold(column.name): column.name for column in columns(table)}
    return headings | {PERIOD: PERIOD} if "period_start" in headings.values() else headings


# Other common headings of columns, among them their former titles.
_ALSO_CALLED: dict[str, dict[str, tuple[str, ...]]] = {
    "goals": {"parent": ("overordnad", "parent"), "level": ("niva", "level")},
    "units": {"parent": ("overordnad", "parent")},
    "sources": {"reference": ("beteckning",)},
    "targets": {"upper": ("hogst",)},
    "observations": {
        "indicator": ("nyckeltal", "matt", "verksamhetsmatt", "kpi"),
        "unit": ("verksamhet", "avdelning", "sektion"),
        PERIOD: ("ar", "manad", "tid", "year", "month"),
        "value": ("utfall", "resultat", "matvarde"),
        "note": ("kommentar",),
        "count": ("antal personer", "antal anstallda"),
        "kind": ("slag", "kind"),
        "lower": ("lagst",),
        "upper": ("hogst",),
        "qualifier": ("tecken", "qualifier"),
    },
}


@cache
def sheet_names_of(table: type[Row]) -> frozenset[str]:
    """The names that a sheet or a file with this table may have, folded for comparison."""
    name = table.__tablename__
    titles = _in_each_language(lambda: {fold(_(TITLES[name])): name} if name in TITLES else {})
    return frozenset({fold(name), name, *titles})


def word_for(table: str, column: str, code: str) -> str:
    """The word that stands for a code in the language in use; the code itself where it has none."""
    words = _WORDS.get((table, column), {})
    return _(words[code]) if words.get(code) and "{" not in words[code] else code


@cache
def meanings(table: str, column: str, choices: tuple[str, ...]) -> dict[str, str]:
    """The codes by everything that may stand for them, as it is compared (`fold`), in both languages."""
    codes = _in_each_language(lambda: {_bare(word_for(table, column, code)): code for code in choices})
    for code in choices:
        for word in (code, *_ALSO.get(column, {}).get(code, ())):
            codes[_bare(word)] = code
    return codes


def _bare(word: str) -> str:
    """A word as it is compared; signs that are no word (=, <, ~) as they are, so that an empty cell is none of them."""
    return fold(word) or word

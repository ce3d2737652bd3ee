"""Language: gettext catalogues, and numbers, periods and figures said in Swedish or English.

Message ids are English and stand in the code; `lib/locale/sv.po` has the Swedish. The language is a context
variable, set once per run by whoever answers the user, so that no function needs to pass it along.
Numbers follow CLDR (through Babel): decimal comma, no-break space between thousands, a true minus sign.
"""

from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel.dates import format_date, get_month_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from lib.rules.periods import Period, PeriodKind
from lib.rules.rounding import MOST_PRINTED as MOST_PRINTED
from lib.rules.rounding import decimals_of as decimals_of
from lib.rules.rounding import decimals_shown as decimals_shown
from lib.rules.rounding import shortest as shortest

DEFAULT_LANGUAGE = "sv"
LANGUAGES = ("sv", "en")
LOCALE_DIR = Path(__file__).parent / "locale"

NO_BREAK = "\u00a0"
"""The space that holds a figure and its unit together."""

# Units that read better without being repeated after every figure.
UNITS_LEFT_OUT = frozenset({"antal", "index", "kvot", "ja/nej", "ej angiven"})
# Units as they are said of one: the first word, or all of it. Those that are the same are not listed.
_OF_ONE = {
    "anmälningar": "anmälan",
    "ansökningar": "ansökan",
    "arbetsdagar": "arbetsdag",
    "boenden": "boende",
    "dagar": "dag",
    "elever": "elev",
    "gånger": "gång",
    "insatser": "insats",
    "kommuner": "kommun",
    "kronor": "krona",
    "månader": "månad",
    "möten": "möte",
    "personer": "person",
    "platser": "plats",
    "procentenheter": "procentenhet",
    "timmar": "timme",
    "tjänster": "tjänst",
    "veckor": "vecka",
    "årsplaceringar": "årsplacering",
    "ärenden": "ärende",
    "percentage points": "percentage point",
}

_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)


def use_language(code: str) -> None:
    """Set the language ('sv' or 'en') of everything said from here on in this context."""
    if code not in LANGUAGES:
        raise ValueError(f"language {code!r} is not one of {LANGUAGES}")
    _language.set(code)


def language() -> str:
    """The language in use, 'sv' or 'en'."""
    return _language.get()


@cache
def _catalogue(code: str) -> NullTranslations:
    if code == "en":
        return NullTranslations()
    with (LOCALE_DIR / f"{code}.po").open("rb") as file:
        compiled = BytesIO()
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return Translations(compiled)


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalogue(language()).gettext(message)


def translated(message: str, code: str) -> str:
    """The message in a language, whichever is in use."""
    return _catalogue(code).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message for this number of things; fill the number in with `.format(n=...)`."""
    return _catalogue(language()).ngettext(singular, plural, number)


def N_(message: str) -> str:
    """Mark a message for translation where it is declared; `_` translates it where it is said."""
    return message


MINUS = "\u2212"


def number(value: float, decimals: int = 0) -> str:
    """A figure as it was given, with at least so many decimals: number(66.27, 1) is '66,27' in Swedish.

    Documents print two decimals at most; a register's unrounded value (4.311422) is rounded to `decimals`.
    What is shown as zero has no sign.
    """
    return _with_sign(value, decimals, plus="")


def signed(value: float, decimals: int = 0) -> str:
    """As `number`, with a plus sign before what is above zero."""
    return _with_sign(value, decimals, plus="+")


def _with_sign(value: float, decimals: int, plus: str) -> str:
    return _written(value, decimals, plus, language())


@lru_cache(maxsize=50_000)  # the same figures are written on every page, and Babel is slow
def _written(value: float, decimals: int, plus: str, language: str) -> str:
    places = decimals_shown(value, decimals)
    # Babel would put a hyphen before a negative number, as English catalogues have it for programs.
    text = format_decimal(abs(value), format="#,##0." + "0" * places if places else "#,##0", locale=language)
    if not text.strip("0.,"):
        return text
    return (MINUS if value < 0 else plus) + text


_FEW = (
    N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"),
    N_("eight"), N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
)  # fmt: skip


def in_words(value: float, decimals: int = 0) -> str:
    """A figure in a sentence: the whole ones from two to twelve as words, all others as `number`."""
    is_few = not decimals and value in range(2, 2 + len(_FEW))
    return _(_FEW[int(value) - 2]) if is_few else number(value, decimals)


def with_unit(text: str, unit: str) -> str:
    """A figure's text followed by its unit of measure, held together by a no-break space: '5 dagar', '1 dag'."""
    if not unit or unit in UNITS_LEFT_OUT:
        return text
    unit = unit.removeprefix("antal ")
    is_one = text.lstrip("+-\u2212") == "1"
    return f"{text}{NO_BREAK}{_of_one(unit) if is_one else unit}"


def _of_one(unit: str) -> str:
    first, space, rest = unit.partition(" ")
    return _OF_ONE.get(unit) or _OF_ONE.get(first, first) + space + rest


def difference_unit(unit: str) -> str:
    """The unit in which two figures of this unit differ: shares differ by percentage points."""
    return _("percentage points") if unit == "%" else unit


def join(parts: list[str]) -> str:
    """'a, b and c' in the language in use."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{list} and {last}").format(list=", ".join(parts[:-1]), last=parts[-1])


def join_names(names: list[str]) -> str:
    """Names in a sentence; set apart by semicolons where a name has a comma or an 'and' of its own."""
    inside = (", ", ": ", _("{list} and {last}").format(list="", last=""))
    return "; ".join(names) if any(sign in name for name in names for sign in inside) else join(names)


def named(name: str, sentence: str) -> str:
    """Sentences after what they are about, the first with no second colon: '2016: 7 % mot högst 5 %, 2 över.'"""
    first, stop, rest = sentence.partition(". ")
    return f"{name}: {first[:1].lower()}{first[1:].replace(': ', ', ')}{stop}{rest}"


def _month(month: int, width: str = "wide") -> str:
    return _months(width, language())[month]


@cache
def _months(width: str, locale: str) -> dict[int, str]:
    return {month: str(name) for month, name in get_month_names(width, locale=locale).items()}  # type: ignore[arg-type]


def day_name(day: date) -> str:
    """A day in words: '14 februari 2024'."""
    return format_date(day, "d MMMM y", locale=language())


def period_name(period: Period, short: bool = False) -> str:
    """A period in words: '2016', 'januari 2016', 'januari–augusti 2018', 'september 2016–augusti 2017'.

    With `short`, months are abbreviated ('jan.–aug. 2018'), for axes and narrow columns.
    """
    start, end = period.start, period.end
    width = "abbreviated" if short else "wide"
    first, last = _month(start.month, width), _month(end.month, width)
    if period.kind is PeriodKind.YEAR:
        return str(period.year)
    if period.months is None:
        return start.isoformat() if start == end else f"{start.isoformat()}–{end.isoformat()}"
    if period.months == 1:
        return f"{first} {start.year}"
    if start.year == end.year:
        return f"{first}–{last} {end.year}"
    if start.month == 1 and end.month == 12:
        return f"{start.year}–{end.year}"
    return f"{first} {start.year}–{last} {end.year}"


def in_period(period: Period) -> str:
    """When something was, in words that follow a figure: '2016', 'i januari 2016', 'under januari–augusti 2018'."""
    if period.kind is PeriodKind.YEAR:
        return _("in {year}").format(year=period.year)
    pattern = _("in {month}") if period.months == 1 else _("during {period}")
    return pattern.format(month=period_name(period), period=period_name(period))

"""The questions about a file's tables: each is one pick beside the table, and remembered for the next file."""

import hashlib
from collections.abc import Mapping as Given

import streamlit as st

from lib.imports.crosstab.new_year import ENDS, ONE_YEAR, STARTS
from lib.imports.explanation import ReadingQuestion
from lib.imports.mapping import HEADING, LEAVE, ONLY, PARTS, ROLES, ROLLING, SO_FAR, ColumnMapping, layout_of
from lib.imports.period_text import BOTH_YEARS, MONTHS, QUARTERS, SCHOOL_YEARS
from lib.imports.result import ReadResult, Unknown
from lib.ui.choices import line, plain
from lib.ui.data import adding, answers, sheets
from lib.views.board import BoardData
from lib.web.pages import data as data_html
from lib.web.pages.sample import sample
from lib.words.language import N_, _

# So many names are asked for at a time.
_NAMES = 20
_CODES = {
    MONTHS: N_("Months"),
    QUARTERS: N_("Quarters"),
    SCHOOL_YEARS: N_("School years (July–June)"),
    SO_FAR: N_("The year so far"),
    ROLLING: N_("The last twelve months"),
    BOTH_YEARS: N_("Both years"),
    STARTS: N_("The first months; the last are of the next year"),
    ENDS: N_("The last months; the first are of the year before"),
    ONE_YEAR: N_("All months"),
    HEADING: N_("Only a heading"),
    LEAVE: N_("Leave the rows out"),
}


def _key(file: str) -> str:
    return f"data-ask-{file}"


def ask(result: ReadResult, file: str, data: BoardData) -> bool:
    """Ask about the first table with a question, else about names that nobody knows.

    Whether some of those are being added to the board, so that the rest of the page must wait.
    """
    if result.unknown:
        _ask_table(result, result.unknown[0], file, data)
    elif any(result.strange.values()):
        _ask_names(result.strange, result.guesses, file, data)
        return adding.add(result.strange, file, data)
    return False


def _keep(file: str, given: Given[str, ColumnMapping]) -> None:
    answers.keep(file, given)
    st.rerun()


def _ask_table(result: ReadResult, table: Unknown, file: str, data: BoardData) -> None:
    """One form for a table and all others of its layout, which differ in nothing but their period."""
    same = [candidate for candidate in result.unknown if layout_of(candidate.signature) == layout_of(table.signature)]
    text = _("Something about the table on the sheet “{sheet}” must be said before its figures are read.")
    explanation = next(
        (explanation for explanation in result.explanations if _is_of(explanation.sheet, explanation.head, table)), None
    )
    st.html(data_html.title(_("How the table is read"), text.format(sheet=table.sheet)))
    if explanation is None:
        st.html(sample(table))
    else:
        sheets.draw(explanation)
    with st.form(f"{_key(file)}-{table.signature}"):
        chosen = {
            question.key: (question.part, _pick(question, table, file, data))
            for question in table.questions
            if question.key != "period"
        }
        periods = {candidate.signature: _period(candidate, file) for candidate in same}
        if not table.guess.fixed and table.guess.columns:
            chosen |= _fixed(table, file, data)
        if st.form_submit_button(_("Read the table like this")):
            given = [{key: answer for key, (of, answer) in chosen.items() if of == part} for part in PARTS]
            common = ColumnMapping(*given)
            _keep(file, {key: common.joined(ColumnMapping(fixed=period)) for key, period in periods.items()})


def _is_of(sheet: str, head: tuple[int, int], table: Unknown) -> bool:
    return sheet == table.sheet and head[1] == table.row


def _pick(question: ReadingQuestion, table: Unknown, file: str, data: BoardData) -> str:
    options = _options(question, data)
    key = f"{_key(file)}-{table.signature}-{question.part}-{question.key}"
    return _select(question.sentence, options, key, question.guess)


def _period(table: Unknown, file: str) -> dict[str, str]:
    """The period of a table; each table of a layout has its own."""
    question = next((question for question in table.questions if question.key == "period"), None)
    if question is None:
        return {}
    label = f"{table.sheet}: {question.sentence}"
    key = f"{_key(file)}-{table.signature}-period"
    return {"period": st.text_input(plain(label), question.guess, 40, key, placeholder="2025").strip()}


def _fixed(table: Unknown, file: str, data: BoardData) -> dict[str, tuple[str, str]]:
    """The values that no column of an unknown table gives but that hold for all of it; an empty box is no answer."""
    line(_("What no column says, but is valid for the whole table:"))
    chosen: dict[str, tuple[str, str]] = {}
    for axis in ("indicator", "unit", "kind"):
        options = {"": "–"} | _options(ReadingQuestion("fixed", axis, ""), data)
        chosen[axis] = "fixed", _select(_(ROLES[axis]), options, f"{_key(file)}-{table.signature}-fixed-{axis}")
    chosen["period"] = "fixed", st.text_input(_("Period"), placeholder="2025", max_chars=40).strip()
    return {axis: answer for axis, answer in chosen.items() if answer[1]}


def _options(question: ReadingQuestion, data: BoardData) -> dict[str, str]:
    """The answers to choose among, code and text."""
    units = {code: unit.name for code, unit in data.units.items()}
    indicators = {code: about.name for code, about in data.indicators.items()}
    if question.part == "columns":
        only = {
            choice: _("Only the rows with “{value}”").format(value=choice.removeprefix(ONLY))
            for choice in question.choices
        }
        return {role: _(name) for role, name in ROLES.items()} | {
            choice: only[choice] for choice in only if choice not in ROLES
        }
    if question.part == "names":
        return {code: _(_CODES[code]) for code in question.choices} | units | indicators
    if question.key == "measure":
        return {"": _("In the indicator's own measure")} | {text: text for text in question.choices if text}
    codes = {choice: _(_CODES.get(choice, choice)) for choice in question.choices}
    return answers.options_of_axis(question.key, data) or codes


def _select(label: str, options: Given[str, str], key: str | None = None, guess: str = "") -> str:
    texts = dict(options)
    index = list(texts).index(guess) if guess in texts else 0
    return st.selectbox(plain(label), list(texts), index, format_func=lambda code: texts[code], key=key)


def _ask_names(strange: Given[str, list[str]], guesses: Given[str, str], file: str, data: BoardData) -> None:
    """Ask which indicators and units the names in a file are; `guesses` are the probable ones."""
    options = {
        "indicators": {"": "–"} | {code: about.name for code, about in data.indicators.items()},
        "units": {"": "–"} | {code: unit.name for code, unit in data.units.items()},
    }
    names = [(table, name) for table, unknown in strange.items() for name in unknown][:_NAMES]
    signature = "names-" + hashlib.sha256("\n".join(name for _table, name in names).encode()).hexdigest()
    st.html(data_html.title(_("Names that are not known"), _("Say what they are; it is remembered for the next file.")))
    with st.form(f"{_key(file)}-{signature}"):
        picked = {
            name: _select(name, options[table], f"{_key(file)}-{table}-{name}", guesses.get(name, ""))
            for table, name in names
        }
        if st.form_submit_button(_("Read with these names")):
            given = ColumnMapping(names={name: code for name, code in picked.items() if code})
            _keep(file, {signature: given})

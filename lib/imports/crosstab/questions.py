"""The questions about a drawn table that must be answered before any of its figures is taken in.

Titles, the sheet's name and the file's name only give the likeliest answers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.imports.cells import Cell, clean
from lib.imports.context import ImportContext
from lib.imports.crosstab.find import Crosstab, group_texts
from lib.imports.crosstab.heads import is_figure
from lib.imports.crosstab.new_year import ENDS, ONE_YEAR, STARTS, NewYear
from lib.imports.crosstab.outside import Surroundings
from lib.imports.crosstab.rows import Labels, municipality_code
from lib.imports.explanation import ReadingQuestion
from lib.imports.mapping import HEADING, LEAVE, ONLY, ROLES
from lib.imports.meanings import Meaning
from lib.imports.measures import factor
from lib.imports.names import municipality_names
from lib.imports.period_text import BOTH_YEARS, MONTHS, QUARTERS, SCHOOL_YEARS, is_quarterly
from lib.imports.workbook.read import column_letter
from lib.tables.records import Record
from lib.words.folding import fold
from lib.words.language import _

KINDS = ("outcome", "forecast", "budget", "plan", "target")
GENDERS = ("T", "K", "M")
_MOST_VALUES = 12


@dataclass(slots=True)
class Asker:
    """Goes through one table: `meanings` are those of all its headings and labels."""

    table: Crosstab
    labels: Labels
    outside: Surroundings
    around: ImportContext
    meanings: list[Meaning]
    new_year: NewYear

    def questions(self) -> list[ReadingQuestion]:
        """The questions without an answer so far."""
        answers = self.table.answers
        return [question for question in self._all() if not answers.answers(question.part, question.key)]

    def _all(self) -> Iterator[ReadingQuestion]:
        yield from self._columns()
        yield from self._needed()
        yield from self._assumed()
        yield from self._codes()
        yield from self._months()
        yield from self._municipality()
        yield from self._groups()

    def _columns(self) -> Iterator[ReadingQuestion]:
        for column, guess in self.table.columns.guesses.items():
            heading = self.table.headings[column] or column_letter(column + 1)
            values = dict.fromkeys(clean(row[column]) for _n, row in self.table.rows if column < len(row))
            values.pop("", None)
            only = [f"{ONLY}{value}" for value in values][:_MOST_VALUES] if len(values) <= _MOST_VALUES else []
            sentence = _("Nobody knows the column “{name}”, with {values}. What is it?")
            examples = ", ".join([*list(values)[:3], *(["…"] if len(values) > 3 else [])])
            yield ReadingQuestion(
                "columns", heading, sentence.format(name=heading, values=examples), guess, (*ROLES, *only)
            )

    def _needed(self) -> Iterator[ReadingQuestion]:
        roles = self.table.labels.values()
        if not self.table.figures:
            return
        if not any(meaning.indicator for meaning in self.meanings) and "indicator" not in roles:
            guess = self.outside.indicators[0] if len(self.outside.indicators) == 1 else ""
            yield ReadingQuestion("fixed", "indicator", _("Which indicator are the figures of?"), guess)
        timed = [meaning.heading for meaning in self.meanings if meaning.heading.is_of_time]
        if not any(meaning.period or meaning.year or meaning.code for meaning in timed):
            years = {time.year or (time.period.end.year if time.period else None) for time in self.outside.times}
            whole = {period.code for time in self.outside.times if (period := time.whole())}
            guesses = {str(year) for year in years if year} if timed else whole
            guess = guesses.pop() if len(guesses) == 1 else ""
            sentence = _("Which year are the months of?") if timed else _("Which period are the figures of?")
            yield ReadingQuestion("fixed", "period", sentence, guess)

    def _assumed(self) -> Iterator[ReadingQuestion]:
        """Axes that the table leaves to an assumption which the texts around it may contradict."""
        roles = set(self.table.labels.values())
        around = self.outside
        has_unit = any(meaning.unit is not None for meaning in self.meanings) or roles & {"unit", "municipality"}
        if not has_unit and (around.units or around.words) and not self.table.from_kolada:
            guess = around.units[0] if len(around.units) == 1 else ""
            sentence = _("No unit stands in the table, but {texts}. Whose figures are they?")
            yield ReadingQuestion("fixed", "unit", sentence.format(texts=self._texts()), guess)
        if around.kinds and not any(meaning.heading.kind for meaning in self.meanings) and "kind" not in roles:
            sentence = _("Nothing in the table says if it is outcome or something else, but {texts}. What is it?")
            yield ReadingQuestion("fixed", "kind", sentence.format(texts=self._texts()), "outcome", KINDS)
        if around.genders and not any(meaning.heading.gender for meaning in self.meanings) and "gender" not in roles:
            guess = around.genders[0] if len(set(around.genders)) == 1 else ""
            sentence = _("No gender stands in the table, but {texts}. Whose figures are they?")
            yield ReadingQuestion("fixed", "gender", sentence.format(texts=self._texts()), guess, GENDERS)
        yield from self._measure()

    def _texts(self) -> str:
        texts = [*self.outside.texts[-2:], *([] if self.outside.texts[-2:] else [self.table.sheet])]
        return ", ".join(_("“{name}”").format(name=text) for text in texts)

    def _measure(self) -> Iterator[ReadingQuestion]:
        if not self.outside.measures or self.table.columns.measures or "measure" in self.table.labels.values():
            return
        stated = self.outside.measures[0]
        units = {indicator["unit_of_measure"] for indicator in self._indicators()}
        if any(factor(stated.measure, unit) != 1.0 for unit in units):
            sentence = _("“{measure}” stands beside the table, the indicator is in {unit}. In what are the figures?")
            text = sentence.format(measure=stated.text, unit=", ".join(sorted(units)))
            yield ReadingQuestion("fixed", "measure", text, stated.text, ("", stated.text))

    def _indicators(self) -> Iterator[Record]:
        codes = {meaning.indicator for meaning in self.meanings} | {self.table.answers.fixed.get("indicator", "")}
        codes |= set(self.outside.indicators[:1]) if codes == {""} else set()
        return (row for row in self.around.stored.get("indicators", ()) if row["indicator"] in codes)

    def _codes(self) -> Iterator[ReadingQuestion]:
        codes = {meaning.heading.code for meaning in self.meanings if meaning.heading.code}
        if any("/" in code for code in codes):
            sentence = _("“{code}” may be a school year or both years. What is it?")
            text = sentence.format(code=min(code for code in codes if "/" in code))
            yield ReadingQuestion("fixed", "split_years", text, SCHOOL_YEARS, (SCHOOL_YEARS, BOTH_YEARS))
        if is_quarterly(codes):
            sentence = _("“{code}” may be a month or a quarter: only 01–04 stand there. What is it?")
            yield ReadingQuestion("fixed", "six_figures", sentence.format(code=min(codes)), "", (MONTHS, QUARTERS))

    def _months(self) -> Iterator[ReadingQuestion]:
        """Months that go over a new year under one year."""
        if self.new_year.names:
            first, last = self.new_year.names
            sentence = _("The months go from {first} to {last}, over a new year. Of which months is the year?")
            choices = (STARTS, ENDS, ONE_YEAR) if self.new_year.is_once else (ONE_YEAR,)
            yield ReadingQuestion("fixed", "new_year", sentence.format(first=first, last=last), choices[0], choices)

    def _municipality(self) -> Iterator[ReadingQuestion]:
        """Codes of municipalities, where the board's own is not known."""
        columns = [column for column, role in self.table.labels.items() if role == "municipality"]
        own = municipality_names(self.around.stored)
        cells = (row[column] for _n, row in self.table.rows for column in columns if column < len(row))
        values = {municipality_code(clean(cell)) for cell in cells} - {""}
        codes = sorted(value for value in values if value.isdecimal() and len(value) == 4)
        if codes and not any(fold(value) in own for value in values) and not any(name.isdecimal() for name in own):
            sentence = _("Which of the municipality codes is your own?")
            yield ReadingQuestion("fixed", "municipality", sentence, codes[0] if len(codes) == 1 else "", tuple(codes))

    def _groups(self) -> Iterator[ReadingQuestion]:
        """Texts between the rows that nobody knows, with figures under them."""
        texts: list[str] = []
        for _number, row in self.table.rows:
            if is_group(self.table, row):
                texts = group_texts(row) if self.labels.of_group(row) is None else []
            else:
                for text in texts:
                    sentence = _("“{name}” stands over rows of figures. What is it?")
                    yield ReadingQuestion("names", text, sentence.format(name=text), HEADING, (HEADING, LEAVE))
                texts = []


def is_group(table: Crosstab, row: Sequence[Cell]) -> bool:
    """Whether a row is a heading between the rows of figures: it has none, or one text over all its cells."""
    given = [row[column] for column in table.figures if column < len(row) and row[column] != ""]
    texts = {clean(cell) for cell in row if cell != ""}
    return not given or (len(texts) == 1 and not any(is_figure(cell) for cell in given))

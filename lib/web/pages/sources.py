"""The page on sources and method: rules in words, sources, contradictions, gaps, definitions, data version."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.rules.settings import NAMES
from lib.site import GOAL, href
from lib.tables.model import Source
from lib.views import sources as method
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figures import source_text
from lib.views.missing import gaps
from lib.views.statuses import of_computed, of_summary
from lib.views.text_table import TextCell, TextTable, status
from lib.views.verdict_differences import VerdictDifference, explained, reasons
from lib.web.memory import page_cache
from lib.web.render import render
from lib.words.figures import BETTER, GENDERS, STATISTICS
from lib.words.language import _, day_name, join, ngettext, number
from lib.words.method import RULES
from lib.words.settings import default_text, setting_name, value_text


@dataclass(frozen=True, slots=True)
class MethodPart:
    """A part of the page: its heading, how much it holds, a line above the table, and the table if there is one."""

    title: str
    counted: str
    text: str
    table: TextTable | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.table is None


@page_cache
def page(data: BoardData, choice: Choice) -> str:
    """The whole page. Figures are counted for the year and gender chosen, definitions are those of the area."""
    return render(
        "sources",
        about=" · ".join(_chosen(data, choice)),
        rules=RULES,
        parts_of_method=[*_differences(data, choice), _settings(data), _sources(data, choice), *_remarks(data)],
        note=data.board.note,
        lacking=_lacking(data),
        definitions=_definitions(data, choice),
        version=_version(data),
        has_kolada=any(source.kind == "kolada" for source in data.sources.values()),
        for_programs=_for_programs(choice),
    )


def _for_programs(choice: Choice) -> tuple[tuple[str, str], ...]:
    """The addresses for other programs, with their texts."""
    board = choice.query(area="", year="", gender="")
    return (
        (href("/datapaket.zip", board), _("The whole board as a data package (CSV in a zip)")),
        (href("/maluppfyllelse.csv", choice.query()), _("The start page’s figures as CSV")),
        (
            href("/openapi.json", choice.query(board="", asof="", area="", year="", gender="")),
            _("Description for programs (OpenAPI)"),
        ),
    )


def _chosen(data: BoardData, choice: Choice) -> Iterator[str]:
    yield data.board.name
    if choice.area:
        yield data.areas[choice.area].name
    if choice.year:
        yield str(choice.year)
    if choice.gender != "T":
        yield join([_(GENDERS[gender]) for gender in choice.gender])


def _part(title: str, headings: Sequence[str], rows: Sequence[tuple[TextCell, ...]], text: str = "") -> MethodPart:
    table = TextTable(title, tuple(headings), tuple(rows)) if rows else None
    return MethodPart(title, number(len(rows)) if rows else "", text if rows else _("None found."), table)


def _differences(data: BoardData, choice: Choice) -> Iterator[MethodPart]:
    """The goals whose verdict differs from the computed level, and those that rest on something else, with reasons."""
    cases = explained(data, area=choice.area, year=choice.year, gender=choice.gender)
    headings = [_("Goal"), _("Verdict"), _("Computed"), _("Why")]
    differing = [_case(case, choice) for case in cases if case.differs]
    text = _("A verdict may rest on more than the figures. These are the reasons that the figures can give.")
    yield _part(_("Where verdict and computed status differ"), headings, differing, text)
    if others := [_case(case, choice) for case in cases if not case.differs]:
        text = _("Verdicts that no computed status can be held against, in whole or in part.")
        yield _part(_("Verdicts on other grounds"), headings, others, text)


def _case(case: VerdictDifference, choice: Choice) -> tuple[TextCell, ...]:
    row = case.row
    goal = TextCell(row.goal.title, address=href(GOAL, choice.query(goal=row.goal.goal)))
    return goal, status(of_summary(row.summary)), status(of_computed(row)), TextCell(" ".join(reasons(case)))


def _settings(data: BoardData) -> MethodPart:
    """Every setting: as the board gave it and for which days, else its default."""
    rows: list[tuple[str, ...]] = []
    for name in NAMES:
        given = [row for row in data.settings if row.setting == name]
        if not given:
            rows.append((setting_name(name), default_text(name), _("default"), "", ""))
        for row in given:
            days = " – ".join(str(day or "") for day in (row.valid_from, row.valid_to)).strip(" –")
            place = source_text(data, row.source, row.locator)
            rows.append((setting_name(name), value_text(row.setting, row.value), days or _("always"), row.note, place))
    headings = [_("Setting"), _("Value"), _("Valid for"), _("Note"), _("Source")]
    part = _part(_("The board's settings"), headings, [tuple(map(TextCell, row)) for row in rows])
    given_names = {row.setting for row in data.settings}
    counted = ngettext("{n} is the board's own", "{n} are the board's own", len(given_names))
    return MethodPart(part.title, counted.format(n=len(given_names)), "", part.table)


def _sources(data: BoardData, choice: Choice) -> MethodPart:
    """Every source with what it gave."""
    rows = []
    for row in method.given(data, choice.year, choice.gender):
        source = row.source
        texts = (source.reference, _day(source), source.note)
        details = ". ".join(text.rstrip(".") for text in texts if text)
        counts = (row.goals, row.indicators, row.targets, row.figures, row.verdicts)
        rows.append((TextCell(source.title, note=details), *(TextCell(number(count)) for count in counts)))
    headings = [_("Source"), _("Goals"), _("Indicators"), _("Targets"), _("Figures"), _("Verdicts")]
    return _part(_("Sources and what each gave"), headings, rows, data.board.note)


def _day(source: Source) -> str:
    """The day of a document, or when a register's figures were fetched; '' where it is not known."""
    if source.date is None:
        return ""
    day = day_name(source.date)
    return _("Fetched on {day}").format(day=day) if source.kind == "kolada" else day


def _remarks(data: BoardData) -> Iterator[MethodPart]:
    """The places where the sources contradict themselves or are unclear; figures stand as printed."""
    headings = [_("What"), _("How it stands in the source"), _("Place")]
    for title, mark, text in (
        (_("Contradictions in the sources"), method.CONTRADICTION, _("Both figures are kept as printed.")),
        (_("Unclear in the sources"), method.UNCLEAR, _("This is how it was read.")),
    ):
        rows = [
            (TextCell(row.about), TextCell(row.note), TextCell(source_text(data, row.source, row.locator)))
            for row in method.remarks(data, mark)
        ]
        yield _part(title, headings, rows, text)


def _lacking(data: BoardData) -> list[tuple[str, list[str]]]:
    """The lists of goals and indicators that lack something, each with its heading."""
    holes = gaps(data)
    goals, indicators = len(data.goals), len(data.indicators)
    lists = (
        (_("Goals without indicator"), [goal.title for goal in holes.goals_without_indicator], goals),
        (_("Goals without verdict"), [goal.title for goal in holes.goals_without_verdict], goals),
        (_("Indicators without figures"), [about.name for about in holes.indicators_without_figure], indicators),
        (_("Indicators without target"), [about.name for about in holes.indicators_without_target], indicators),
    )
    label = _("{title}: {n} of {total}")
    return [(label.format(title=title, n=len(names), total=total), names) for title, names, total in lists]


def _definitions(data: BoardData, choice: Choice) -> MethodPart:
    """Every indicator (of the area) with its definition and how it is to be read."""
    rows = [
        (
            TextCell(indicator.name),
            TextCell(indicator.definition),
            TextCell(indicator.unit_of_measure),
            TextCell(", ".join((_(STATISTICS[indicator.statistic]), _(BETTER[indicator.better])))),
            TextCell(source_text(data, indicator.source, indicator.locator)),
        )
        for indicator in data.indicators.values()
        if choice.area in ("", indicator.area)
    ]
    headings = [_("Indicator"), _("Definition"), _("Unit of measure"), _("Reading"), _("Source")]
    return _part(_("Definitions of the indicators"), headings, rows)


def _version(data: BoardData) -> str:
    """The data version that the pages show; '' where nothing is stored."""
    if data.batch is None:
        return ""
    when = data.batch.at.strftime("%Y-%m-%d %H:%M")
    return _("Version {version} of the figures, saved {when} (UTC).").format(version=data.batch.id, when=when)

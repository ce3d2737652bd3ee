"""What each reading page shows as tables and charts, from the same read models and the same choices as the page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lib.charts.chart import Chart
from lib.charts.svg_chart import bar_of_shares, line_chart
from lib.site import ABSENCE, CHANGED, GOAL, OVERVIEW, SOURCES, TREND
from lib.views import trends
from lib.views.absence.page import VERSIONS, absence_page
from lib.views.datasets.absence import ABSENCE as ABSENCE_TABLE
from lib.views.datasets.absence import absence
from lib.views.datasets.changes import CHANGES as CHANGES_TABLE
from lib.views.datasets.changes import changes
from lib.views.datasets.dataset import Dataset, Layout
from lib.views.datasets.figures import FIGURES, TARGETS, figures, targets
from lib.views.datasets.goals import GOALS, VERDICTS, goals, verdicts
from lib.views.datasets.sources import SOURCES as SOURCES_TABLE
from lib.views.datasets.sources import sources
from lib.views.goal import indicator_view
from lib.views.goal_lines import goal_lines
from lib.views.goal_panel import goal_panel
from lib.views.goal_story import IndicatorStory, goal_story, indicator_story
from lib.views.listing import groups
from lib.views.multiples import multiples
from lib.views.overview import in_page_order, overview
from lib.views.reported_absence import indicators
from lib.views.start import start_page
from lib.web import absence_memory, memory
from lib.web.address import Address
from lib.web.reading import changes_report, listing_of, report_of
from lib.words.language import N_, _


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A chart by its title, drawn when it is asked for; the sentence says what it shows."""

    title: str
    sentence: str
    draw: Callable[[], str]


@dataclass(frozen=True, slots=True)
class MachineView:
    """A page: what it is about, its tables, the main one first, and its charts, the main one first."""

    title: str
    tables: tuple[Dataset, ...]
    drawings: tuple[ChartFile, ...] = ()


@dataclass(frozen=True, slots=True)
class MachinePage:
    """A reading page as other programs ask for it: its name in addresses, its tables, the choices of its own."""

    name: str
    path: str
    summary: str
    layouts: tuple[Layout, ...]
    choices: tuple[str, ...]
    has_charts: bool
    read: Callable[[Address], MachineView]


def _overview(address: Address) -> MachineView:
    data, choice, listing = address.existing, address.choice, listing_of(address)
    report = report_of(address)
    view = overview(data, area=choice.area, year=choice.year, gender=choice.gender)
    lines = goal_lines(data, view, choice)
    listed = [line for line in lines if listing.status in ("", line.status.name) and listing.why in ("", line.lack)]
    rows = [line.row for group in groups(data, listed, report, listing.order) for line in group.lines]
    page = start_page(data, report, choice, listing)
    shares = [(badge.look.word, badge.count, badge.look.name) for badge in page.bar]
    sentence = ", ".join(f"{count} {word.lower()}" for word, count, _name in shares)
    return MachineView(
        page.title,
        (goals(data, rows), verdicts(data, [row.goal.goal for row in rows], choice.year)),
        (ChartFile(page.title, sentence, lambda: bar_of_shares(shares)),),
    )


def _goal(address: Address) -> MachineView:
    data, choice = address.existing, address.choice
    order = in_page_order(data)
    if not order:
        return MachineView(_("The board has no goals in the database."), (FIGURES.of(()),))
    titles = {code: data.goals[code].title for code in order}
    code = address.code_of(_("Goal"), "goal", titles, order[0])
    story = goal_story(data, code, choice)
    panel = goal_panel(story, choice, memory.earlier(data.code, memory.state_or_now(data.code, choice.asof)))
    first = (panel.chart,) if panel and panel.chart else ()
    rest = [one for one in story.indicators if panel is None or one is not panel.indicator]
    series = [line for indicator in story.indicators for line in indicator.series]
    return MachineView(
        story.title,
        (
            figures(data, series),
            goals(data, [story.view.row, *story.view.children]),
            verdicts(data, [code]),
            targets(data, series),
        ),
        (*_drawings(first), *_of_stories(rest)),
    )


def _changes(address: Address) -> MachineView:
    report = changes_report(address)
    return MachineView(_(address.page.title), (changes(report),))


def _absence(address: Address) -> MachineView:
    data, choice, version = address.existing, address.choice, address.state.version
    units = {unit: unit for unit in absence_memory.units(choice.board, version)}
    if not units:
        views = [indicator_view(data, code, choice.year, choice.gender) for code in indicators(data)]
        stories = [indicator_story(data, view, choice) for view in views]
        series = [line for story in stories for line in story.series]
        tables = (ABSENCE_TABLE.of(()), figures(data, series), targets(data, series))
        return MachineView(_(address.page.title), tables, _of_stories(stories))
    unit, org = address.code_of(_("Unit"), "unit", units), address.code_of(_("Organisation"), "org", VERSIONS)
    view = absence_memory.absence(choice.board, version, unit, org, choice.year)
    if view is None:
        return MachineView(_(address.page.title), (ABSENCE_TABLE.of(()), FIGURES.of(()), TARGETS.of(())))
    page = absence_page(view, (), lambda code: code)
    charts = [chart for chart in (page.rolling, page.months) if chart]
    tables = (absence(data, view), FIGURES.of(()), TARGETS.of(()))
    return MachineView(page.name, tables, _drawings(charts))


def _trends(address: Address) -> MachineView:
    data, choice = address.existing, address.choice
    if not address.query.get("indicator"):
        shown = multiples(data, choice)
        series = trends.select(data, shown.codes, (), choice.gender, None, None)
        cards = (card for area in shown.areas for card in area.cards if card.chart)
        return MachineView(
            _(address.page.title),
            (figures(data, series), targets(data, series)),
            tuple(_drawing(card.chart, f"{card.title}") for card in cards if card.chart),
        )
    names = trends.names(data)
    codes = address.codes_of(_("Indicator"), "indicator", names, limit=len(names))
    units = address.codes_of(_("Unit"), "unit", trends.units(data, codes), limit=200)
    years = {str(year): str(year) for year in trends.years(data, codes)}
    first, last = (address.code_of(_("Year"), name, {"": "", **years}) for name in ("from", "to"))
    ends = (int(first) if first else None, int(last) if last else choice.year)
    series = trends.select(data, codes, units, choice.gender, *ends)
    title = ", ".join(names[code] for code in codes) or _(address.page.title)
    return MachineView(title, (figures(data, series), targets(data, series)), _drawings(trends.blocks(series)))


def _sources(address: Address) -> MachineView:
    return MachineView(_(address.page.title), (sources(address.existing, address.choice),))


def _of_stories(stories: Iterable[IndicatorStory]) -> tuple[ChartFile, ...]:
    return _drawings(story.chart for story in stories if story.chart)


def _drawings(charts: Iterable[Chart]) -> tuple[ChartFile, ...]:
    return tuple(_drawing(chart) for chart in charts)


def _drawing(chart: Chart, title: str = "") -> ChartFile:
    return ChartFile(title or chart.title, chart.alternative or chart.sentence, lambda: line_chart(chart))


PAGES = (
    MachinePage(
        "maluppfyllelse",
        OVERVIEW,
        N_("The goals of a board with their verdicts and levels"),
        (GOALS, VERDICTS),
        ("status", "why", "sort"),
        True,
        _overview,
    ),
    MachinePage(
        "mal",
        GOAL,
        N_("The figures, targets and verdicts of a goal"),
        (FIGURES, GOALS, VERDICTS, TARGETS),
        ("goal",),
        True,
        _goal,
    ),
    MachinePage("sedan", CHANGED, N_("The changes since a meeting"), (CHANGES_TABLE,), ("since",), False, _changes),
    MachinePage(
        "sjukfranvaro",
        ABSENCE,
        N_("The sickness absence of a unit and those below it"),
        (ABSENCE_TABLE, FIGURES, TARGETS),
        ("unit", "org"),
        True,
        _absence,
    ),
    MachinePage(
        "trender",
        TREND,
        N_("The figures of indicators over time"),
        (FIGURES, TARGETS),
        ("indicator", "unit", "from", "to"),
        True,
        _trends,
    ),
    MachinePage("kallor", SOURCES, N_("The sources of a board"), (SOURCES_TABLE,), (), False, _sources),
)
BY_NAME = {page.name: page for page in PAGES}

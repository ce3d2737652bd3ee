"""The page on sources and method as HTML: rules in words, sources, contradictions, gaps, definitions, data version."""

from collections.abc import Sequence
from html import escape

from lib.rules.settings import NAMES
from lib.site import GOAL, href
from lib.views import sources as method
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figures import source_text
from lib.views.missing import gaps
from lib.views.verdict_differences import VerdictDifference, explained, reasons
from lib.web.memory import page_cache
from lib.web.pages import parts
from lib.words.figures import BETTER, GENDERS, STATISTICS
from lib.words.language import N_, _, join, number
from lib.words.settings import default_text, setting_name, value_text

RULES = (
    (
        N_("A figure against its target"),
        N_(
            "The newest outcome of the chosen year is held against the target for the same days. It is met, "
            "nearly met, not met, or it cannot be judged. Nearly met is used only where the target or the board "
            "has a printed margin; it never stands for what is unknown. Percent of target is not used."
        ),
    ),
    (
        N_("Ranges and approximate figures"),
        N_(
            "For a range, or a figure given as less than or more than, the target is met or not met only if that "
            "is so for all it can be. A figure given as about is judged as it stands, and the sentence says that "
            "it is approximate."
        ),
    ),
    (
        N_("Targets that compare with an earlier figure"),
        N_(
            "A target to increase or decrease is held against the named period, else against the figure a year "
            "earlier or the one before. Without such a figure it cannot be judged."
        ),
    ),
    (
        N_("Direction"),
        N_(
            "Level and direction are two questions. By years: improving or worsening is said with five years or more, "
            "when a Mann-Kendall test shows what chance gives in less than 5 percent, also of years that resemble each "
            "other, and the slope keeps its sign whichever year is left out. By months: limits are the mean plus and "
            "minus 2.66 times the mean moving range, from 13 months; a month outside them, seven on one side of the "
            "mean, seven in a row the same way, or two of three near a limit is a signal, all else is noise."
        ),
    ),
    (
        N_("Pace"),
        N_(
            "The change per year so far (the slope of the trend) is held against the change per year that is needed "
            "to reach the target in its year from the newest figure."
        ),
    ),
    (
        N_("Units and their mix"),
        N_(
            "Where all units right below have a figure and a number of people both times, and together make up the "
            "whole's own figures, its change is divided in two: the units' own change, weighed by the mean of their "
            "shares then and now, and what comes of the shares having changed."
        ),
    ),
    (
        N_("From indicators to goal"),
        N_(
            "Unless the board's settings say otherwise, a goal is met if all its judged indicators are met, not "
            "met if none is, and otherwise partly met. Indicators that cannot be judged do not count. The whole "
            "board's figure speaks for an indicator; the units' figures do where the board has none."
        ),
    ),
    (
        N_("The board's own verdict"),
        N_(
            "A verdict is the board's or a department's and is shown as it was given. Where it is not the same "
            "as the computed status, the page says so. A verdict in an interim report is not a final one."
        ),
    ),
    (
        N_("Women and men"),
        N_(
            "Total, women and men are shown as they were reported, and the total is never worked out from the other "
            "two. In published figures it may lie outside both."
        ),
    ),
    (
        N_("Small groups"),
        N_(
            "A figure about a group of at most ten people is not shown, nor is one from which it could be computed. "
            "The limit can be set for each indicator."
        ),
    ),
    (
        N_("Decimals"),
        N_(
            "Figures are shown with the decimals of their source. Registers' unrounded values are rounded on the "
            "page; downloads have them whole."
        ),
    ),
)


@page_cache
def page(data: BoardData, choice: Choice) -> str:
    """The whole page. Figures are counted for the year and gender chosen, definitions are those of the area."""
    chosen = [data.board.name]
    if choice.area:
        chosen.append(data.areas[choice.area].name)
    if choice.year:
        chosen.append(str(choice.year))
    if choice.gender != "T":
        chosen.append(join([_(GENDERS[gender]) for gender in choice.gender]))
    title = f'<h1>{escape(_("Sources and method"))}</h1><p class="mb-board">{escape(" · ".join(chosen))}</p>'
    blocks = (
        rules(),
        differences(data, choice),
        board_settings(data),
        sources(data, choice),
        remarks(data),
        missing(data),
        definitions(data, choice),
        version(data),
    )
    return title + "".join(blocks)


def rules() -> str:
    """The rules that statuses follow, in words."""
    items = "".join(f"<dt>{escape(_(name))}</dt><dd>{escape(_(text))}</dd>" for name, text in RULES)
    return f'<section><h2>{escape(_("How the status comes about"))}</h2><dl class="mb-rules">{items}</dl></section>'


def differences(data: BoardData, choice: Choice) -> str:
    """Every goal whose verdict differs from the computed level, or rests on something else, with the reasons."""
    cases = explained(data, area=choice.area, year=choice.year, gender=choice.gender)
    differing = [case for case in cases if case.differs]
    others = [case for case in cases if not case.differs]
    title = _("Where verdict and computed status differ")
    text = _("A verdict may rest on more than the figures. These are the reasons that the figures can give.")
    body = f"<p>{escape(text)}</p>{_explained(title, differing, choice)}" if differing else _none()
    if others:
        label = _("Verdicts that no computed status can be held against, in whole or in part ({n})")
        table = _explained(_("Verdicts on other grounds"), others, choice)
        body += f"<details><summary>{escape(label.format(n=len(others)))}</summary>{table}</details>"
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def _none() -> str:
    return f'<p class="mb-quiet">{escape(_("None found."))}</p>'


def _explained(caption: str, cases: Sequence[VerdictDifference], choice: Choice) -> str:
    rows = [
        [
            parts.link(href(GOAL, choice.query(goal=case.row.goal.goal)), case.row.goal.title),
            parts.summary(case.row.summary),
            parts.computed(case.row),
            "".join(f"<div>{escape(text)}</div>" for text in reasons(case)),
        ]
        for case in cases
    ]
    return parts.table(
        [_("Goal"), _("Verdict"), _("Computed"), _("Why")], rows, caption=caption, css_class="mb-changes"
    )


def board_settings(data: BoardData) -> str:
    """Every setting: as the board gave it and for which days, else its default."""
    rows = []
    for name in NAMES:
        given = [row for row in data.settings if row.setting == name]
        if not given:
            rows.append([escape(setting_name(name)), escape(default_text(name)), escape(_("default")), "", ""])
        for row in given:
            dates = " – ".join(str(day or "") for day in (row.valid_from, row.valid_to)).strip(" –")
            held = escape(dates or _("always"))
            place = escape(source_text(data, row.source, row.locator))
            rows.append(
                [escape(setting_name(name)), escape(value_text(row.setting, row.value)), held, escape(row.note), place]
            )
    headings = [_("Setting"), _("Value"), _("Valid for"), _("Note"), _("Source")]
    title = _("The board's settings")
    return f"<section><h2>{escape(title)}</h2>{parts.table(headings, rows, caption=title)}</section>"


def sources(data: BoardData, choice: Choice) -> str:
    """Every source with what it gave."""
    headings = [_("Source"), _("Goals"), _("Indicators"), _("Targets"), _("Figures"), _("Verdicts")]
    rows = []
    for row in method.given(data, choice.year, choice.gender):
        source = row.source
        details = ". ".join(
            text.rstrip(".") for text in (source.reference, str(source.date or ""), source.note) if text
        )
        name = f'{escape(source.title)}<div class="mb-quiet">{escape(details)}</div>'
        counts = (row.goals, row.indicators, row.targets, row.figures, row.verdicts)
        rows.append([name, *(number(count) for count in counts)])
    title = _("Sources and what each gave")
    note = f"<p>{escape(data.board.note)}</p>" if data.board.note else ""
    return f"<section><h2>{escape(title)}</h2>{note}{parts.table(headings, rows, caption=title)}</section>"


def remarks(data: BoardData) -> str:
    """The places where the sources contradict themselves or are unclear; figures stand as printed."""
    blocks = []
    for title, mark in (
        (_("Contradictions in the sources"), method.CONTRADICTION),
        (_("Unclear in the sources"), method.UNCLEAR),
    ):
        notes = method.remarks(data, mark)
        rows = [
            [escape(row.about), escape(row.note), escape(source_text(data, row.source, row.locator))] for row in notes
        ]
        headings = [_("What"), _("How it stands in the source"), _("Place")]
        text = _("Both figures are kept as printed.") if mark is method.CONTRADICTION else _("This is how it was read.")
        body = f"<p>{escape(text)}</p>{parts.table(headings, rows, caption=title)}" if rows else _none()
        blocks.append(f"<section><h2>{escape(title)}</h2>{body}</section>")
    return "".join(blocks)


def missing(data: BoardData) -> str:
    """The lists of goals and indicators that lack something, folded away."""
    holes = gaps(data)
    goals, indicators = len(data.goals), len(data.indicators)
    lists = (
        (_("Goals without indicator"), [goal.title for goal in holes.goals_without_indicator], goals),
        (_("Goals without verdict"), [goal.title for goal in holes.goals_without_verdict], goals),
        (_("Indicators without figures"), [about.name for about in holes.indicators_without_figure], indicators),
        (_("Indicators without target"), [about.name for about in holes.indicators_without_target], indicators),
    )
    items = "".join(_opening_list(title, names, of) for title, names, of in lists)
    return f"<section><h2>{escape(_('What is missing'))}</h2>{items}</section>"


def _opening_list(title: str, names: Sequence[str], of: int) -> str:
    label = escape(_("{title}: {n} of {total}").format(title=title, n=len(names), total=of))
    if not names:
        return f"<p>{label}</p>"
    items = "".join(f"<li>{escape(name)}</li>" for name in names)
    return f"<details><summary>{label}</summary><ul>{items}</ul></details>"


def definitions(data: BoardData, choice: Choice) -> str:
    """Every indicator (of the area) with its definition and how it is to be read."""
    rows = []
    for indicator in data.indicators.values():
        if choice.area not in ("", indicator.area):
            continue
        reading = ", ".join((_(STATISTICS[indicator.statistic]), _(BETTER[indicator.better])))
        rows.append(
            [
                escape(indicator.name),
                escape(indicator.definition),
                escape(indicator.unit_of_measure),
                escape(reading),
                escape(source_text(data, indicator.source, indicator.locator)),
            ]
        )
    headings = [_("Indicator"), _("Definition"), _("Unit of measure"), _("Reading"), _("Source")]
    title = _("Definitions of the indicators")
    table = parts.table(headings, rows, caption=title, css_class="mb-definitions")
    label = escape(_("Show {n} definitions").format(n=len(rows)))
    return f"<section><h2>{escape(title)}</h2><details><summary>{label}</summary>{table}</details></section>"


def version(data: BoardData) -> str:
    """The data version that the pages show."""
    if data.batch is None:
        return ""
    when = data.batch.at.strftime("%Y-%m-%d %H:%M")
    text = _("Version {version} of the figures, saved {when} (UTC).").format(version=data.batch.id, when=when)
    kolada = any(source.kind == "kolada" for source in data.sources.values())
    terms = _(
        "Values from Kolada are shown as published (Källa: Kolada). Differences, changes and statuses are "
        "computed here (Egen bearbetning av data från Kolada)."
    )
    more = f"<p>{escape(terms)}</p>" if kolada else ""
    return f"<section><h2>{escape(_('Figures saved'))}</h2><p>{escape(text)}</p>{more}</section>"

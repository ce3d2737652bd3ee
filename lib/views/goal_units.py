"""The figures of a goal's indicator that do not speak for it: those of its units, of women and of men."""

from dataclasses import replace

from lib.rules.series import GENDERS, OUTCOME, Series
from lib.rules.status import Reason
from lib.views.beside import is_grouped
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.goal import IndicatorView
from lib.views.key_figure import key_figure
from lib.views.leads import Lead
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import gender_text
from lib.words.language import _

_OF_THE_WHOLE = frozenset({Reason.TARGET_OF_ALL, Reason.TARGET_OF_BOARD})


def others_table(data: BoardData, view: IndicatorView, choice: Choice) -> TextTable | None:
    """The newest figures of the units and genders that do not speak for the indicator, against their targets."""
    rows = tuple(_other(lead) for lead in unspoken(data, view, choice))
    headings = (_("Unit"), _("Period"), _("Figure"), _("Status"), _("Compared"))
    caption = _("By unit and gender: {name}").format(name=view.about.name)
    return TextTable(caption, headings, rows).informative if rows else None


def unspoken(data: BoardData, view: IndicatorView, choice: Choice) -> list[Lead]:
    """The series with a figure that do not speak for the indicator, in the genders chosen; members of groups never."""
    genders = GENDERS if choice.gender == "T" else tuple(choice.gender)
    spoken = {(lead.series.unit, lead.series.gender) for lead in view.leads if lead.judged.point}
    rest = (series for series in view.series if not is_grouped(data, series.unit) and series.gender in genders)
    return [lead for each in rest if _key(each) not in spoken and (lead := _newest(each, view, choice))]


def _key(series: Series) -> tuple[str, str]:
    return series.unit, series.gender


def _newest(series: Series, view: IndicatorView, choice: Choice) -> Lead | None:
    """A series' newest outcome, else what is planned; None where it has no figure."""
    judged = series.judged(choice.year, view.until)
    point = judged.point or series.planned(choice.year)
    return Lead(series, replace(judged, point=point)) if point else None


def _other(lead: Lead) -> tuple[TextCell, ...]:
    series, figure = lead.series, key_figure(lead)
    gender = gender_text(series.gender, series.about) if series.gender != "T" else ""
    look = figure.look if lead.judged.point and lead.judged.point.kind == OUTCOME else None
    return (
        TextCell(", ".join(filter(None, (lead.series.unit_name or _("Whole board"), gender)))),
        TextCell(figure.period),
        TextCell(figure.figure),
        status(look),
        TextCell(figure.sentence if look or lead.judged.judgement.reason in _OF_THE_WHOLE else "–"),
    )

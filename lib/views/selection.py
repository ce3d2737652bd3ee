"""The selection of a file or a printed page in words: board, area, year, gender, state and data version."""

from lib.views.as_of import NOW, BoardState, spoken
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.words.language import _, day_name


def example_text() -> str:
    """The mark of what is made up."""
    return _("Example data")


def gender_names() -> dict[str, str]:
    """The genders that can be chosen, by the code of the choice."""
    return {"T": _("Total"), "K": _("Women"), "M": _("Men"), "KM": _("Women and men")}


def stamp(data: BoardData, choice: Choice, state: BoardState) -> tuple[tuple[str, str], ...]:
    """The selection as terms and texts, for a file or a printed page."""
    version = _("data version {version} of {day}").format(
        version=data.batch.id if data.batch else 0, day=day_name(data.batch.at.date() if data.batch else state.day)
    )
    shown_as = _("as it is now") if state.code == NOW else _("as it stood at {state}").format(state=spoken(state))
    return (
        (_("Board"), data.board.name),
        (_("Area"), data.areas[choice.area].name if choice.area in data.areas else _("all areas")),
        (_("Period"), str(choice.year) if choice.year else _("latest figures")),
        (_("Gender"), gender_names()[choice.gender].lower()),
        (_("State"), shown_as),
        (_("Data version"), version),
    )

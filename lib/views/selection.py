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
    """The selection as terms and texts, for a file or a printed page; what is not narrowed down is left out."""
    version = _("{day} (version {version})").format(
        version=data.batch.id if data.batch else 0, day=day_name(data.batch.at.date() if data.batch else state.day)
    )
    terms = (
        (_("Board"), data.board.name),
        (_("Area"), data.areas[choice.area].name if choice.area in data.areas else ""),
        (_("Period"), str(choice.year or "")),
        (_("Gender"), gender_names()[choice.gender].lower() if choice.gender != "T" else ""),
        (_("Figures as of"), _("today") if state.code == NOW else spoken(state)),
        (_("Figures saved"), version),
    )
    return tuple((term, text) for term, text in terms if text)

"""The groups that a board compares itself with."""

from sqlalchemy.orm import Mapped

from lib.tables.base import Row, one_of, text_column
from lib.words.language import N_

GROUP_KINDS = ("similar", "county", "chosen", "country")


class ComparisonMember(Row):
    """A member of a group that the board is compared with: a unit of the kind comparison."""

    __tablename__ = "comparisons"
    key = ("board", "group", "unit")
    checks = (one_of("kind", GROUP_KINDS),)

    group: Mapped[str] = text_column(N_("Group"), N_("As it is named in a sentence, such as similar municipalities"))
    unit: Mapped[str] = text_column(N_("Unit"), N_("One of the kind comparison"), refers="units")
    kind: Mapped[str] = text_column(N_("Kind of group"), choices=GROUP_KINDS)
    note: Mapped[str] = text_column(N_("Note"))

"""The tables, declared once: keys, enumerations, constraints, and each column's title, help and unit.

From these classes come the database, the seed files and exports (same names, same order), their validation, and
the headings that users see.
"""

from lib.tables.base import Row
from lib.tables.model.absence import ABSENCE_STATUSES, AGES, HOURS, Absence, Published
from lib.tables.model.actions import GoalAction
from lib.tables.model.comparisons import GROUP_KINDS, ComparisonMember
from lib.tables.model.figures import FREQUENCIES, QUALIFIERS, STATISTICS, STATUSES, BoardEvent, Indicator, Observation
from lib.tables.model.goals import LINK_JUDGES, STAGES, Assessment, Goal, GoalIndicator, Target
from lib.tables.model.meetings import GOAL_PARTS, LETTER_PARTS, REMARKS, AgendaItem, Meeting, MeetingText, Question
from lib.tables.model.organisation import (
    SUCCESSION_KINDS,
    UNIT_KINDS,
    Area,
    Board,
    BoardSetting,
    Source,
    Succession,
    Unit,
)

TABLES: tuple[type[Row], ...] = (
    Board,
    Source,
    Area,
    Unit,
    Succession,
    ComparisonMember,
    Goal,
    Indicator,
    GoalIndicator,
    Target,
    Observation,
    Absence,
    Assessment,
    BoardEvent,
    Meeting,
    GoalAction,
    BoardSetting,
    AgendaItem,
    Question,
    MeetingText,
)
# Agendas and questions are no figure, goal or verdict: no state of the board begins with them.
OF_MEETINGS: tuple[type[Row], ...] = (Meeting, AgendaItem, Question, MeetingText)
BY_NAME = {table.__tablename__: table for table in TABLES}

__all__ = [
    "ABSENCE_STATUSES",
    "AGES",
    "BY_NAME",
    "FREQUENCIES",
    "GOAL_PARTS",
    "GROUP_KINDS",
    "HOURS",
    "LETTER_PARTS",
    "LINK_JUDGES",
    "OF_MEETINGS",
    "QUALIFIERS",
    "REMARKS",
    "STAGES",
    "STATISTICS",
    "STATUSES",
    "SUCCESSION_KINDS",
    "TABLES",
    "UNIT_KINDS",
    "Absence",
    "AgendaItem",
    "Area",
    "Assessment",
    "Board",
    "BoardEvent",
    "BoardSetting",
    "ComparisonMember",
    "Goal",
    "GoalAction",
    "GoalIndicator",
    "Indicator",
    "Meeting",
    "MeetingText",
    "Observation",
    "Published",
    "Question",
    "Source",
    "Succession",
    "Target",
    "Unit",
]

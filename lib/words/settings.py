"""A board's settings in words: what a setting is called, its value, and what holds where the board gives none."""

from lib.rules.settings import CONTACT, GOAL_LEVEL, NEAR, STATEMENT, VERDICT_SETTINGS, GoalRule, margins_in
from lib.words.figures import VERDICTS
from lib.words.language import N_, _, decimals_of, number, with_unit

GOAL_RULES = {
    GoalRule.ALL_MET: N_("met if all judged indicators are met"),
    GoalRule.MOST_MET: N_("met if more than half of the judged indicators are met"),
}


def setting_name(setting: str) -> str:
    """The name of a setting."""
    if setting in VERDICT_SETTINGS:
        return _("Word for “{verdict}”").format(verdict=_(VERDICTS[VERDICT_SETTINGS[setting]]))
    names = {
        NEAR: _("Margin for nearly met"),
        GOAL_LEVEL: _("From indicators to goal"),
        CONTACT: _("Contact about accessibility"),
        STATEMENT: _("The municipality's own text on accessibility"),
    }
    return names.get(setting, setting)


def value_text(setting: str, value: str) -> str:
    """A setting's value: a board's own word as it is, a margin as numbers are written, a rule in words."""
    if setting == GOAL_LEVEL:
        return _(GOAL_RULES[GoalRule(value)]) if value in tuple(GoalRule) else value
    if setting != NEAR:
        return value
    return "; ".join(with_unit(number(near, decimals_of(near)), unit) for unit, near in margins_in(value).items())


def default_text(setting: str) -> str:
    """The value where the board gives none."""
    if setting in VERDICT_SETTINGS:
        return _(VERDICTS[VERDICT_SETTINGS[setting]])
    if setting in (CONTACT, STATEMENT):
        return _("not given")
    return _("none, but for targets with their own") if setting == NEAR else _(GOAL_RULES[GoalRule.ALL_MET])

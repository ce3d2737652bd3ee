"""The rules that statuses, trends and figures follow, in words: the heading and the text of each."""

from lib.words.language import N_

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

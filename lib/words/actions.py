"""The words for how far an action has come."""

from lib.rules.actions import ActionState
from lib.words.language import N_

STATES = {
    ActionState.PLANNED: N_("planned"),
    ActionState.ONGOING: N_("going on"),
    ActionState.DONE: N_("done"),
    ActionState.STOPPED: N_("stopped"),
}

"""Statuses: every level, verdict and summary has a word, an icon and colours, in every style sheet too."""

import re

import pytest

from lib.charts.tones import TONES
from lib.rules.status import GoalLevel, Level, Verdict
from lib.views.overview import Summary
from lib.views.statuses import TONE_NAMES, Look, of_goal_level, of_level, of_summary, of_verdict
from tests.helpers.server import ROOT

LOOKS = (
    *(of_level(level) for level in Level),
    *(of_goal_level(level) for level in GoalLevel),
    *(of_verdict(verdict) for verdict in Verdict),
    *(of_summary(summary) for summary in Summary),
)
SHEETS = {
    "lib/web/assets/status.css": ".mb-status--",
    "lib/documents/page.css": ".status--",
}


def test_every_status_has_a_word_and_a_tone():
    assert [one for one in LOOKS if not one.word] == []
    assert {one.name for one in LOOKS} == set(TONES) == set(TONE_NAMES.values())
    assert all(one.icon == one.tone.icon for one in LOOKS)


def test_no_two_tones_have_the_same_icon_or_hatching():
    assert len({tone.icon for tone in TONES.values()}) == len(TONES)
    assert len({(tone.token, tone.hatching) for tone in TONES.values()}) == len(TONES)


def test_a_word_of_the_boards_own_goes_before_the_common_one():
    assert of_verdict(Verdict.ACHIEVED, "klart") == Look("klart", "met", "✔")
    assert of_verdict(Verdict.ACHIEVED) == Look("uppfyllt", "met", "✔")
    assert of_summary(Summary.SPLIT) == Look("olika bedömningar", "split", "⇄")


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_style_sheets_colour_every_tone(sheet):
    names = re.findall(re.escape(SHEETS[sheet]) + r"(\w+)", (ROOT / sheet).read_text(encoding="utf-8"))
    assert set(names) - {"outlined"} == set(TONES)

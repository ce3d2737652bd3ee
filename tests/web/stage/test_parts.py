"""Words on a slide: figures that stand whole, and addresses in the language in use."""

from lib.web.stage.parts import localised, pieces
from lib.words.language import use_language


def test_two_numbers_with_a_dash_between_stand_whole():
    assert pieces("mellan 2\u00a0000–3\u00a0500 kr, −4–−2 %") == [
        ("mellan ", False),
        ("2\u00a0000–3\u00a0500", True),
        (" kr, ", False),
        ("−4–−2", True),
        (" %", False),
    ]
    assert pieces("2024 – 2026") == [("2024 – 2026", False)]
    assert pieces("") == []


def test_an_address_says_a_language_that_is_not_the_usual():
    assert localised("/mal?goal=g") == "/mal?goal=g"
    use_language("en")
    assert localised("/mal?goal=g") == "/mal?goal=g&lang=en"

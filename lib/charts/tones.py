"""The tones of statuses: the icon and the colours of each, on screens, in drawings and on white paper.

The icons differ in shape and the fills in hatching, so that no colour is needed to tell them apart.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tone:
    """The look of a kind of status. `name` ends the classes and tokens of CSS, `ink` is text on white, `fill` a bar.

    `token` is the colour a drawing takes from its page, `fallback` its own where there is none.
    """

    name: str
    icon: str
    ink: str
    fill: str
    token: str
    fallback: str
    hatching: str = ""


TONES = {
    tone.name: tone
    for tone in (
        Tone("met", "✔", "00594D", "00594D", "met", "#00806b"),
        Tone("nearly", "◐", "7A5200", "F7C02B", "nearly", "#b97a00", "/"),
        Tone("missed", "✖", "B02C08", "C6320A", "missed", "#c6320a", "/\\"),
        Tone("unknown", "?", "4D5761", "9AA5B0", "unknown", "#7d8791"),
        Tone("later", "…", "4D5761", "9AA5B0", "unknown", "#7d8791", "-"),
        Tone("split", "⇄", "43528F", "4A5A9E", "split", "#6f7fb5", "|"),
        Tone("none", "–", "4D5761", "C3CBD3", "unknown", "#7d8791", "\\"),
    )
}


def ink_on(colour: str) -> str:
    """White or near black, whichever is read better on a colour such as '#00539f' (WCAG 2.1, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#ffffff" if 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0555 else "#111111"

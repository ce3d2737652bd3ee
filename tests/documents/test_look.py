"""The look: tokens, settings and chart palettes say the same, and text can be read against what it stands on."""

import re
import tomllib

import pytest

from lib.charts import style
from lib.charts.tones import TONES
from lib.documents import look
from tests.helpers.server import ROOT

THEMES = ("light", "dark")
STATUSES = ("met", "nearly", "missed", "unknown", "split")


@pytest.fixture(scope="module")
def tokens() -> dict[str, dict[str, str]]:
    light, dark = style.TOKENS.read_text(encoding="utf-8").split("@media", 1)
    found = {
        theme: dict(re.findall(r"--mb-([\w-]+): (#[0-9a-f]{6});", part))
        for theme, part in zip(THEMES, (light, dark), strict=True)
    }
    return {"light": found["light"], "dark": found["light"] | found["dark"]}


@pytest.fixture(scope="module")
def settings() -> dict:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_both_themes_name_the_same_colours(tokens):
    assert tokens["light"].keys() == tokens["dark"].keys()


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(tokens, theme):
    colours = tokens[theme]
    grounds = ("background", "surface")
    texts = ("text", "muted", "link", *(f"{status}-text" for status in STATUSES))
    pairs = [(text, ground) for text in texts for ground in grounds]
    pairs += [(f"on-{status}", status) for status in STATUSES]
    pairs += [(f"{status}-text", f"{status}-soft") for status in STATUSES if f"{status}-soft" in colours]
    low = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: value for pair, value in low.items() if value < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lines_can_be_seen(tokens, theme):
    colours = tokens[theme]
    lines = [name for name in colours if name in {"total", "women", "men", "target"} or name.startswith("series-")]
    low = {name: contrast(colours[name], colours["background"]) for name in lines}
    assert len(lines) == 11
    assert {name: value for name, value in low.items() if value < 3} == {}


@pytest.mark.parametrize(("theme", "palette"), [("light", style.LIGHT), ("dark", style.DARK)])
def test_drawings_charts_and_settings_share_their_colours(tokens, settings, theme, palette):
    names = ("total", "women", "men", *(f"series-{n}" for n in range(4, 11)))
    assert tuple(tokens[theme][name] for name in names) == palette
    assert tuple(settings["theme"][theme]["chartCategoricalColors"]) == palette


def test_documents_have_the_colours_of_the_pages(tokens):
    colours = {name: f"#{TONES[name].ink.lower()}" for name in STATUSES}
    assert colours == {name: tokens["light"][f"{name}-text"] for name in STATUSES}
    own = {"text": look.TEXT, "muted": look.MUTED, "line": look.LINE, "surface": look.SURFACE, "accent": look.ACCENT}
    assert {name: f"#{colour.lower()}" for name, colour in own.items()} == {name: tokens["light"][name] for name in own}


@pytest.mark.parametrize("theme", THEMES)
def test_streamlit_has_the_colours_of_the_pages(tokens, settings, theme):
    given = settings["theme"][theme]
    pairs = {"primaryColor": "accent", "backgroundColor": "background", "secondaryBackgroundColor": "surface"}
    pairs |= {"textColor": "text", "linkColor": "link", "borderColor": "line"}
    assert {key: given[key] for key in pairs} == {key: tokens[theme][name] for key, name in pairs.items()}


def test_nothing_is_told_to_anyone_and_the_server_stays_on_this_machine(settings):
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["runner"]["postScriptGC"] is False

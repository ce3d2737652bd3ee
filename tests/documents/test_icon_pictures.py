"""The statuses' icons as pictures: the shapes of pages, in ink on a clear ground."""

from io import BytesIO

import pytest
from PIL import Image

from lib.charts.icons import ICONS
from lib.charts.tones import TONES
from lib.documents.icon_pictures import PIXELS, picture, polygons


def covered(name: str, x: float, y: float) -> bool:
    """Whether there is ink at a place, in the icon's 24 units."""
    return Image.open(BytesIO(picture(name))).getpixel((int(x * PIXELS / 24), int(y * PIXELS / 24)))[3] > 127


@pytest.mark.parametrize(
    ("name", "ink", "clear"),
    [
        pytest.param("met", [(9.4, 17), (20, 7), (4, 12.6)], [(12, 4), (4, 4), (20, 20)], id="a tick"),
        pytest.param("nearly", [(7, 12), (20, 12), (12, 3.5)], [(15, 12), (1, 1), (23, 23)], id="half a disc"),
        pytest.param("missed", [(12, 12), (5.6, 5.6), (18.4, 18.4)], [(12, 4), (4, 12)], id="a cross"),
        pytest.param("unknown", [(12, 3.5), (12, 20), (17, 8.2)], [(12, 17), (7, 12)], id="a question mark"),
        pytest.param("later", [(5, 12), (12, 12), (19, 12)], [(8.5, 12), (12, 7)], id="three dots"),
        pytest.param("split", [(4, 8.5), (20, 15.5), (15, 8.5)], [(12, 12), (20, 3)], id="two arrows"),
        pytest.param("none", [(12, 12), (5, 12)], [(12, 8), (12, 16)], id="a dash"),
    ],
)
def test_an_icon_has_ink_where_its_shape_is(name, ink, clear):
    assert [place for place in ink if not covered(name, *place)] == []
    assert [place for place in clear if covered(name, *place)] == []


def test_every_status_has_its_own_in_the_colour_of_its_words():
    pictures = {name: Image.open(BytesIO(picture(name))) for name in TONES}
    assert len({picture(name) for name in TONES}) == len(TONES)
    assert {
        name: f"{r:02X}{g:02X}{b:02X}" for name, one in pictures.items() for r, g, b, _a in [one.getpixel((0, 0))]
    } == {name: tone.ink for name, tone in TONES.items()}


@pytest.mark.parametrize("name", TONES)
def test_every_icon_stays_in_its_square(name):
    places = [end for shape in polygons(ICONS[name]) for place in shape for end in place]
    assert (min(places) >= 0, max(places) <= 24) == (True, True)

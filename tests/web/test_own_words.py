"""The board's own words in English pages: each is marked as the Swedish it is, wherever it stands in a sentence."""

from html.parser import HTMLParser

import pytest

from lib.web.own_words import by_first_word, marked, use_words
from lib.words.language import use_language
from tests.helpers.server import ask


@pytest.fixture
def english():
    use_language("en")
    use_words(by_first_word(["Vuxna", "Vuxna får stöd", 'Barn & "unga"', "personer"]))
    yield
    use_words(None)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Goal</p>", "<p>Goal</p>"),
        ("<p>Vuxna</p>", '<p><span lang="sv">Vuxna</span></p>'),
        ("<p>3 Vuxna får stöd, late</p>", '<p>3 <span lang="sv">Vuxna får stöd</span>, late</p>'),
        ("<b>231\u00a0personer</b>", '<b>231\u00a0<span lang="sv">personer</span></b>'),
        ("<p>Vuxnas, ovuxna, personerna</p>", "<p>Vuxnas, ovuxna, personerna</p>"),
        ("<p>Barn &amp; &#34;unga&#34;</p>", '<p><span lang="sv">Barn &amp; &#34;unga&#34;</span></p>'),
        ("<text x='1'>Vuxna 51</text>", "<text x='1' lang=\"sv\">Vuxna 51</text>"),
        ("<option>2 Vuxna får stöd</option>", '<option lang="sv">2 Vuxna får stöd</option>'),
        ("<desc>Vuxna: from 1 to 2.</desc>", "<desc>Vuxna: from 1 to 2.</desc>"),
        ('<a title="Vuxna"> </a>', '<a title="Vuxna"> </a>'),
    ],
)
def test_what_is_marked(english, html, expected):
    assert marked(html) == expected
    assert marked(expected) == expected


def test_nothing_is_marked_in_swedish(english):
    use_language("sv")
    assert marked("<p>Vuxna</p>") == "<p>Vuxna</p>"


class Texts(HTMLParser):
    """The texts of a document, each with the language it is in."""

    ALONE = frozenset({"meta", "link", "input", "img", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.languages, self.tags, self.found = [""], [""], []

    def handle_starttag(self, tag, attributes):
        if tag not in self.ALONE:
            self.tags.append(tag)
            self.languages.append(dict(attributes).get("lang") or self.languages[-1])

    def handle_endtag(self, tag):
        if tag not in self.ALONE:
            self.tags.pop()
            self.languages.pop()

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_data(self, data):
        if self.tags[-1] not in ("title", "desc"):
            self.found.append((self.languages[-1], " ".join(data.split())))


# A goal, an indicator, a unit, an area, a comment, a meeting and a question of the example.
WORDS = {
    "/": ("Barn och unga får skydd och stöd i tid", "Placerade barn och unga", "Exempelstads socialnämnd"),
    "/mal": ("Barn och unga får skydd och stöd i tid", "Orosanmälningar", "Vägs samman av delmålen."),
    "/sedan": ("Placerade barn och unga", "Uppföljning efter sju månader"),
    "/sjukfranvaro": ("Utredning Söder", "Barn och familj", "Försörjning 1"),
    "/trender": ("Placerade barn och unga", "Försörjning och arbete", "Mottagningen"),
    "/kallor": ("Placerade barn och unga", "Vuxna får rätt stöd och ett gott bemötande"),
}


@pytest.mark.parametrize(("path", "words"), WORDS.items(), ids=WORDS.keys())
def test_the_words_of_the_board_in_an_english_page(server, path, words):
    texts = Texts()
    texts.feed(ask(server, f"{path}?board=exempelstad&lang=en")[1].decode())
    for word in words:
        languages = [language for language, text in texts.found if word in text]
        assert languages, f"{word} does not stand on the page"
        assert set(languages) == {"sv"}, word
    assert ("en", "Sickness absence") in texts.found

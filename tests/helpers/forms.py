"""The filters of the frame as a test sees them: select boxes and links side by side, which ask for an address."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Form:
    """A choice: its label, its options (text -> value, or an address), the text chosen, and what it keeps."""

    label: str = ""
    name: str = ""
    options: dict[str, str] = field(default_factory=dict)
    chosen: str = ""
    kept: dict[str, str] = field(default_factory=dict)

    def asks_for(self, text: str) -> dict[str, str]:
        """The parameters of the address when this option is picked."""
        if not self.name:
            return dict(parse_qsl(urlsplit(self.options[text]).query))
        return {name: value for name, value in {**self.kept, self.name: self.options[text]}.items() if value}


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.value: str | None = None
        self.in_segments = False
        self.in_label = self.selected = False

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form())
        elif tag == "input" and given.get("type") == "hidden":
            self.forms[-1].kept[given["name"]] = given["value"]
        elif given.get("class") == "mb-segments":
            self.forms.append(Form(given["aria-label"]))
            self.in_segments = True
        elif tag == "a" and self.in_segments:
            self.value, self.selected = given["href"], "aria-current" in given
        elif tag == "select":
            self.forms[-1].name = given["name"]
        elif tag == "option":
            self.value, self.selected = given["value"], "selected" in given
        self.in_label = tag == "label"

    def handle_data(self, data):
        if self.in_label:
            self.forms[-1].label += data
        elif self.value is not None:
            self.forms[-1].options[data] = self.value
            if self.selected:
                self.forms[-1].chosen = data

    def handle_endtag(self, tag):
        self.in_label = False
        if tag in {"option", "a"}:
            self.value = None
        if tag == "div":
            self.in_segments = False


def forms(html: str) -> list[Form]:
    """The choices, in order."""
    reader = _FormReader()
    reader.feed(html)
    return [form for form in reader.forms if form.options]


def unknown(html: str) -> list[str]:
    """The sentences on codes of the address that do not exist."""
    return [unescape(text) for text in re.findall(r'<p class="mb-note mb-unknown" role="status">(.*?)</p>', html)]

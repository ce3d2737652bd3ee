"""The choices in the sidebar as a test sees them: forms with a select box, each of which asks for an address."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form with a select box: its label, its options (text -> value), the text chosen, and what it keeps."""

    label: str = ""
    name: str = ""
    options: dict[str, str] = field(default_factory=dict)
    chosen: str = ""
    kept: dict[str, str] = field(default_factory=dict)

    def asks_for(self, text: str) -> dict[str, str]:
        """The parameters of the address when this option is picked."""
        return {name: value for name, value in {**self.kept, self.name: self.options[text]}.items() if value}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.value: str | None = None
        self.in_label = self.selected = False

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form())
        elif tag == "input" and given.get("type") == "hidden":
            self.forms[-1].kept[given["name"]] = given["value"]
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
        if tag == "option":
            self.value = None


def forms(html: str) -> list[Form]:
    """The forms with a select box, in order."""
    reader = _Reader()
    reader.feed(html)
    return [form for form in reader.forms if form.name]

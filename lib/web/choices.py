"""A choice of a parameter of the address, before it is drawn: a select box, or links side by side (forms.html)."""

from collections.abc import Mapping
from dataclasses import dataclass

from lib.site import href
from lib.web.address import Address


@dataclass(frozen=True, slots=True)
class Option:
    """A code of a choice, its text, and the address where it is picked."""

    code: str
    text: str
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """A choice: its name in the address and its options. `kept` are the other parameters of the address."""

    label: str
    name: str
    options: tuple[Option, ...]
    path: str
    kept: Mapping[str, str]

    @property
    def is_default(self) -> bool:
        """Whether nothing else than the default is picked."""
        return not any(option.is_chosen and option.code for option in self.options)


def choices(
    path: str,
    kept: Mapping[str, str],
    label: str,
    name: str,
    texts: Mapping[str, str],
    chosen: str,
    default: str = "",
) -> Choices:
    """A choice among `texts` (code and text, in order). The default has no code in the address."""

    def option(code: str, text: str) -> Option:
        value = "" if code == default else code
        return Option(value, text, href(path, {**kept, name: value}), code == chosen)

    return Choices(label, name, tuple(option(*row) for row in texts.items()), path, kept)


def of_address(
    address: Address, label: str, name: str, texts: Mapping[str, str], chosen: str, default: str = ""
) -> Choices:
    """A choice on the page of an address, which keeps what does not depend on it."""
    return choices(address.page.path, address.without(name), label, name, texts, chosen, default)

"""Reading the settings of this process from its environment and from one TOML file.

The setting `public_url` is MALBILD_PUBLIC_URL in the environment and `public_url` in the file, which is `malbild.toml`
beside `app.py` or where MALBILD_SETTINGS says. The environment goes before the file. A secret may also be the content
of a file: MALBILD_OIDC_CLIENT_SECRET_FILE. What is not declared is told and not guessed at.
"""

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from lib.store.installation.settings import ROLES, GroupRole, Installation, conflicts, secrets
from lib.words.language import _

PREFIX, FILE = "MALBILD_", "MALBILD_SETTINGS"
ROOT = Path(__file__).parents[3]
_ROLE_KEYS = {"group", "role", "board", "unit"}
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}


class BadSettings(Exception):
    """The settings cannot be used; the message has a plain sentence a line for every fault."""


@cache
def installation() -> Installation:
    """The settings of this process. Raises BadSettings with every fault."""
    return read(os.environ)


def read(environment: Mapping[str, str]) -> Installation:
    """The settings that an environment, and the file that it names, give. Raises BadSettings with every fault."""
    faults = list[str]()
    given = _file(environment, faults) | _environment(environment, faults)
    known = {setting.name: setting for setting in fields(Installation)}
    values = {}
    for name, value in given.items():
        if name not in known:
            faults.append(_("There is no setting “{name}”. See docs/settings.md.").format(name=name))
            continue
        try:
            values[name] = _value(known[name].default, name, value)
        except (ValueError, TypeError, LookupError, AttributeError):
            faults.append(
                _("The setting {name} cannot be read: “{value}”.").format(name=name, value=_shown(name, value))
            )
    settings = Installation(**values)
    faults += conflicts(settings)
    if faults:
        raise BadSettings("\n".join(faults))
    return settings


def _file(environment: Mapping[str, str], faults: list[str]) -> dict[str, Any]:
    path = Path(environment.get(FILE) or ROOT / "malbild.toml")
    if not path.is_file():
        if environment.get(FILE):
            faults.append(_("There is no file {file}.").format(file=path))
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        faults.append(_("The settings in {file} cannot be read: {reason}").format(file=path, reason=error))
        return {}


def _environment(environment: Mapping[str, str], faults: list[str]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for variable in environment:
        if not variable.startswith(PREFIX) or variable == FILE:
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name.endswith("_file") and name.removesuffix("_file") in secrets():
            try:
                content = Path(environment[variable]).read_text(encoding="utf-8").strip()
            except (OSError, ValueError):
                faults.append(_("The file {file} cannot be read.").format(file=environment[variable]))
                continue
            given[name.removesuffix("_file")] = content
        else:
            given[name] = environment[variable]
    return given


def _shown(name: str, value: object) -> str:
    return "***" if name in secrets() else str(value)[:80]


def _value(default: Any, name: str, value: Any) -> Any:
    """A value as its setting has it: texts of the environment as the type says. Raises ValueError, TypeError,
    LookupError or AttributeError where it is none."""
    if name == "roles":
        return tuple(_role(row) for row in (json.loads(value) if isinstance(value, str) else value))
    if isinstance(default, tuple):
        return tuple(_texts(value.split(",") if isinstance(value, str) else value))
    if isinstance(default, bool):
        return _TRUTHS[str(value).lower()]
    if isinstance(default, int):
        return _refuse() if isinstance(value, bool) else int(value)
    return value.strip() if isinstance(value, str) else _refuse()


def _refuse() -> Any:
    raise ValueError


def _texts(values: Any) -> Iterator[str]:
    for text in values:
        if text.strip():
            yield text.strip()


def _role(row: Mapping[str, str]) -> GroupRole:
    if row.keys() - _ROLE_KEYS or row["role"] not in ROLES or not row["group"]:
        _refuse()
    if row.get("unit") and not row.get("board"):
        _refuse()
    return GroupRole(**{name: str(text) for name, text in row.items()})


@dataclass(frozen=True, slots=True)
class Documented:
    """A setting as it is told to whoever runs the system: its value now, a secret's as stars."""

    name: str
    variable: str
    help: str
    default: str
    value: str


def documented(settings: Installation) -> list[Documented]:
    """Every setting."""
    rows = []
    for setting in fields(Installation):
        value = getattr(settings, setting.name)
        shown = "***" if value and setting.metadata["secret"] else _text(value)
        variable = f"{PREFIX}{setting.name.upper()}"
        rows.append(Documented(setting.name, variable, _(setting.metadata["help"]), _text(setting.default), shown))
    return rows


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return str(value).lower() if isinstance(value, bool) else str(value)

"""The settings of an installation: where they come from, what is told of those that cannot be, what is documented."""

from pathlib import Path

import pytest

from lib.store.installation.given import BadSettings, documented, read
from lib.store.installation.settings import GroupRole, Installation

SERVED = {"MALBILD_PUBLIC_URL": "https://malbild.example", "MALBILD_PUBLIC_READING": "true"}
PROXY = {"MALBILD_PROXY_SECRET": "s" * 16, "MALBILD_PROXIES": "127.0.0.1, 10.0.0.0/8"}
OIDC = {
    "MALBILD_OIDC_ISSUER": "https://idp.example",
    "MALBILD_OIDC_CLIENT_ID": "malbild",
    "MALBILD_OIDC_CLIENT_SECRET": "hemlig",
}


def faults(environment: dict[str, str]) -> list[str]:
    with pytest.raises(BadSettings) as told:
        read(environment)
    return str(told.value).splitlines()


def test_without_any_it_is_the_machine_s_own():
    assert read({"PATH": "/bin"}) == Installation()
    assert Installation().is_local


def test_the_environment_goes_before_the_file(tmp_path):
    file = tmp_path / "malbild.toml"
    file.write_text(
        'public_url = "https://malbild.example"\npublic_reading = true\nsession_hours = 4\nproxies = ["10.0.0.1"]\n'
        '[[roles]]\ngroup = "styrning"\nrole = "controller"\nboard = "ekero"\n'
    )
    settings = read({"MALBILD_SETTINGS": str(file), "MALBILD_SESSION_HOURS": "8"})
    assert settings == Installation(
        public_url="https://malbild.example",
        public_reading=True,
        session_hours=8,
        proxies=("10.0.0.1",),
        roles=(GroupRole("styrning", "controller", "ekero"),),
    )


def test_roles_in_the_environment_are_json():
    given = '[{"group": "*", "role": "reader"}, {"group": "chef", "role": "manager", "board": "b", "unit": "u"}]'
    assert read(SERVED | {"MALBILD_ROLES": given}).roles == (
        GroupRole("*", "reader"),
        GroupRole("chef", "manager", "b", "u"),
    )


def test_a_secret_is_read_from_a_file_and_never_shown(tmp_path):
    (tmp_path / "secret").write_text("mycket hemlig\n")
    given = SERVED | OIDC | {"MALBILD_OIDC_CLIENT_SECRET_FILE": str(tmp_path / "secret")}
    del given["MALBILD_OIDC_CLIENT_SECRET"]
    settings = read(given)
    assert settings.oidc_client_secret == "mycket hemlig"
    assert [row.value for row in documented(settings) if row.name == "oidc_client_secret"] == ["***"]


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"MALBILD_PUBLIK": "1"}, "Det finns ingen inställning ”publik”. Se docs/settings.md."),
        ({"MALBILD_SESSION_HOURS": "tio"}, "Inställningen session_hours går inte att läsa: ”tio”."),
        ({"MALBILD_PUBLIC_READING": "ja"}, "Inställningen public_reading går inte att läsa: ”ja”."),
        ({"MALBILD_ROLES": '[{"group": "g", "role": "chef"}]'}, "Inställningen roles går inte att läsa: "),
        ({"MALBILD_ROLES": '[{"group": "g", "role": "manager", "unit": "u"}]'}, "Inställningen roles går inte att"),
        ({"MALBILD_ROLES": "[1]"}, "Inställningen roles går inte att läsa: ”[1]”."),
        ({"MALBILD_SETTINGS": "/no/such.toml"}, "Filen /no/such.toml finns inte."),
        ({"MALBILD_OIDC_CLIENT_SECRET_FILE": "/no/such"}, "Filen /no/such går inte att läsa."),
        ({"MALBILD_ADDRESS": "0.0.0.0"}, "Målbild kan bara nås från den här datorn tills"),
        ({"MALBILD_PUBLIC_URL": "https://malbild.example"}, "Målbild kan bara nås från den här datorn tills"),
        ({"MALBILD_PUBLIC_READING": "true"}, "Ange adressen som användarna ser i public_url."),
        (SERVED | {"MALBILD_PUBLIC_URL": "malbild"}, "Inställningen public_url är ingen adress: ”malbild”."),
        (SERVED | OIDC | {"MALBILD_OIDC_CLIENT_SECRET": ""}, "Inloggningen behöver oidc_client_id"),
        (SERVED | OIDC | PROXY, "Användarna loggar in hos inloggningstjänsten eller hos proxyn"),
        (SERVED | PROXY | {"MALBILD_PROXIES": ""}, "Proxyns inloggning godtas bara från angivna adresser"),
        (SERVED | PROXY | {"MALBILD_PROXIES": "nginx"}, "Inställningen proxies innehåller ”nginx”"),
        (SERVED | PROXY | {"MALBILD_PROXY_SECRET": "kort"}, "Inställningen proxy_secret är för kort"),
        (SERVED | {"MALBILD_SESSION_HOURS": "0"}, "Inställningen session_hours måste vara mellan 1 och 720."),
    ],
)
def test_what_cannot_be_is_told(environment, told):
    assert [sentence[: len(told)] for sentence in faults(environment)] == [told]


def test_everything_that_is_wrong_is_told_at_once():
    assert len(faults(SERVED | {"MALBILD_A": "1", "MALBILD_B": "2", "MALBILD_SESSION_HOURS": "x"})) == 3


def test_a_secret_that_cannot_be_read_is_not_told(tmp_path):
    (tmp_path / "malbild.toml").write_text("proxy_secret = 1234567890123456\n")
    told = faults({"MALBILD_SETTINGS": str(tmp_path / "malbild.toml")})
    assert told == ["Inställningen proxy_secret går inte att läsa: ”***”."]


def test_every_setting_stands_in_the_docs_with_its_default():
    text = (Path(__file__).parents[3] / "docs" / "settings.md").read_text(encoding="utf-8")
    lacking = [
        row.name
        for row in documented(Installation())
        if f"| `{row.name}` | {f'`{row.default}`' if row.default else ''} | " not in text
    ]
    assert lacking == []

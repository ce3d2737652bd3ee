"""The settings of an installation: every one is declared here with its default and its use, and nowhere else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit

from lib.words.language import N_, _

# As frame-ancestors has it: a scheme, perhaps any subdomain, a name, perhaps a port.
_SITE = re.compile(r"(https?://)?(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?", re.IGNORECASE)
_MAILBOX = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")
_COLOUR = re.compile(r"(?:(?P<board>[a-z0-9-]+) )?(?P<colour>#[0-9a-f]{6})", re.IGNORECASE)
# Where none is given.
OWN_COLOUR = "#00539f"
ROLES = ("reader", "manager", "presenter", "controller", "administrator")


def _setting(default: Any, help: str, *, secret: bool = False) -> Any:
    """A setting with its default and its use (a message id); a secret is never shown."""
    return field(default=default, metadata={"help": help, "secret": secret})


@dataclass(frozen=True, slots=True)
class GroupRole:
    """A role that a group of the sign-in gives ('*' = all who are signed in): on a board ('' = all), in a unit."""

    group: str
    role: str
    board: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Installation:
    """All settings of an installation."""

    address: str = _setting("127.0.0.1", N_("The address to listen at; 127.0.0.1 is this machine alone."))
    public_url: str = _setting("", N_("The address that users see, such as https://malbild.kommun.se."))
    public_reading: bool = _setting(False, N_("Whether everybody may read without signing in. Writing needs it."))
    oidc_issuer: str = _setting("", N_("The issuer of the OpenID Connect provider."))
    oidc_client_id: str = _setting("", N_("Målbild’s client id at the provider."))
    oidc_client_secret: str = _setting("", N_("Målbild’s client secret at the provider."), secret=True)
    oidc_scopes: str = _setting("openid profile email", N_("The scopes to ask the provider for."))
    oidc_user_claim: str = _setting("preferred_username", N_("The claim that names the user, as roles are given."))
    oidc_name_claim: str = _setting("name", N_("The claim with the user’s name, as the history shows it."))
    oidc_groups_claim: str = _setting("groups", N_("The claim with the user’s groups or application roles."))
    session_hours: int = _setting(10, N_("How many hours a sign-in lasts."))
    proxies: tuple[str, ...] = _setting((), N_("The addresses or networks of the proxies in front of Målbild."))
    proxy_secret: str = _setting(
        "", N_("The secret that the proxy sends in X-Malbild-Proxy-Secret, where it does the sign-in."), secret=True
    )
    proxy_user_header: str = _setting("X-Forwarded-User", N_("The header in which the proxy names the user."))
    proxy_name_header: str = _setting("X-Forwarded-Name", N_("The header with the user’s name."))
    proxy_groups_header: str = _setting("X-Forwarded-Groups", N_("The header with the user’s groups, with commas."))
    administrators: tuple[str, ...] = _setting((), N_("The users who are administrators of the whole installation."))
    roles: tuple[GroupRole, ...] = _setting((), N_("The roles that the groups of the sign-in give."))
    first_board: str = _setting(
        "", N_("The code of the board that opens first; else your own first one, and before that the example.")
    )
    demonstration: bool = _setting(
        True, N_("Whether the boards that come with Målbild are shown once there is a board of your own.")
    )

    kolada: bool = _setting(False, N_("Whether figures may be fetched from Kolada."))
    kolada_url: str = _setting("https://api.kolada.se/v3/", N_("The address of Kolada’s API, version 3."))
    database_url: str = _setting(
        "",
        N_("The database: postgresql://user:password@host/name; empty is an SQLite file in data/."),
        secret=True,
    )
    database_connections: int = _setting(10, N_("The most connections to PostgreSQL that one server holds."))
    database_lock_seconds: int = _setting(10, N_("How many seconds to wait for someone else’s writing in PostgreSQL."))
    database_statement_seconds: int = _setting(60, N_("How many seconds a question to PostgreSQL may take."))
    metrics: bool = _setting(False, N_("Whether /metrics is answered, in Prometheus’ format."))
    log_json: bool = _setting(False, N_("Whether the log is written as JSON, one object a line."))
    disk_room: int = _setting(200, N_("Below how many free MB on its disk the server says that it is not ready."))

    embed_hosts: tuple[str, ...] = _setting(
        (), N_("The sites that may show charts in a frame, such as https://kommun.se.")
    )

    colours: tuple[str, ...] = _setting(
        (), N_("The municipality’s colour on the first slide, such as #00539f; of one board ekero #00539f.")
    )

    digest_folder: str = _setting("", N_("The folder that digests are written to: a letter and an Atom feed a board."))
    digest_to: tuple[str, ...] = _setting((), N_("The e-mail addresses that digests are sent to."))
    digest_from: str = _setting("", N_("The e-mail address that digests are sent from."))
    mail_host: str = _setting("", N_("The mail server that digests are sent by; without it they are only written."))
    mail_port: int = _setting(25, N_("The mail server’s port."))
    mail_tls: bool = _setting(True, N_("Whether the connection to the mail server is encrypted by STARTTLS."))
    mail_user: str = _setting("", N_("The user at the mail server, where it asks for one."))
    mail_password: str = _setting("", N_("The password at the mail server."), secret=True)

    def colour_of(self, board: str) -> str:
        """The colour of a board's municipality: its own, else that of all, '#00539f'."""
        given = {found["board"]: found["colour"] for text in self.colours if (found := _COLOUR.fullmatch(text))}
        return given.get(board) or given.get(None) or OWN_COLOUR

    @property
    def has_oidc(self) -> bool:
        """Whether users sign in at an OpenID Connect provider."""
        return bool(self.oidc_issuer)

    @property
    def has_proxy(self) -> bool:
        """Whether a proxy says who the user is."""
        return bool(self.proxy_secret)

    @property
    def is_local(self) -> bool:
        """Whether this is an installation on one's own machine: whoever is at it is its administrator."""
        return not (self.has_oidc or self.has_proxy or self.public_reading)

    @property
    def is_https(self) -> bool:
        """Whether users reach it over TLS."""
        return self.public_url.startswith("https://")

    @property
    def networks(self) -> tuple[IPv4Network | IPv6Network, ...]:
        """The networks of the proxies."""
        return tuple(ip_network(text) for text in self.proxies)


def is_loopback(address: str) -> bool:
    """Whether an address is one of the machine itself, which no other reaches."""
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def conflicts(settings: Installation) -> Iterator[str]:
    """What does not fit together, a sentence for each."""
    url = urlsplit(settings.public_url)
    if settings.public_url and (url.scheme not in {"http", "https"} or not url.hostname or url.query or url.fragment):
        yield _("The setting public_url is no address: “{value}”.").format(value=settings.public_url)
    for text in settings.proxies:
        try:
            ip_network(text)
        except ValueError:
            yield _("The setting proxies has “{value}”, which is no address or network.").format(value=text)
    kolada = urlsplit(settings.kolada_url)
    if kolada.scheme not in {"http", "https"} or not kolada.hostname or kolada.query or kolada.fragment:
        yield _("The setting kolada_url is no address: “{value}”.").format(value=settings.kolada_url)
    for host in settings.embed_hosts:
        if not _SITE.fullmatch(host):
            yield _("The setting embed_hosts has “{value}”, which is no site.").format(value=host)
    for text in settings.colours:
        if not _COLOUR.fullmatch(text):
            yield _("The setting colours has “{value}”, which is no colour such as #00539f.").format(value=text)
    if settings.is_local and (settings.public_url or not is_loopback(settings.address)):
        yield _(
            "Målbild is served to nobody but this machine until there is a sign-in (oidc_issuer or proxy_secret), or "
            "public_reading is switched on."
        )
    if settings.has_oidc and not (settings.oidc_client_id and settings.oidc_client_secret and settings.public_url):
        yield _("The sign-in needs oidc_client_id, oidc_client_secret and public_url beside oidc_issuer.")
    if settings.has_oidc and settings.has_proxy:
        yield _("Users sign in at the provider or at the proxy: give oidc_issuer or proxy_secret, not both.")
    if settings.has_proxy and not settings.proxies:
        yield _("The proxy’s sign-in is accepted from named addresses only: give them in proxies.")
    if settings.has_proxy and len(settings.proxy_secret) < 16:
        yield _("The setting proxy_secret is too short: give at least 16 characters.")
    if not settings.is_local and not settings.public_url:
        yield _("Give the address that users see in public_url.")
    for text in (*settings.digest_to, *filter(None, [settings.digest_from])):
        if not _MAILBOX.fullmatch(text):
            yield _("“{value}” among the settings of digests is no e-mail address.").format(value=text)
    if settings.mail_host and settings.digest_to and not settings.digest_from:
        yield _("Give the address that digests are sent from in digest_from.")
    for name, least in (("database_connections", 2), ("database_lock_seconds", 1), ("database_statement_seconds", 1)):
        if getattr(settings, name) < least:
            yield _("The setting {name} must be at least {least}.").format(name=name, least=least)
    if not 1 <= settings.session_hours <= 24 * 30:
        yield _("The setting session_hours must be between 1 and 720.")


def secrets() -> set[str]:
    """The names of the settings that are never shown."""
    return {setting.name for setting in fields(Installation) if setting.metadata["secret"]}

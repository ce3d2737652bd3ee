"""Who is signed in, which roles an administrator has given, and who has done what, as the store keeps them."""

import json
import logging
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session

from lib.store.access import Forbidden, Right, RoleOn, access, refusal, require, user
from lib.store.installation.settings import ROLES
from lib.tables.base import Setting
from lib.tables.people import AuditEntry, GivenRole, SignIn

LOG = logging.getLogger("malbild.audit")
_SECRET = "secret"  # noqa: S105 - the name of the setting that has it
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who is signed in, as the provider told."""

    identity: str
    name: str
    groups: tuple[str, ...]
    proof: str = ""


class People:
    """The people of a store: their sign-ins, their roles, their doings."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    # Signing in

    def secret(self) -> bytes:
        """The installation's own secret, made once, by which its keys are signed."""
        query = select(Setting.value).where(Setting.name == _SECRET)
        with self.engine.connect() as connection:
            found = connection.scalar(query)
        if found is None:
            # Another server may make it in the same moment.
            with suppress(IntegrityError), self.engine.begin() as connection:
                connection.execute(insert(Setting).values(name=_SECRET, value=secrets.token_hex(32)))
            with self.engine.connect() as connection:
                found = connection.scalar(query)
        return str(found).encode()

    def sign_in(self, who: SignedIn, hours: int) -> str:
        """Note that somebody is signed in, for some hours; gives the token for the cookie, which is kept nowhere."""
        token, now = secrets.token_urlsafe(32), datetime.now(UTC)
        row = {"identity": who.identity, "name": who.name, "groups": json.dumps(who.groups), "proof": who.proof}
        with self.engine.begin() as connection:
            connection.execute(delete(SignIn).where(SignIn.until < now))
            until = now + timedelta(hours=hours)
            connection.execute(insert(SignIn).values(token=hash_of(token), until=until, **row))
        return token

    def signed_in(self, hashed: str) -> SignedIn | None:
        """Whoever is signed in by a token's hash; None where it has ended."""
        query = select(SignIn.__table__).where(SignIn.token == hashed, SignIn.until > datetime.now(UTC))
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        return SignedIn(row.identity, row.name, tuple(json.loads(row.groups)), row.proof) if row else None

    def sign_out(self, hashed: str) -> None:
        """End a sign-in, in every tab and at every server."""
        with self.engine.begin() as connection:
            connection.execute(delete(SignIn).where(SignIn.token == hashed))

    # Roles

    def roles_of(self, identity: str) -> tuple[RoleOn, ...]:
        """The roles that an administrator has given somebody."""
        where = (GivenRole.identity == identity.casefold(), GivenRole.taken_at.is_(None))
        query = select(GivenRole.role, GivenRole.board, GivenRole.unit).where(*where).order_by(GivenRole.id)
        with self.engine.connect() as connection:
            return tuple(RoleOn(*row) for row in connection.execute(query))

    def given_roles(self) -> list[GivenRole]:
        """The roles that are given, on the boards whose administrator the user is."""
        query = select(GivenRole).where(GivenRole.taken_at.is_(None)).order_by(GivenRole.identity, GivenRole.id)
        with Session(self.engine, expire_on_commit=False) as session:
            rows = list(session.scalars(query))
        return [row for row in rows if access(row.board).may(Right.GRANT)]

    def give(self, identity: str, role: RoleOn) -> None:
        """Give somebody a role. Raises Forbidden unless the user is an administrator of that board."""
        require(role.board, Right.GRANT)
        if role.role not in ROLES or not identity.strip() or (role.unit and role.role != "manager"):
            raise ValueError(f"no such role: {role}")
        if role in self.roles_of(identity):
            return
        row = {"identity": identity.strip().casefold(), "role": role.role, "board": role.board, "unit": role.unit}
        with self.engine.begin() as connection:
            connection.execute(insert(GivenRole).values(given_by=_who(), given_at=datetime.now(UTC), **row))
        self.note("role given", role.board, f"{row['identity']}: {role.role} {role.unit}".strip())

    def take(self, number: int) -> None:
        """Take a role back. Raises Forbidden unless the user is an administrator of its board."""
        with Session(self.engine, expire_on_commit=False) as session:
            row = session.get(GivenRole, number)
        if row is None or row.taken_at is not None:
            return
        require(row.board, Right.GRANT)
        taken = update(GivenRole).where(GivenRole.id == number)
        with self.engine.begin() as connection:
            connection.execute(taken.values(taken_by=_who(), taken_at=datetime.now(UTC)))
        self.note("role taken", row.board, f"{row.identity}: {row.role} {row.unit}".strip())

    # Doings

    def note(self, act: str, board: str = "", about: str = "") -> None:
        """Note what the user does: in the store, and as a line for whatever collects the log.

        A store that cannot be written keeps nobody from reading: the line is then all there is, and says so. What
        somebody reads who is not signed in is not noted.
        """
        if not (user().identity or user().is_local):
            return
        at, row = datetime.now(UTC), {"who": _who(), "act": act, "board": board, "about": about[:500]}
        kept = True
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(AuditEntry).values(at=at, **row))
        except DatabaseError:
            kept = False
        line = {"at": at.isoformat(timespec="seconds"), **row, **({} if kept else {"kept": False})}
        LOG.info(json.dumps(line, ensure_ascii=False))

    def audit(self, most: int = MOST_ENTRIES) -> list[AuditEntry]:
        """What was done on the boards whose administrator the user is, the newest first; the reading is noted."""
        boards = self._administered()
        query = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(most)
        if "" not in boards:
            query = query.where(AuditEntry.board.in_(boards))
        with Session(self.engine, expire_on_commit=False) as session:
            rows = list(session.scalars(query))
        self.note("log read", boards[0] if len(boards) == 1 else "")
        return rows

    def _administered(self) -> Sequence[str]:
        """The boards whose log the user may read ('' = all). Raises Forbidden where there are none."""
        boards = [role.board for role in user().roles if role.role == "administrator"]
        if not boards:
            raise Forbidden(refusal())
        return boards


def hash_of(token: str) -> str:
    """The hash by which a token is kept."""
    return sha256(token.encode()).hexdigest()


def _who() -> str:
    return user().identity

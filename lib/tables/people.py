"""The tables beside the boards' own: who is signed in, the roles given, who has done what, presentations going on.

They are no part of the interchange format and of no batch: an export has none of them.
"""

import datetime as dt

from sqlalchemy import BigInteger, DateTime, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from lib.tables.base import Base


class SignIn(Base):
    """Somebody who is signed in, by the hash of what the browser's cookie has. Gone when it ends.

    `groups` is a JSON list; `proof` the provider's own token, which ends the sign-in there too.
    """

    __tablename__ = "sign_ins"

    token: Mapped[str] = mapped_column(String, primary_key=True)
    identity: Mapped[str] = mapped_column(String)
    name: Mapped[str] = mapped_column(String, default="")
    groups: Mapped[str] = mapped_column(Text, default="[]")
    proof: Mapped[str] = mapped_column(Text, default="")
    until: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class GivenRole(Base):
    """A role that an administrator gave somebody on a board ('' = all), in a unit ('' = all of the board)."""

    __tablename__ = "given_roles"
    __table_args__ = (Index("ix_given_roles_identity", "identity"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    identity: Mapped[str] = mapped_column(String)
    role: Mapped[str] = mapped_column(String)
    board: Mapped[str] = mapped_column(String, default="")
    unit: Mapped[str] = mapped_column(String, default="")
    given_by: Mapped[str] = mapped_column(String)
    given_at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    taken_by: Mapped[str] = mapped_column(String, default="")
    taken_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))


class AuditEntry(Base):
    """Something that somebody did, by identity: what kind of act, on which board ('' = none), about what."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_board", "board", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    who: Mapped[str] = mapped_column(String)
    act: Mapped[str] = mapped_column(String)
    board: Mapped[str] = mapped_column(String, default="")
    about: Mapped[str] = mapped_column(Text, default="")


class LivePresentation(Base):
    """A presentation of a meeting that goes on and the slide that it shows; gone when it is over.

    `begun` is in seconds since 1970; `at` is the number of the presenter's step, in milliseconds. `questions` and
    `edits` count what was saved about the meeting meanwhile.
    """

    __tablename__ = "presentations"

    code: Mapped[str] = mapped_column(String, primary_key=True)
    board: Mapped[str] = mapped_column(String)
    meeting: Mapped[str] = mapped_column(String)
    language: Mapped[str] = mapped_column(String)
    begun: Mapped[int] = mapped_column(BigInteger)
    slide: Mapped[int]
    black: Mapped[bool]
    by: Mapped[str] = mapped_column(String)
    at: Mapped[int] = mapped_column(BigInteger)
    agenda: Mapped[str] = mapped_column(String)
    questions: Mapped[int]
    edits: Mapped[int]


class LiveWindows(Base):
    """How many windows of a presentation are open at one server, as it last said; `beat` counts its sayings."""

    __tablename__ = "presentation_windows"

    code: Mapped[str] = mapped_column(String, primary_key=True)
    server: Mapped[str] = mapped_column(String, primary_key=True)
    presenting: Mapped[int]
    following: Mapped[int]
    beat: Mapped[int] = mapped_column(BigInteger)

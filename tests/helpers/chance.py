"""How much chance a property gets: in the suite enough for what it was written for, in the long runs far more."""

from hypothesis import settings


def examples(suite: int, soak: int) -> int:
    """How many examples are tried in this run, of a test that is marked `chance`."""
    return soak if settings.get_current_profile_name() == "soak" else suite

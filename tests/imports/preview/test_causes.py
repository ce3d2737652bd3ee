"""What likely lies behind changed figures."""

import pytest

from lib.imports.preview.causes import Cause, causes
from lib.store.plans import RowChange
from tests.helpers.rows import goal, observation, year


def changed(*pairs: tuple[dict, dict]) -> list[RowChange]:
    return [RowChange("observations", old, new, 1, 1) for old, new in pairs]


def values(*pairs: tuple[float, float], **given) -> list[RowChange]:
    """Figures of years in a row, from and to."""
    ends = [
        [observation(value=value, **year(2010 + place), **given) for value in pair] for place, pair in enumerate(pairs)
    ]
    return changed(*((old, new) for old, new in ends))


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        pytest.param(values((7.0, 70.0)), {Cause.DECIMAL: 1}, id="ten times"),
        pytest.param(values((7.0, 0.07)), {Cause.DECIMAL: 1}, id="a hundredth"),
        pytest.param(values((7.0, 71.0)), {}, id="hardly ten times"),
        pytest.param(values((7.0, -7.0)), {Cause.SIGN: 1}, id="sign"),
        pytest.param(values((0.0, 7.0)), {}, id="from zero"),
        pytest.param(values((5.0, 4.0), (6.0, 5.0), (7.0, 6.0)), {Cause.YEAR: 3}, id="a year later"),
        pytest.param(values((5.0, 6.0), (6.0, 7.0), (7.0, 8.0)), {Cause.YEAR: 3}, id="a year earlier"),
        pytest.param(values((5.0, 5.1), (6.0, 6.2), (7.0, 9.0)), {Cause.REVISED: 3}, id="most a little"),
        pytest.param(values((5.0, 5.1), (6.0, 8.2), (7.0, 9.0)), {}, id="most not little"),
        pytest.param(values((5.0, 5.1), (6.0, 6.2)), {}, id="two are too few"),
        pytest.param(changed((observation(), observation(note="ny"))), {Cause.WORDS: 1}, id="words"),
        pytest.param(changed((observation(value=None, status="missing"), observation())), {}, id="from no figure"),
        pytest.param(
            changed(
                (observation(gender="K", value=5.0), observation(gender="K", value=6.5)),
                (observation(gender="M", value=6.5), observation(gender="M", value=5.0)),
            ),
            {Cause.GENDERS: 2},
            id="women and men",
        ),
        pytest.param([RowChange("observations", None, observation(), None, 1)], {}, id="new"),
        pytest.param([RowChange("goals", goal(), goal(title="x"), 1, 1)], {}, id="no figure at all"),
    ],
)
def test_likely_causes(steps, found):
    assert causes(steps) == {(cause, "i"): n for cause, n in found.items()}

"""The traits of an indicator by which its figures are read."""

from dataclasses import dataclass

# Statistics that grow with the time and with the number of people that they are about.
_AMOUNTS = frozenset({"count", "sum"})


@dataclass(frozen=True, slots=True)
class IndicatorTraits:
    """The traits of an indicator that its figures need to be read."""

    board: str
    code: str
    name: str
    definition: str = ""
    unit_of_measure: str = ""
    decimals: int = 0
    better: str = "none"
    statistic: str = "share"
    area: str = ""
    minimum_group: int = 11
    kolada: str = ""
    source: str = ""
    locator: str = ""
    accumulates: bool | None = None
    about_children: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether a part of the population has less of it than the whole, so that the whole's target is not theirs."""
        return self.statistic in _AMOUNTS

    @property
    def depends_on_length(self) -> bool:
        """Whether figures of different length cannot be compared; a state, such as on the last day, can."""
        return self.is_amount and self.accumulates is not False

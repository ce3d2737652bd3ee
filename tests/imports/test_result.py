"""The places of what was read: many in little memory, each as it was put there."""

from hypothesis import given
from hypothesis import strategies as st

from lib.imports.result import CellPlace, CellPlaces

names = st.sampled_from(["", "Blad1", "Utfall"])
places = st.lists(st.builds(CellPlace, names, st.integers(1, 1_100_000), names))


@given(places, st.slices(10))
def test_places_are_as_they_were_put(places, part):
    packed = CellPlaces(places)
    assert (len(packed), list(packed), packed[part]) == (len(places), places, places[part])
    assert packed == places

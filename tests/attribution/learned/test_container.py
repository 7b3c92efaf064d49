"""The weights file: what is written is read, what is damaged is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.attribution.learned.container import FORMAT, read_container, write_container
from diplotext.errors import WeightsError

SAMPLE = write_container(
    {"language": "xx"},
    {
        "words": ("words", ["said", "told", "gesagt"]),
        "keys": ("rising", [3, 1 << 60, (1 << 60) + 5]),
        "small": ("h", [-5, 0, 300]),
        "exact": ("d", [0.25, -1e300]),
        "none": ("words", []),
    },
)


def test_round_trip():
    metadata, columns = read_container(SAMPLE)
    assert metadata == {"language": "xx"}
    assert columns == {
        "words": ["said", "told", "gesagt"],
        "keys": [3, 1 << 60, (1 << 60) + 5],
        "small": [-5, 0, 300],
        "exact": [0.25, -1e300],
        "none": [],
    }


@given(
    st.lists(st.integers(0, (1 << 62) - 1), unique=True).map(sorted),
    st.lists(st.integers(-128, 127)),
)
def test_numbers_round_trip(rising, small):
    data = write_container({}, {"r": ("rising", rising), "b": ("b", small)})
    assert read_container(data)[1] == {"r": rising, "b": small}


@given(st.integers(0, len(SAMPLE) - 1), st.integers(1, 255))
def test_a_changed_byte_is_noticed(at, change):
    damaged = bytearray(SAMPLE)
    damaged[at] ^= change
    try:
        found = read_container(bytes(damaged))
    except WeightsError:
        return
    assert found == read_container(SAMPLE)  # nothing that is read has changed


def test_a_column_of_another_type_is_noticed():
    """Eight bytes of a number are eight small ones: lengths and the columns' bytes stay the same."""
    with pytest.raises(WeightsError, match="checksum"):
        read_container(SAMPLE.replace(b'["exact", "d"', b'["exact", "b"'))


@pytest.mark.parametrize(
    "data",
    [b"", b"diplotext weights\n", SAMPLE[:-1], SAMPLE[:40], b"PK\x03\x04" + SAMPLE],
    ids=["empty", "magic only", "cut", "cut header", "another file"],
)
def test_what_is_no_weights_file_is_refused(data):
    with pytest.raises(WeightsError):
        read_container(data)


def test_a_newer_format_is_refused_by_name():
    with pytest.raises(WeightsError, match="format 9"):
        read_container(SAMPLE.replace(b'"format": %d' % FORMAT, b'"format": 9'))

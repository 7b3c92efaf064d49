"""Labels of lines that are no speakers: what they list, and turns under names in capitals."""

import pytest
from tests.growth import assert_linear

from diplotext.attribution.build import build_attribution
from diplotext.attribution.doubt.label_line import is_label_line
from diplotext.model import Reason

TURN = "ANN ROE: It is late, but the port is open.\n\n"


def said_at(text, start):
    """What stands behind the colon of a line, as the learned stages may read it."""
    colon = text.index(":", start)
    end = text.index(".", colon)
    said = build_attribution(
        text,
        [(colon + 2, end)],
        cue=(colon, colon + 1),
        source=(start, colon),
        reason=Reason(stage="learned", evidence=":"),
    )
    return said, said.cue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe: Theft of a boat, held in jail.", True),
        ("Ann Roe: It is late.", False),
        ("LINDI: It is late, but the market is open.", True),
        (TURN * 2, False),
    ],
)
def test_labels(text, expected):
    assert is_label_line(*said_at(text, 0)) is expected


def test_a_long_transcript_takes_linear_time():
    def read(count):
        text = TURN * count
        for start in range(0, len(text), len(TURN)):
            is_label_line(*said_at(text, start))

    assert_linear(read, 300)

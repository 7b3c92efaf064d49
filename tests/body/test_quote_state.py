"""Quote states of tokens: drawn as - outside, i inside, ( open, ) close."""

import pytest

from diplotext.body.token import tokenize


@pytest.mark.parametrize(
    ("text", "drawn", "left_open"),
    [
        ("‘We go,’ he said.", "(iii)---", False),
        ("the men' s home", "-----", False),
        ("„Ja“, he said.", "(i)----", False),
        ("”Hej”, he said.", "(i)----", False),
        ('"We go, he said. "Now."', "-------(ii)", False),
        ('We go," he said.', "-------", False),
        ("“He told ‘em no,” she said.", "(iiiiii)---", False),
        ("“We go on.", "(iiii", True),
        ("''No,'' he said.", "(ii)---", False),
        ("Nobody speaks.", "---", False),
        ("", "", False),
    ],
)
def test_states(text, drawn, left_open):
    table = tokenize(text, [(0, len(text))])[0]
    assert "".join("-i()"[state] for state in table.quotes) == drawn
    assert table.left_open == left_open

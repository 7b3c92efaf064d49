"""mypy --strict agrees with every line of the contract, the lines that must not pass included."""

from pathlib import Path

import pytest

CONTRACT = Path(__file__).parent / "typing" / "contract.py"


@pytest.mark.timeout(180)
def test_the_typing_contract_holds():
    api = pytest.importorskip("mypy.api", reason="mypy comes with the extra 'test'")
    out, err, status = api.run(
        [
            "--strict",
            "--warn-unused-ignores",
            "--no-incremental",
            "--follow-imports=silent",
            "--no-error-summary",
            str(CONTRACT),
        ]
    )
    assert (out, err, status) == ("", "", 0)

"""What all tests share."""

# Checked by mypy in test_typing.py, never run: its last lines are wrong on purpose.
collect_ignore = ["typing/contract.py"]

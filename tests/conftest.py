"""What all tests share."""

import os

from hypothesis import HealthCheck, settings

# Checked by mypy in test_typing.py, never run: its last lines are wrong on purpose.
collect_ignore = ["typing/contract.py"]

# HYPOTHESIS_PROFILE=long looks further. No clock decides anything, so that a busy machine fails
# no test; and where CI is set the examples are the same in every run.
_STEADY = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.register_profile("default", _STEADY, max_examples=50)
settings.register_profile("long", _STEADY, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# Two commands matter: `make demo` and `make test`. Both make .venv and install what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
JOBS ?= 2

.PHONY: demo test lint types docs evals bench clean

demo: $(VENV)/.demo
	@$(BIN)/python -m diplotext parse --published 2024-03-15 docs/examples/harbour.txt

# make test COVERAGE=1 counts the lines that ran as well, as CI does; it takes nearly twice as long.
COVERED = $(if $(COVERAGE),--cov --cov-report=term:skip-covered --cov-fail-under=95)

test: $(VENV)/.test
	$(BIN)/python -m pytest -n $(JOBS) $(COVERED)

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.lint
	$(BIN)/mypy
	$(BIN)/pyright

docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --site-dir $(VENV)/site

# make evals CORPORA=folder: the folder that holds wire/ and polnear/.
evals: $(VENV)/.demo
	@test -n "$(CORPORA)" || { echo "make $@ CORPORA=folder"; exit 1; }
	$(BIN)/python -m evals $(CORPORA)

bench: $(VENV)/.demo
	@test -n "$(CORPORA)" || { echo "make $@ CORPORA=folder"; exit 1; }
	$(BIN)/python -m benchmarks $(CORPORA)/polnear/dev/text

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "diplotext needs Python 3.11 or later; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "No venv module: on Debian, 'apt install python3-venv' brings it."; exit 1; }

$(VENV)/.demo: $(VENV)/bin/python pyproject.toml
	$(PIP) install --editable .
	@touch $@

# One stamp an extra: .venv/.test holds the extra 'test', and so on.
$(VENV)/.test $(VENV)/.lint $(VENV)/.docs: $(VENV)/.%: $(VENV)/bin/python pyproject.toml
	$(PIP) install --editable '.[$*]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

# recruitcheck: every target sets up what it needs. `make` alone shows this list.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUT := build

.PHONY: help demo test soak check lint types bench bench-matching docs wheel clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The stamp makes the second run quick and offline: packages are asked for only when pyproject.toml changed.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "recruitcheck needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "The venv module is missing. On Debian: apt install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up in $(VENV) (first run only) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(READY) ## the main job on made-up registries, agencies and offers
	@$(BIN)/recruitcheck demo --out $(OUT)/demo

# COVERAGE=yes measures branches too, at nearly twice the time.
test: $(READY) ## all tests
	$(BIN)/python -m pytest -n auto --dist loadgroup $(if $(COVERAGE),--cov --cov-report=term:skip-covered --cov-fail-under=90)

# Ten thousand damaged files, kill -9 at two hundred moments, a million equal names, and the other tests that draw at random at full length.
SOAK := tests/registry/test_damage.py tests/registry/test_plain_rows.py tests/intake tests/store tests/matching/test_bulk.py
soak: $(READY) ## the tests that draw at random, at full length (takes an hour)
	RECRUITCHECK_SOAK=yes $(BIN)/python -m pytest -n auto --dist loadgroup $(SOAK)

check: $(READY) lint types ## format, lint, types, and tests with branch coverage, as before a commit
	@$(MAKE) --no-print-directory test COVERAGE=yes

lint: $(READY) ## format, code and red-flag rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@mkdir -p $(OUT)
	$(BIN)/recruitcheck rules lint > $(OUT)/rules-lint.json

types: $(READY)
	$(BIN)/mypy

bench: $(READY) ## measure: import, matching, offers (uses the real lists beside the checkout where they are)
	$(BIN)/python -m benchmarks.run

docs: $(READY) ## write docs/standards.md and docs/registries.md from the data
	$(BIN)/python docs/make_standards.py
	$(BIN)/python docs/make_registries.py

# The peers live in an environment of their own: none of them is needed to use or test recruitcheck.
PEERS := $(OUT)/bench/peers
$(PEERS)/.ready: benchmarks/matching/peers/requirements.txt
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# SIZES="50000 200000 1000000" measures speed and memory on larger registers; a million names take most of an hour.
SIZES ?= 50000
bench-matching: $(READY) $(PEERS)/.ready ## matching beside its peers: accuracy, speed, memory, calibration, as a page
	$(BIN)/python benchmarks/matching/scorecard.py "$${RECRUITCHECK_SHARED:-../shared}/names-sample" -o $(OUT)/bench/matching --sizes $(SIZES) --peers $(PEERS)/bin/python

wheel: $(READY) ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean: ## remove what the targets made
	rm -rf $(VENV) $(OUT) dist .mypy_cache .ruff_cache .pytest_cache .coverage htmlcov

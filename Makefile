# What is behind each target is also written out in README.md and CONTRIBUTING.md, for people without make.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11
# On a developer's machine the suite leaves out what takes long or needs a browser, Node or old programs, and counts no
# lines, which takes a third of its time; under CI it runs everything, and fails when too little of the code was run.
TESTS := $(if $(CI),--cov,-m "not slow and not chromium and not node and not old_anki")

.PHONY: help play test check tests format clean

help:
	@echo "make play     documents in seeds/ to decks to the terminal, ready to answer"
	@echo "make test     format, lint, types, import contracts, tests; CI=true adds the slow ones and those in a browser"
	@echo "make check    the same without the tests"
	@echo "make format   let ruff put the code in form"
	@echo "make clean    remove the virtual environment and all caches"

play: $(VENV)/quiz.stamp
	@$(BIN)/quiz generate seeds
	@$(BIN)/quiz play --all

test: check tests

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

tests: $(VENV)/dev.stamp
	$(BIN)/pytest -n auto --dist worksteal $(TESTS)

format: $(VENV)/dev.stamp
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

clean:
	rm -rf $(VENV) .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist

$(VENV)/quiz.stamp: pyproject.toml $(BIN)/python
	@echo "Installing quiz into $(VENV) (once, a minute or two)"
	@$(PIP) --editable .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml $(BIN)/python
	@echo "Installing quiz and its checks into $(VENV) (once, a minute or two)"
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/quiz.stamp

# The first Python that is new enough and can make environments; one line says what is missing where there is none.
$(BIN)/python:
	@old=yes; for python in $(PYTHON); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  old=no; "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	  exec "$$python" -m venv --clear $(VENV); \
	done; \
	if [ $$old = yes ]; then echo "quiz needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python3"; \
	else echo "quiz needs Python's venv module to install itself: apt install python3-venv"; fi >&2; \
	exit 1

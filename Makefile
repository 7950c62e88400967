# Two commands do everything on a machine with Python, git and Node: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint check-types check-architecture unit judges clean

demo: $(VENV)/.installed ## see the tool at work on the sample application
	@$(BIN)/python examples/demo.py

test: lint check-types check-architecture unit ## everything that CI runs

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types: $(VENV)/.installed
	$(BIN)/mypy

check-architecture: $(VENV)/.installed
	$(BIN)/lint-imports

unit: $(VENV)/.installed tests/conformance/node_modules/.installed judges
	$(BIN)/pytest -n auto --dist loadgroup

judges: ## PostgreSQL and MariaDB, the judges of migrations, and Chromium, the judge of what a reader sees
	@bash tests/conformance/install.sh

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

tests/conformance/node_modules/.installed: tests/conformance/package.json tests/conformance/package-lock.json
	cd tests/conformance && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

clean:
	rm -rf $(VENV) tests/conformance/node_modules

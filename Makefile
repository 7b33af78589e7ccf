# What people do every day. `make demo` and `make test` set up everything they need by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KOOSTE := $(BIN)/kooste
# Where this is set, every process that reads or fetches compiles its whole world anew, which takes three times as long as to start.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: install demo serve test lint format bench browser lock clean

install: $(VENV)/.stamp ## make .venv with the command .venv/bin/kooste

$(VENV)/.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kooste needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check "uv==0.13.9"
	$(BIN)/uv pip install -q -p $(VENV) --require-hashes -r requirements.lock
	$(BIN)/uv pip install -q -p $(VENV) --no-deps --no-build-isolation -e .
	@touch $@

demo: install ## the example region: harvested over HTTP, published, served (ONCE=1 ends after publishing)
	$(KOOSTE) demo $(if $(ONCE),--once)

serve: install ## the site and the explorer over what was harvested
	$(KOOSTE) serve

lint: install ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks examples
	$(BIN)/lint-imports

format: install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

browser: ## a Chromium for the tests of pages; without it they are skipped, visibly
	@command -v chromium-headless-shell >/dev/null || \
	{ command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null; } || \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	echo "No Chromium could be installed: the browser tests will be skipped. On Debian: sudo apt-get install chromium-headless-shell"

test: lint browser ## everything CI runs
	$(BIN)/python -m pytest -n auto --dist worksteal

# These look at a site that is there already: each says what it wants.
OF_A_SITE := page_weights html_validity lighthouse search_index

bench: install ## speed as ratios in one run
	@for name in $(filter-out $(OF_A_SITE),$(basename $(notdir $(wildcard benchmarks/[a-z]*.py)))); do \
	echo "== $$name"; $(BIN)/python -m benchmarks.$$name || exit 1; done

lock: install ## the hash-locked requirements, after a change of dependencies
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q -o requirements.lock

clean:
	rm -rf $(VENV) var build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# playbookgen: `make site` and `make test` do all the set-up they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help site test slow exhaustive editor web check format bench lock schemas clean

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | while IFS="$$(printf '\t')" read -r name words; do printf '  make %-11s %s\n' "$$name" "$$words"; done

site: $(READY) ## Check and draw the example playbooks and build their site under site/public
	$(BIN)/playbookgen build .

test: $(READY) ## Run the tests (under 12 minutes on 2 cores)
	$(PYTEST) -m "not slow and not exhaustive" -n 2 --dist loadfile

slow: $(READY) ## Run the longer suites (under 40 minutes)
	$(PYTEST) -m "slow" -n 2

exhaustive: $(READY) ## Run the longest suites
	$(PYTEST) -m "exhaustive" -n 2

editor: ## Install the language server that the tests of the editor's side drive (needs Node.js)
	cd tests/editor && npm ci --ignore-scripts --no-audit --no-fund

web: ## Install the checkers that the tests of built pages ask (needs Node.js; vnu needs Java)
	cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund

check: $(READY) ## Lint, types, import contracts, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_generated.py

format: $(READY) ## Let ruff lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## Measure speed, as ratios in one run, and layouts beside those of other tools
	$(BIN)/python bench/load.py
	$(BIN)/python bench/workspace.py
	$(BIN)/python bench/draw.py
	$(BIN)/python bench/site.py
	$(BIN)/python bench/serve.py
	-cd bench/layout && npm ci --ignore-scripts --no-audit --no-fund
	$(BIN)/python -m bench.layout
	$(BIN)/python -m bench.layout.speed
	$(BIN)/python bench/search.py
	-cd bench/web && npm ci --ignore-scripts --no-audit --no-fund
	$(BIN)/python bench/lighthouse.py

schemas: $(READY) ## Write the JSON Schemas that the examples name
	$(BIN)/python tools/check_generated.py --write

lock: $(READY) ## Pin the newest dependencies that pyproject.toml allows, with hashes
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/python -m piptools compile --quiet --upgrade --extra dev --generate-hashes --allow-unsafe \
	  --strip-extras --no-annotate --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --output-file constraints.txt pyproject.toml

clean: ## Remove what was built; the next target sets it up again
	rm -rf $(VENV) site/public

$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "playbookgen needs Python 3.11 or newer as $(PYTHON)."; \
	  echo "Install it (Debian: apt install python3 python3-venv; macOS: brew install python;"; \
	  echo "Windows: winget install Python.Python.3.13), or name one: make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make a virtual environment: its venv module is missing."; \
	  echo "Install it (Debian, Ubuntu: apt install python3-venv) and run make again."; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

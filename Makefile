# One environment in .venv, installed once from requirements.lock; every target uses it.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: demo test test-all bench catalogues openapi pictures lock clean

# An invented example county: untidy workbooks, their import, the status, PDF and xlsx in demo/.
demo: $(READY)
	@$(BIN)/fuelcheck demo

# Layers and catalogues are held by tests among the others. No browser, no server.
test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 -m "not slow and not whole" --cov

# What takes longer: the wheel in an empty environment, kill and power cut, full pages, and the suite
# on PostgreSQL, without the tests that know no database.
test-all: $(READY)
	$(BIN)/pytest -n 2 --dist loadfile -m "slow or whole"
	$(BIN)/python -m tests.whole.on_postgres pytest -n 2 -m "not slow and not whole" \
		tests $(addprefix --ignore=tests/,demo law ledgers reports rules toml whole)

bench: $(READY)
	$(BIN)/python -m benchmarks

# After a sentence was added or changed; names what is to be translated in zh_CN/LC_MESSAGES/fuelcheck.po.
catalogues: $(READY)
	@$(BIN)/python -m tests.catalogues

# The API's document and its examples, after anything that the API answers was changed.
openapi: $(READY)
	@$(BIN)/python -m tests.api.described

# The README's pictures, from the example county as it is today.
pictures: $(READY)
	$(BIN)/python -m tests.pictures

# The newest versions that pyproject.toml allows, for every system, with hashes; needs uv (pip install uv).
lock:
	uv pip compile pyproject.toml --group dev --group whole --extra postgres --universal --python-version 3.11 \
		--upgrade --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -o requirements.lock

clean:
	rm -rf .venv build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'fuelcheck needs Python 3.11 or newer. If you have one under another name: make $(MAKECMDGOALS) PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { \
		echo 'Python could not make an environment. On Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $(READY)

# make run | test | pictures | soak | coverage | check | bench | export DIR=folder | lock | sbom
PORT ?= 8501
DIR ?= export
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test suite pictures soak coverage check bench export lock sbom system
.DELETE_ON_ERROR:

run: .venv/run.stamp
	@echo "Bygger databasen och startar Målbild …"
	@$(BIN)/python -m lib run --port $(PORT)

test: .venv/test.stamp system
	@$(MAKE) --no-print-directory --jobs 2 check suite

# The tests alone, all of them: types are looked at by one core beside them.
suite:
	@$(BIN)/python -m pytest

# The pictures that pages are compared with, made anew: look at what git says has changed before it is committed.
pictures: .venv/test.stamp
	@RENEW_PICTURES=1 $(BIN)/python -m pytest -n 0 tests/browser/test_pictures.py

# What chance may find only in hours: kills, and whatever else bears the mark. A test may take two hours here.
soak: .venv/test.stamp system
	@$(BIN)/python -m pytest -m "soak or chance" -n 0 --timeout 7200

# The lines and branches of lib that the tests run, here and in the servers and children that they start.
coverage: .venv/test.stamp system
	@mkdir -p build/coverage
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage json --quiet
	@$(BIN)/python -m tests.helpers.covered

check: .venv/test.stamp
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/test.stamp
	@$(BIN)/python -m bench

export: .venv/run.stamp
	@$(BIN)/python -m lib export $(DIR)

# Every package, with the hash of each of its files: for Python 3.11 and later on any system. After a change of the pins.
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet
lock: build/tools/stamp
	@build/tools/bin/uv pip compile requirements.txt $(LOCK) -o requirements.lock
	@build/tools/bin/uv pip compile requirements-test.txt -c requirements.lock $(LOCK) -o requirements-test.lock

# What Målbild is made of, as CycloneDX tells it: every package that it runs with, its version and hashes.
sbom: build/tools/stamp
	@build/tools/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --mc-type application \
		--output-reproducible --output-format JSON --output-file build/sbom.json
	@echo "Innehållsförteckningen finns i build/sbom.json."

build/tools/stamp: requirements-tools.txt
	@$(PYTHON) -m venv build/tools
	@build/tools/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-tools.txt
	@touch $@

# A stamp is newer than the list it was made from: pip runs only when the list has changed.
.venv/run.stamp: requirements.lock | $(BIN)/python
	@echo "Installerar paketen i requirements.lock. Det tar en minut eller två den första gången …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock || \
		{ echo "Paketen i requirements.lock kunde inte installeras. Kontrollera nätverket och försök igen." >&2; exit 1; }
	@touch $@

.venv/test.stamp: requirements-test.lock requirements.lock | $(BIN)/python
	@echo "Installerar paketen i requirements-test.lock. Det tar en minut eller två den första gången …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock || \
		{ echo "Paketen i requirements-test.lock kunde inte installeras. Kontrollera nätverket och försök igen." >&2; exit 1; }
	@touch $@ .venv/run.stamp

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Målbild behöver Python 3.11 eller senare. Ange den med make PYTHON=python3.12 run." >&2; exit 1; }
	@echo "Skapar en virtuell Python-miljö i .venv …"
	@$(PYTHON) -m venv .venv || { echo "Python saknar venv. På Debian: apt-get install python3-venv." >&2; exit 1; }

# The tests need a real browser and the library that its driver is linked with, a real PostgreSQL, a real proxy, and an
# office that opens the documents.
system:
	@missing=""; \
	[ -n "$$CHROMIUM" ] || { command -v chromium-headless-shell || command -v chromium; } >/dev/null || \
		missing="$$missing chromium-headless-shell"; \
	/sbin/ldconfig -p | grep -q libatomic.so.1 || missing="$$missing libatomic1"; \
	{ command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1 || missing="$$missing postgresql"; \
	command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$$missing nginx-light"; \
	command -v soffice >/dev/null || \
		missing="$$missing libreoffice-impress libreoffice-writer libreoffice-calc"; \
	[ -z "$$missing" ] && exit 0; \
	if [ -f /etc/debian_version ] && [ "$$(id -u)" = 0 ]; then \
		echo "Installerar$$missing. Det tar några minuter …"; \
		apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing; \
	else \
		echo "Testerna behöver$$missing. Installera det som saknas och kör make test igen." >&2; exit 1; \
	fi

# Each target makes its own environment in .venv: a fresh machine needs make and Python 3.11 or newer.
#   make booklet              out/booklet.pdf from content/
#   make test                 everything but veraPDF
#   make PYTHON=python3.13 …  with another Python
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
N      ?= 100

.PHONY: booklet schedule test lint goldens bench quality uneven verify plates schemas reference pictures clean help
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

help:
	@echo 'make booklet    out/booklet.pdf, the printed programme of content/'
	@echo 'make schedule   out/schedule.pdf, run sheets and day grids for the venues'
	@echo 'make test       all tests (veraPDF has its own target)'
	@echo 'make lint       ruff, mypy --strict, import-linter'
	@echo 'make goldens    write the golden texts and pictures anew; read the diff before you commit it'
	@echo 'make bench      build a generated festival of N=100 films cold, again and after one edit;'
	@echo '                COMPARE=400 adds how the cost grows'
	@echo 'make quality    count what is badly set in a generated festival of N=100 films: widows, kinsoku, grid'
	@echo 'make uneven     how each house layout takes N=100 films of very uneven length; LANGUAGES=it,ja'
	@echo 'make verify     veraPDF on the press files of every layout, in out/verify (needs a JDK; a minute or two)'
	@echo 'make plates     which ink lies where, by three programs, on press files in out/plates (needs Ghostscript;'
	@echo '                a minute); FILES="a.pdf b.pdf" compares those'
	@echo 'make schemas    content/.schemas/*.schema.json, by which editors complete and check'
	@echo 'make reference  docs/layout-reference.md, every key of a layout'
	@echo 'make pictures   docs/pictures/*.png, the pictures of docs/layouts.md'
	@echo 'make clean      remove what was built, keep .venv'

booklet: $(VENV)/ready
	@$(BIN)/progprint build booklet

schedule: $(VENV)/ready
	@$(BIN)/progprint build schedule

test: $(VENV)/ready-for-tests
	@$(BIN)/python -m pytest -q -n 2
	@echo 'Not run here: veraPDF (PDF/A-2b). `make verify` runs it.'

lint: $(VENV)/ready-for-tests
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache --no-logo

goldens: $(VENV)/ready-for-tests
	@$(BIN)/python -m pytest -q -k golden --update

bench: $(VENV)/ready
	@$(BIN)/python tests/bench/bench.py $(N) $(if $(COMPARE),--compare $(COMPARE))

quality: $(VENV)/ready
	@$(BIN)/python tests/bench/quality.py $(N)

uneven: $(VENV)/ready-for-tests
	@$(BIN)/python tests/bench/uneven.py $(N) $(if $(LANGUAGES),--languages $(LANGUAGES))

verify: $(VENV)/ready-for-tests
	@$(BIN)/python tests/verapdf/press_files.py

plates: $(VENV)/ready-for-tests
	@$(BIN)/python tests/plates/compare.py $(FILES)

schemas: $(VENV)/ready
	@$(BIN)/progprint schema --write content/.schemas

reference: $(VENV)/ready
	@$(BIN)/progprint schema --markdown > docs/layout-reference.md

pictures: $(VENV)/ready
	@$(BIN)/python docs/pictures/make.py

clean:
	rm -rf out dist build .progprint_cache content/.progprint_cache
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'progprint needs Python 3.11 or newer; for example: make PYTHON=python3.13 $(MAKECMDGOALS)' >&2; exit 1; }
	@echo 'Preparing $(VENV): about a minute, once.'
	@$(PYTHON) -m venv $(VENV) \
	  || { echo 'Python has no venv here; Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@$(PIP) install --upgrade pip
	@$(PIP) install --editable .
	@touch $@

$(VENV)/ready-for-tests: $(VENV)/ready
	@$(PIP) install --group dev
	@touch $@

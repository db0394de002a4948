# Everything runs from a bare checkout with Python 3.11+ and make: each target makes its own .venv first.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test format models evaluate reference clean

demo: $(READY)
	$(BIN)/lacos read examples/noticia.txt --published 2025-10-14
	$(BIN)/lacos read examples/noticia.txt --published 2025-10-14 --format html > demo.html
	@echo "demo.html: open it in a browser"
	@mkdir -p build
	$(BIN)/lacos add build/demo.db examples/crise.jsonl
	$(BIN)/lacos tie build/demo.db VEN GUY
	$(BIN)/lacos brief build/demo.db VEN GUY --length paragraph

test: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: $(READY)
	$(BIN)/lacos evaluate ../shared/data/gold/dev.json

# A page a room, of its docstrings: build/reference/index.html. The server has a reference of its own (docs/api.md).
ROOMS := lacos.front $(filter-out lacos.cli lacos.web,$(patsubst lacos/%/__init__.py,lacos.%,$(wildcard lacos/*/__init__.py)))
reference: $(READY)
	$(BIN)/pdoc lacos $(ROOMS) -o build/reference

models: $(READY)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[train]'
	$(BIN)/python -m training.pt

clean:
	rm -rf .venv demo.html build

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(READY)

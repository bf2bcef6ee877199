# Your Turn: every verb in one place. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run demo test test-fast lint fmt check bench attack messages pictures
PORT ?= 8000

help:  ## Lists these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .ready  ## Everything, then the site on http://127.0.0.1:8000 (PORT=8010 make run: elsewhere)
	@PORT=$(PORT) sh .ci/serve

demo: .ready  ## Builds the demo world again from the start
	@.venv/bin/python manage.py create_keys >/dev/null && .venv/bin/python manage.py load_demo --reset

test: .ready  ## Every test: SQLite, real PostgreSQL, real Chromium
	@sh .ci/test

test-fast: .ready  ## Tests without a browser or servers, on SQLite
	@.venv/bin/pytest -n 2 -q -m "not journey and not servers"

lint: .ready  ## Style, types, walls between rooms, templates, settings, migrations, security
	@sh .ci/lint

fmt: .ready  ## Puts code and templates in order
	@.venv/bin/ruff check --fix --quiet . && .venv/bin/ruff format --quiet . && .venv/bin/djade --quiet $$(git ls-files '*.html') || true

check: lint test  ## What CI runs

bench: .ready  ## Prints the figures of docs/performance.md, as ratios in one run
	@sh .ci/bench

attack: .ready  ## Attacks 300 made-up surveys after the audit, and prints what protection costs
	@.venv/bin/python -m tests.attack

pictures: .ready  ## Draws the sheet of pictures beside the controls again
	@.venv/bin/python manage.py draw_controls

messages: .ready  ## Brings the translators' files in locale/ up to date with the pages
	@.venv/bin/python manage.py messages

.ready:
	@sh .ci/env
.PHONY: .ready

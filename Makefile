# Toutes les commandes du projet ; « make » seul les montre. Chacune prépare ce dont elle a besoin.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
export NO_MKDOCS_2_WARNING := 1
export TITRE

.DEFAULT_GOAL := help
.PHONY: help site serve check verify test test-all fix new todo pictures bench clean lock

help: ## Montre cette liste
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

site: .venv/site ## Construit le site dans site/ (installe d'abord ce qu'il faut)
	@$(BIN)/vigie build

serve: .venv/site ## Montre le site sur http://127.0.0.1:8000/ et le refait à chaque modification
	@$(BIN)/vigie serve --port $(PORT)

check: .venv/site ## Vérifie les mots et les faits, sans construire
	@$(BIN)/vigie check

verify: .venv/site ## Vérifie les pages déjà construites dans site/
	@$(BIN)/vigie verify site

new: .venv/site ## Prépare une actualité : make new TITRE="Le titre"
	@$(BIN)/vigie new post "$$TITRE"

todo: .venv/site ## Ce qui reste à traduire, à relire, à compléter
	@$(BIN)/vigie todo

test: .venv/test ## Lint, types et tests, navigateur compris (un quart d’heure sur deux cœurs)
	@sh scripts/get-test-tools.sh $(BIN)/python
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not night"

test-all: .venv/test ## Les mêmes, et ceux de la nuit (longs, ou qui demandent le réseau)
	@sh scripts/get-test-tools.sh $(BIN)/python
	@sh scripts/get-night-tools.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist worksteal

fix: .venv/test ## Met en forme le code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pictures: .venv/test ## Redessine les images du guide des rédacteurs
	@VIGIE_DRAW=1 $(BIN)/python -m pytest -q tests/guide -k can_be_drawn

bench: .venv/test ## Mesure le coût d'une page, d'une langue, d'un texte
	$(BIN)/python bench/run.py

lock: ## Refait les verrous des dépendances (demande uv)
	uv lock
	uv export --quiet --no-emit-project --no-default-groups --group build -o requirements.lock
	uv export --quiet --no-emit-project --all-groups -o requirements-test.lock

clean: ## Efface ce qui se refait : site/, caches, .venv
	rm -rf site build .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis src/*.egg-info

# Deux installations du même dossier : de quoi construire le site ; de quoi le tester.
.venv/site: requirements.lock pyproject.toml
	@sh scripts/make-venv.sh $(PYTHON) requirements.lock
	@touch $@

.venv/test: requirements-test.lock pyproject.toml
	@sh scripts/make-venv.sh $(PYTHON) requirements-test.lock
	@touch $@ .venv/site

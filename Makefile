# `make` alone prints this list.
.DEFAULT_GOAL := help
CARGO ?= cargo
DATA ?= ../shared/data/olist
ROLES ?= superadmin admin support client writer

.PHONY: help
help: ## Print what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: ## Build, migrate, fill in demo data once, and serve on http://127.0.0.1:8080
	$(CARGO) build --release --bin tally
	target/release/tally migrate
	target/release/tally seed --size small
	target/release/tally serve

.PHONY: test
test: ## Run every test on a private PostgreSQL and Redis
	$(CARGO) build --workspace --bins
	scripts/with-services $(CARGO) test --workspace

.PHONY: soak
soak: ## Run the fault and random tests of cache, ledger, streams and leaks in their long form, on optimised programs
	$(CARGO) build --release --workspace --bins
	TALLY_SOAK=1 scripts/with-services $(CARGO) test --workspace --test it -- cache:: client::leaks communications::streams ledger:: --nocapture --test-threads 1

.PHONY: page
page: ## Try the page for admins in a real browser; its pictures go to target/page
	scripts/browser --version
	$(CARGO) build --workspace --bins
	scripts/with-services $(CARGO) test --workspace --features tally-tests/browser --test page

.PHONY: check
check: fmt-check lint deny test ## Everything that decides whether a change lands

.PHONY: fmt
fmt: ## Format the code
	$(CARGO) fmt --all

.PHONY: fmt-check
fmt-check: ## Refuse code that is not formatted
	$(CARGO) fmt --all --check

.PHONY: lint
lint: ## Refuse code that clippy warns about
	$(CARGO) clippy --workspace --all-targets --features tally-tests/browser -- -D warnings

.PHONY: deny
deny: ## Check licences, sources, bans and advisories of the dependencies
	scripts/deny

.PHONY: openapi
openapi: ## Write openapi/openapi.json anew
	UPDATE_OPENAPI=1 $(CARGO) test --workspace --test it house::openapi

.PHONY: schema
schema: ## Write migration/schema.sql anew
	$(CARGO) build -p tally-migration
	scripts/with-services scripts/write-schema

.PHONY: migrate
migrate: ## Bring the schema of DATABASE_URL (or of the embedded database) up to date
	$(CARGO) run --release --bin tally -- migrate

.PHONY: schemathesis
schemathesis: ## Try the API with thousands of generated requests as each of ROLES (needs Python 3)
	$(CARGO) build --workspace --bins
	scripts/with-services scripts/schemathesis $(ROLES)

.PHONY: figures
figures: ## Import real data and compare every known figure (DATA=folder of the olist files)
	$(CARGO) build --workspace --bins
	scripts/with-services target/debug/bench figures $(DATA)

.PHONY: bench
bench: ## Measure speed and memory on imported real data (DATA=folder of the olist files)
	$(CARGO) build --release --workspace --bins
	scripts/with-services target/release/bench speed $(DATA)

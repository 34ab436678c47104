#!/usr/bin/env bash
# Prints the schema of a database in the form of schema.sql: as pg_dump writes it, without the lines
# that differ from run to run or from version to version.
# Usage: migration/dump.sh postgres://user@host/name > migration/schema.sql
set -euo pipefail

if [[ $# -ne 1 ]]; then
    echo "usage: $0 <database-url>" >&2
    exit 2
fi

pg_dump --schema-only --no-owner --no-privileges --dbname="$1" | sed \
    -e '/^\\restrict /d' \
    -e '/^\\unrestrict /d' \
    -e '/^-- Dumped from database version /d' \
    -e '/^-- Dumped by pg_dump version /d' \
    -e '/^SET transaction_timeout = /d'

#!/usr/bin/env bash
# Run once by the PostgreSQL image, when its volume is new: the owner migrates, the application only works with rows,
# Temporal has a role and databases of its own.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$LIANBAN_OWNER_PASSWORD" --set app="$LIANBAN_APP_PASSWORD" --set temporal="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE lianban_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE lianban_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app';
CREATE ROLE temporal LOGIN CREATEDB PASSWORD :'temporal';
CREATE DATABASE lianban OWNER lianban_owner;
SQL

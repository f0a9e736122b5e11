#!/bin/bash
# Makes <db>_template of every dump. The first thing that goes wrong ends the container: a database that is loaded half
# would only lower scores.
set -euo pipefail

sql() { psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-password "$@"; }
fail() { echo "bird-postgres: $*" >&2; exit 1; }

# Two roles that nobody logs in as: one owns databases, the other what is in them. A session may so be given all of the
# second (in its clone) without any right on a template.
sql --dbname postgres <<'SQL'
CREATE ROLE bird_templates NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE ROLE bird_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
SQL

count=0
for dump in /opt/bird/dumps/*.sql; do
  [ -f "$dump" ] || fail "there is no dump in /opt/bird/dumps"
  db=$(basename "$dump" .sql)
  template=${db}_template
  [[ $db =~ ^[a-z][a-z0-9_]{0,39}$ ]] || fail "$dump: \"$db\" can't name a database"
  # psql takes the end of the file for the end of the rows, so a dump that was cut off loads without an error.
  tail -n 5 "$dump" | grep -q 'dump complete' || fail "$dump: its end is missing (a last line \"-- dump complete\")"
  sql --dbname postgres -c "CREATE DATABASE $template OWNER bird_templates TEMPLATE template0 ENCODING 'UTF8'"
  sql --dbname postgres -c "REVOKE ALL ON DATABASE $template FROM PUBLIC"
  sql --dbname "$template" -c "GRANT USAGE, CREATE ON SCHEMA public TO bird_owner"
  PGOPTIONS="-c role=bird_owner" sql --dbname "$template" --single-transaction --output=/dev/null -f "$dump" ||
    fail "$dump: loading failed"
  tables=$(sql --dbname "$template" --tuples-only --no-align \
    -c "SELECT COUNT(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
  [ "$tables" -gt 0 ] || fail "$dump: it makes no table"
  echo "bird-postgres: $template loaded, $tables tables"
  sql --dbname "$template" -c "VACUUM (FREEZE, ANALYZE)"
  sql --dbname postgres -c "ALTER DATABASE $template WITH IS_TEMPLATE true ALLOW_CONNECTIONS false"
  count=$((count + 1))
done
touch "$PGDATA/templates-loaded"
echo "bird-postgres: $count templates are ready"

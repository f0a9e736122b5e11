/**
 * What the image of postgres.ts starts with. On an empty data folder: makes the cluster, the role and the database, and
 * runs the init scripts on a server that only the socket reaches; then becomes the command. A script that fails ends it.
 */
export const postgresEntrypoint = String.raw`#!/usr/bin/env bash
set -Eeo pipefail

# NAME [DEFAULT]: the variable's value, or the content of the file that NAME_FILE names.
file_env() {
  local name=$1 file=$1_FILE value=$2
  if [ -n "$(printenv "$name")" ] && [ -n "$(printenv "$file")" ]; then
    echo "error: both $name and $file are set" >&2
    exit 1
  fi
  if [ -n "$(printenv "$name")" ]; then value=$(printenv "$name"); fi
  if [ -n "$(printenv "$file")" ]; then value=$(cat "$(printenv "$file")"); fi
  export "$name"="$value"
  unset "$file"
}

# Init scripts may call it too: psql on the new server, which stops at the first error.
docker_process_sql() {
  local query=(psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-password --no-psqlrc)
  if [ -n "$POSTGRES_DB" ]; then query+=(--dbname "$POSTGRES_DB"); fi
  PGHOST='' PGHOSTADDR='' "${"$"}{query[@]}" "$@"
}

run_init_scripts() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh)
        if [ -x "$file" ]; then
          echo "$0: running $file"
          "$file"
        else
          echo "$0: sourcing $file"
          . "$file"
        fi ;;
      *.sql) echo "$0: running $file"; docker_process_sql -f "$file" ;;
      *.sql.gz) echo "$0: running $file"; gunzip -c "$file" | docker_process_sql ;;
      *.sql.xz) echo "$0: running $file"; xzcat "$file" | docker_process_sql ;;
      *.sql.zst) echo "$0: running $file"; zstd -dc "$file" | docker_process_sql ;;
      *) echo "$0: ignoring $file" ;;
    esac
  done
}

make_cluster() {
  local wal=() auth
  file_env POSTGRES_PASSWORD ''
  file_env POSTGRES_USER postgres
  file_env POSTGRES_DB "$POSTGRES_USER"
  file_env POSTGRES_INITDB_ARGS ''
  if [ -z "$POSTGRES_PASSWORD" ] && [ "$POSTGRES_HOST_AUTH_METHOD" != trust ]; then
    echo 'error: POSTGRES_PASSWORD must be set (or POSTGRES_HOST_AUTH_METHOD=trust)' >&2
    exit 1
  fi
  if [ -n "$POSTGRES_INITDB_WALDIR" ]; then wal=(--waldir "$POSTGRES_INITDB_WALDIR"); fi
  # The arguments are shell words, quotes included.
  eval 'initdb --username="$POSTGRES_USER" --pwfile=<(printf "%s\n" "$POSTGRES_PASSWORD") "${"$"}{wal[@]}" '"$POSTGRES_INITDB_ARGS"' "$@"'
  auth=$(postgres -C password_encryption)
  printf '\nhost all all all %s\n' "${"$"}{POSTGRES_HOST_AUTH_METHOD:-$auth}" >>"$PGDATA/pg_hba.conf"
  sed -ri "s/^#?(listen_addresses)\s*=.*/\1 = '*'/" "$PGDATA/postgresql.conf"
}

main() {
  export PGDATA="${"$"}{PGDATA:-/var/lib/postgresql/data}"
  if [ "${"$"}{1:0:1}" = - ]; then set -- postgres "$@"; fi
  if [ "$1" != postgres ]; then exec "$@"; fi
  if [[ " $* " =~ \ (-\?|--help|-V|--version|-C|--describe-config)\  ]]; then exec "$@"; fi
  mkdir -p "$PGDATA" /var/run/postgresql || true
  if [ "$(id -u)" = 0 ]; then
    if [ -n "$POSTGRES_INITDB_WALDIR" ]; then
      mkdir -p "$POSTGRES_INITDB_WALDIR"
      chown -R postgres:postgres "$POSTGRES_INITDB_WALDIR"
    fi
    find "$PGDATA" \! -user postgres -exec chown postgres '{}' +
    find /var/run/postgresql \! -user postgres -exec chown postgres '{}' +
    chmod 00700 "$PGDATA"
    exec gosu postgres "$BASH_SOURCE" "$@"
  fi
  chmod 00700 "$PGDATA" || true
  if [ ! -s "$PGDATA/PG_VERSION" ]; then
    # Fails before anything is made, rather than after.
    ls /docker-entrypoint-initdb.d/ >/dev/null
    make_cluster
    export PGPASSWORD="${"$"}{PGPASSWORD:-$POSTGRES_PASSWORD}"
    local options
    options=$(printf '%q ' "${"$"}{@:2}" -c listen_addresses= -p 5432)
    pg_ctl -D "$PGDATA" -o "$options" -w start
    if [ -z "$(POSTGRES_DB= docker_process_sql --dbname postgres --tuples-only --set db="$POSTGRES_DB" \
      <<<"SELECT 1 FROM pg_database WHERE datname = :'db'")" ]; then
      POSTGRES_DB= docker_process_sql --dbname postgres --set db="$POSTGRES_DB" <<<'CREATE DATABASE :"db"'
    fi
    run_init_scripts
    pg_ctl -D "$PGDATA" -m fast -w stop
    unset PGPASSWORD
    echo 'PostgreSQL init process complete; ready for start up.'
  else
    echo 'PostgreSQL Database directory appears to contain a database; Skipping initialization'
  fi
  exec "$@"
}

# Sourced by those who only want its functions.
if [ "${"$"}{BASH_SOURCE[0]}" = "$0" ]; then main "$@"; fi
`;

#!/bin/bash
set -euo pipefail
cat > /app/render.sh <<'RENDER'
#!/bin/bash
# Usage: render.sh TEMPLATE ENVFILE; prints the template with its placeholders filled in.
self=`basename "$0"`
if [ "$#" -ne 2 ]; then
  echo "usage: $self TEMPLATE ENVFILE" >&2
  exit 2
fi

declare -A values
while IFS= read -r line || [ -n "$line" ]; do
  case $line in '' | '#'*) continue ;; esac
  values["${line%%=*}"]=${line#*=}
done < "$2"

placeholder='\{\{([A-Z][A-Z0-9_]*)(:([^}]*))?\}\}'
output=
missing=
while IFS= read -r line || [ -n "$line" ]; do
  while [[ $line =~ $placeholder ]]; do
    token=${BASH_REMATCH[0]} name=${BASH_REMATCH[1]} colon=${BASH_REMATCH[2]} fallback=${BASH_REMATCH[3]}
    if [ -z "$colon" ] && [ -z "${values[$name]+defined}" ]; then
      missing="$missing $name"
    fi
    value=${values[$name]:-$fallback}
    output+=${line%%"$token"*}$value
    line=${line#*"$token"}
  done
  output+=$line$'\n'
done < "$1"

if [ -n "$missing" ]; then
  echo "$self: not defined:$missing" >&2
  exit 3
fi
printf '%s' "$output"
RENDER
chmod 755 /app/render.sh
/app/render.sh /app/site.conf.tmpl /app/prod.env > /app/site.conf

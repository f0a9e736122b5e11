#!/bin/sh
# Becomes the owner of the person's folder, who may use the engine's socket, and runs auto-harness as them: whatever it
# writes is theirs. Begun as root; nothing of the person's is read or written before root is given up.
set -eu
socket=/var/run/docker.sock
state=/var/lib/auto-harness
if [ ! -S "$socket" ]; then
  echo "auto-harness: the engine's socket is not in this container ($socket): start it by compose.yaml, see docs/compose.md" >&2
  exit 2
fi
# The state in the volume is one folder's: another one's results are not to be mixed into it.
container=$(hostname)
mounted='{{range .Mounts}}{{if eq .Destination "/project"}}{{.Source}}{{end}}{{end}}'
folder=$(docker container inspect --format "$mounted" "$container" 2>/dev/null || true)
if [ -n "$folder" ] && [ -f "$state/folder" ] && [ "$(cat "$state/folder")" != "$folder" ]; then
  echo "auto-harness: this volume holds the state of $(cat "$state/folder"), this is $folder: give it a project of its own (docker compose -p NAME …); if the folder was moved: docker compose run --rm --entrypoint rm loop $state/folder" >&2
  exit 2
fi
owner=$(stat -c %u /project)
group=$(stat -c %g /project)
# A volume is root's when it is made, and may have been made for another owner's folder.
for own in "$state" "$state/runs" "$state/state" "$state/home"; do
  mkdir -p "$own"
  if [ "$(stat -c %u:%g "$own")" != "$owner:$group" ]; then chown -R "$owner:$group" "$own"; fi
done
if [ -n "$folder" ]; then printf '%s' "$folder" >"$state/folder"; fi
if [ -s /run/auto-harness/ca.pem ]; then
  export NODE_EXTRA_CA_CERTS=/run/auto-harness/ca.pem SSL_CERT_FILE=/run/auto-harness/ca.pem
fi
# Which container of the engine's this is: another one can then tell that this one has died.
export AUTO_HARNESS_CONTAINER="$container" AUTO_HARNESS_RUNS="$state/runs" XDG_STATE_HOME="$state/state" HOME="$state/home"
exec setpriv --reuid="$owner" --regid="$group" --groups="$(stat -c %g "$socket")" --inh-caps=-all \
  node --max-semi-space-size=4 /opt/auto-harness/bin/auto-harness.js "$@"

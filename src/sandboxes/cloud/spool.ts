// A command in a sandbox that is far away, so that neither a connection that breaks nor a request that is sent twice
// harms it: whoever starts it again with the same id only listens, from the byte on that he has not heard yet.
//
// Its output travels live and is also kept in a folder of the sandbox, which the next command removes. While the
// connection holds, a listener who doesn't read stops the command. Needs sh, coreutils and util-linux (setsid, setpriv).

import { marker } from "../kill-script.ts";

export const spoolRoot = "/var/lib/auto-harness";

export interface SpooledCommand {
  /** Of this command, in this sandbox: hex. */
  id: string;
  command: readonly string[];
  cwd: string;
  /** `name`, `uid`, either with `:group`; "" is root. */
  user: string;
  /** No capabilities, and none to be had. */
  bare: boolean;
  env: Readonly<Record<string, string>>;
  /** Its input is a pipe that `feeder` fills. */
  stdin: boolean;
}

/** Sets uid, gid and home for the user `$user`, or says why not. */
const findUser = `
find_user() {
  uid=0; gid=0; home=/root; groups=--clear-groups
  [ -z "$user" ] && return 0
  name="\${user%%:*}"; group=; case "$user" in *:*) group="\${user#*:}";; esac
  known=
  while IFS=: read -r n _ u g _ h _; do
    if [ "$n" = "$name" ] || [ "$u" = "$name" ]; then known=1; uid=$u; gid=$g; home=$h; break; fi
  done </etc/passwd
  if [ -z "$known" ]; then
    case "$name" in ''|*[!0-9]*) echo "unable to find user $name: no matching entries in passwd file" >&2; return 1;; esac
    uid=$name; home=/
  fi
  if [ -n "$group" ]; then
    case "$group" in
      *[!0-9]*)
        found=
        while IFS=: read -r n _ g _; do [ "$n" = "$group" ] && { gid=$g; found=1; break; }; done </etc/group
        [ -z "$found" ] && { echo "unable to find group $group: no matching entries in group file" >&2; return 1; };;
      *) gid=$group;;
    esac
  elif [ -n "$known" ]; then groups=--init-groups
  fi
}
switch_user() {
  find_user || return 126
  switch=
  if [ "$uid:$gid" != 0:0 ] || [ -n "$bare" ]; then
    switch="setpriv --reuid=$uid --regid=$gid $groups"
    [ -n "$bare" ] && switch="$switch --no-new-privs --inh-caps=-all --bounding-set=-all"
  fi
  return 0
}
`;

/** For a step of an image's build: `$user` is set before it, the command stands behind it. */
export const runAsUser = `bare=;${findUser}switch_user || exit 126; export HOME="$home"; exec $switch`;

const oomKills = `
oom_kills() { kills=0; while read -r key value; do [ "$key" = oom_kill ] && kills=$value; done </proc/vmstat; }
`;

/** $1 id, $2 and $3 bytes heard, $4 ids to forget, $5 user, $6 bare, $7 cwd, $8 "in" or "", then the command. */
const script = `
theirs=$PATH; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; umask 077
root=${spoolRoot}; id=$1; heard_out=$2; heard_err=$3; forget=$4; user=$5; bare=$6; cwd=$7; input=$8; shift 8
for old in $forget; do rm -rf "$root/$old"; done
dir=$root/$id
mkdir -p "$root" || exit 125
${findUser}${oomKills}
if mkdir "$dir" 2>/dev/null; then
  cd "$dir" || exit 125
  mkfifo o e; : >out; : >err; [ -n "$input" ] && mkfifo i
  echo $$ >ready.new; mv ready.new ready
  setsid sh -c 'tee -a "$1/out" <"$1/o"; : >"$1/o.end"' sh "$dir" & copy_out=$!
  setsid sh -c 'tee -a "$1/err" <"$1/e" >&2; : >"$1/e.end"' sh "$dir" & copy_err=$!
  source=/dev/null; [ -n "$input" ] && source=$dir/i
  oom_kills; before=$kills
  (
    umask 022
    switch_user || exit 126
    cd "$cwd" || exit 126
    exec $switch setsid env -u USER -u LOGNAME -u OLDPWD PATH="$theirs" HOME="$home" ${marker}="$id" "$@"
  ) <"$source" >"$dir/o" 2>"$dir/e"
  code=$?
  tries=0
  until [ -e o.end ] && [ -e e.end ]; do
    tries=$((tries + 1)); [ $tries -gt 60 ] && break
    if [ $tries -lt 20 ]; then sleep 0.0107; else sleep 0.0507; fi
  done
  kill -9 -- "-$copy_out" "-$copy_err" 2>/dev/null
  oom_kills
  echo "$code $((kills - before))" >end.new; mv end.new end
  exit $code
fi
tries=0
until [ -e "$dir/ready" ]; do tries=$((tries + 1)); [ $tries -gt 100 ] && exit 125; sleep 0.0507; done
hear() {
  size=$(wc -c <"$dir/$1"); [ "$size" -gt "$2" ] || return 0
  tail -c +$(($2 + 1)) "$dir/$1" | head -c $((size - $2))
}
read -r runner <"$dir/ready"
while :; do
  ended=; { [ -e "$dir/end" ] || ! kill -0 "$runner" 2>/dev/null; } && ended=1
  hear out $heard_out; [ "$size" -gt $heard_out ] && heard_out=$size
  hear err $heard_err >&2; [ "$size" -gt $heard_err ] && heard_err=$size
  [ -n "$ended" ] && break
  sleep 0.107
done
[ -e "$dir/end" ] || exit 137
read -r code _ <"$dir/end"; exit "$code"
`;

/** The program and arguments that start it, or listen to it from the given bytes on. */
export function spoolCommand(
  { id, command, cwd, user, bare, env, stdin }: SpooledCommand,
  { out, err, forget }: { out: number; err: number; forget: readonly string[] },
): string[] {
  const pairs = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const head = [id, String(out), String(err), forget.join(" "), user, bare ? "1" : "", cwd, stdin ? "in" : ""];
  return ["/bin/sh", "-c", script, "sh", ...head, ...pairs, ...command];
}

/**
 * $1 id. Fills a command's input: lines `number length`, each with so many bytes behind it; one that comes twice is
 * passed over. A second feeder of the same command says which process the first one is.
 */
const feederScript = `
dir=${spoolRoot}/$1; tries=0
until [ -p "$dir/i" ]; do tries=$((tries + 1)); [ $tries -gt 200 ] && exit 125; sleep 0.0507; done
if mkdir "$dir/feeding" 2>/dev/null; then echo $$ >"$dir/feeder.new"; mv "$dir/feeder.new" "$dir/feeder"; else
  until [ -e "$dir/feeder" ]; do sleep 0.0507; done
  cat "$dir/feeder"; exit 0
fi
echo $$
exec 3>"$dir/i"; last=0
while read -r number length; do
  if [ "$number" -gt "$last" ]; then head -c "$length" >&3; last=$number; else head -c "$length" >/dev/null; fi
done
`;

export function feederCommand(id: string): string[] {
  return ["/bin/sh", "-c", feederScript, "sh", id];
}

// A command in a sandbox that is far away, so that neither a connection that breaks nor a request that is sent twice
// harms it: whoever starts it again with the same id only listens, from the byte on that he has not heard yet.
//
// Its output travels live and is also kept in a folder of the sandbox, in parts, so that it takes little of the disk.
// What is kept as ends: one part is the stream's head, another one its tail; what came between is counted. What is kept
// as a whole: a part is removed once a listener has taken it, and a command that is parts ahead of him is stopped. The
// next command removes the folder. Needs sh, coreutils and util-linux (setsid, setpriv).

import { marker } from "../kill-script.ts";
import { enterScript } from "./spool-environment.ts";
import { settleSpool, spoolRoot } from "./spool-folder.ts";

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
  /** Bytes of each stream that are kept and heard, 2 at least: a head and a tail. Left out: all of them. */
  ends?: number;
}

/** Of what is kept as a whole; so many of them wait for a listener. */
const wholePartBytes = 4 * 1024 * 1024;
const partsAhead = 4;
/** Of 64 KiB, in each part of what may become a tail. */
const ringBlocks = 64;

/** The length of a kept stream's parts; the last one is shorter. */
export function partBytesOf({ ends }: SpooledCommand): number {
  return ends === undefined ? wholePartBytes : Math.ceil(ends / 2);
}

export type SpoolStream = "out" | "err";

/** Of one part, in the sandbox. */
export function partPath(id: string, stream: SpoolStream, number: number): string {
  return `${spoolRoot}/${id}/${stream}.${number}`;
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

/**
 * $1 folder, $2 pipe, $3 stream, $4 bytes of a part, $5 of the tail or "". Each of its processes names the folder, by
 * which it is known as ours (processes.ts). dd counts what it reads, also what is short: fewer reads than it was told are
 * the stream's end. Where a tail is kept it is made later, of the last two parts of a ring.
 */
const copyScript = `
dir=$1; pipe=$2; name=$1/$3; part=$4; tail=$5; n=0; exec 3<"$dir/$pipe"
live() {
  size=0
  while [ "$size" -lt "$part" ]; do
    left=$((part - size)); block=4096; [ $left -ge $block ] || block=$left; reads=$((left / block))
    dd bs=$block count=$reads of="$dir/$pipe.live" <&3 2>"$dir/$pipe.reads" & tee -a "$name.$n" <"$dir/$pipe.live"; wait $!
    # Before its counts it may warn of reads that were short, in any language.
    full=; while IFS=+ read -r full short; do case "$full" in ""|*[!0-9]*) full=;; *) break;; esac; done <"$dir/$pipe.reads"
    [ -n "$full" ] || return 1
    [ $((full + \${short%% *})) -ge $reads ] || return 1
    # One that is gone was heard to its end, and removed already.
    size=$(stat -c %s "$name.$n" 2>/dev/null) || size=$part
  done
}
if [ -z "$tail" ]; then
  while live; do
    n=$((n + 1))
    while [ -e "$name.$((n - ${partsAhead}))" ]; do sleep 0.0507; done
  done
elif live; then
  blocks=$(((tail + 65535) / 65536)); [ $blocks -ge ${ringBlocks} ] || blocks=${ringBlocks}
  while :; do
    rm -f "$name.ring.$((n - 2))"; echo "$n $((blocks * 65536))" >"$name.at"
    dd bs=65536 count=$blocks iflag=fullblock status=none of="$name.ring.$n" <&3
    [ "$(stat -c %s "$name.ring.$n")" -ge $((blocks * 65536)) ] || break
    n=$((n + 1))
  done
fi
: >"$dir/$pipe.end"
`;

/**
 * $1 id, $2 and $3 bytes heard, $4 ids to forget, $5 user, $6 bare, $7 cwd, $8 "in" or "", $9 bytes of a part, then of
 * the tail or "", then the command. What it leaves in \`end\`: exit code, kills for want of memory, bytes dropped of each
 * stream.
 */
const script = `
theirs=$PATH; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; umask 077
root=${spoolRoot}; id=$1; heard_out=$2; heard_err=$3; forget=$4; user=$5; bare=$6; cwd=$7; input=$8; part=$9; shift 9; tail=$1; shift
${settleSpool}
settle_spool || exit 125
for old in $forget; do rm -rf "$root/$old"; done
dir=$root/$id
${findUser}${oomKills}
keep_tail() {
  name=$dir/$1; dropped=0; [ -e "$name.at" ] || return 0
  read -r n ring <"$name.at"
  cat "$name.ring.$((n - 1))" "$name.ring.$n" 2>/dev/null | tail -q -c "$tail" - "$dir/none" >"$name.new"
  set -- $(stat -c %s "$name.ring.$n" "$name.new")
  dropped=$((n * ring + $1 - $2)); rm -f "$name".ring.*; mv "$name.new" "$name.1"
}
if mkdir "$dir" 2>/dev/null; then
  cd "$dir" || exit 125
  mkfifo o e o.live e.live; : >out.0; : >err.0; : >none; [ -n "$input" ] && mkfifo i
  echo $$ >ready.new; mv ready.new ready
  copy='${copyScript}'; enter='${enterScript}'
  setsid sh -c "$copy" sh "$dir" o out "$part" "$tail" & copy_out=$!
  setsid sh -c "$copy" sh "$dir" e err "$part" "$tail" >&2 & copy_err=$!
  source=/dev/null; [ -n "$input" ] && source=$dir/i
  oom_kills; before=$kills
  (
    umask 022
    switch_user || exit 126
    cd "$cwd" || exit 126
    export ${marker}="$id"
    exec $switch setsid sh -c "$enter" sh "$theirs" "$home" "$@"
  ) <"$source" >"$dir/o" 2>"$dir/e"
  code=$?
  # What it has started may hold its output open for ever; a command of ours starts nothing, and a slow listener may take long.
  tries=0; most=60; [ -n "$tail$input" ] || most=12000
  until [ -e o.end ] && [ -e e.end ]; do
    tries=$((tries + 1)); [ $tries -gt $most ] && break
    if [ $tries -lt 20 ]; then sleep 0.0107; else sleep 0.0507; fi
  done
  kill -9 -- "-$copy_out" "-$copy_err" 2>/dev/null
  oom_kills
  keep_tail out; dropped_out=$dropped; keep_tail err
  echo "$code $((kills - before)) $dropped_out $dropped" >end.new; mv end.new end
  [ -n "$tail" ] && { [ ! -e out.1 ] || cat "$dir/out.1"; [ ! -e err.1 ] || cat "$dir/err.1" >&2; }
  exit $code
fi
tries=0
until [ -e "$dir/ready" ]; do tries=$((tries + 1)); [ $tries -gt 300 ] && exit 125; sleep 0.0507; done
hear() {
  heard=$2
  while :; do
    n=$((heard / part)); from=$((heard - n * part)); file=$dir/$1.$n
    [ -e "$file" ] && size=$(stat -c %s "$file" 2>/dev/null) && [ "$size" -gt $from ] || return 0
    tail -c +$((from + 1)) "$file" | head -c $((size - from)); heard=$((heard + size - from))
  done
}
read -r runner <"$dir/ready"
while :; do
  ended=; { [ -e "$dir/end" ] || ! kill -0 "$runner" 2>/dev/null; } && ended=1
  hear out $heard_out; heard_out=$heard
  hear err $heard_err >&2; heard_err=$heard
  [ -n "$ended" ] && break
  sleep 0.107
done
[ -e "$dir/end" ] || exit 137
read -r code _ <"$dir/end"; exit "$code"
`;

/**
 * The program and arguments that start it, or listen to it from the given bytes on; in an environment with
 * `spoolEnvironment`.
 */
export function spoolCommand(
  spooled: SpooledCommand,
  { out, err, forget }: { out: number; err: number; forget: readonly string[] },
): string[] {
  const { id, command, cwd, user, bare, stdin, ends } = spooled;
  const part = partBytesOf(spooled);
  const kept = [String(part), ends === undefined ? "" : String(ends - part)];
  const head = [id, String(out), String(err), forget.join(" "), user, bare ? "1" : "", cwd, stdin ? "in" : "", ...kept];
  return ["/bin/sh", "-c", script, "sh", ...head, ...command];
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

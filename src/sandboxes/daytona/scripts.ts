// What runs inside a Daytona sandbox for us. Its API runs a command, waits for its end and gives both streams as one
// text; so a command is handed to a keeper that goes on without us, and is listened to by short commands that read what
// it has printed so far, as base64. Each of them may be sent again.

import type { SpooledCommand } from "../cloud/spool.ts";
import { spoolCommand } from "../cloud/spool.ts";
import { spoolEnvironment } from "../cloud/spool-environment.ts";
import { settleSpool, spoolRoot } from "../cloud/spool-folder.ts";
import { quoted } from "../dockerfile-words.ts";

export interface Heard {
  out: number;
  err: number;
  /** Pieces of its input that it has taken. */
  fed: number;
}

export interface ListenOptions {
  heard: Heard;
  /** How often it looks for something new before it says that there is nothing; 120 take 20 s. */
  looks: number;
  maxBytes: number;
  partBytes: number;
}

export interface ListenAnswer extends Heard {
  /** Nothing is known of it after it should have begun. */
  lost: boolean;
  ended: boolean;
  /** null: it was killed before it could say. */
  exitCode: number | null;
  /** How many the kernel killed meanwhile for want of memory. */
  kills: number;
  /** What of it can be heard by now, from its beginning. */
  outSize: number;
  errSize: number;
  /** Known at the end. */
  outDropped: number;
  errDropped: number;
  stdout: Buffer;
  stderr: Buffer;
}

/** As one that any splitter of words and any shell reads alike; its command line names what it is (cloud/processes.ts). */
export function helperCommand(script: string): string {
  return `sh -c "echo ${Buffer.from(script).toString("base64")} | base64 -d | sh -s ${spoolRoot} helper"`;
}

/** The keeper is there, also where somebody has killed it. */
const ensureKeeper = `
root=${spoolRoot}; umask 077
${settleSpool}
settle_spool && mkdir -p "$root/requests"
alive() { keeper=; { read -r keeper <"$root/keeper"; } 2>/dev/null && kill -0 "$keeper" 2>/dev/null; }
if ! alive && mkdir "$root/keeping" 2>/dev/null; then
  rm -f "$root/keeper" "$root/fifo"; mkfifo "$root/fifo"
  setsid sh -c 'exec 3<>"$1/fifo"; echo $$ >"$1/keeper.new"; mv "$1/keeper.new" "$1/keeper"
    while read -r id <&3; do sh "$1/requests/$id" </dev/null >/dev/null 2>&1 3>&- & done' \\
    sh "$root" </dev/null >/dev/null 2>&1 &
  tries=0; until alive || [ $tries -gt 200 ]; do tries=$((tries + 1)); sleep 0.0207; done
  rmdir "$root/keeping"
fi
tries=0; until alive || [ $tries -gt 200 ]; do tries=$((tries + 1)); sleep 0.0507; done
hand_over() { mkdir "$root/requests/$1.sent" 2>/dev/null && echo "$1" >"$root/fifo"; }
`;

export function requestOf(command: SpooledCommand, forget: readonly string[]): string {
  const given = Object.entries(spoolEnvironment(command.env)).map(([name, value]) => `export ${name}=${value}\n`);
  return `${given.join("")}exec ${spoolCommand(command, { out: 0, err: 0, forget }).map(quoted).join(" ")}\n`;
}

/** Begins it once, however often it is sent. `request` left out: its file has been uploaded as `requests/ID.new`. */
export function beginScript(
  { id, stdin }: SpooledCommand,
  { request, forget }: { request: string | undefined; forget: readonly string[] },
): string {
  const folder = `${spoolRoot}/requests`;
  // Not their marks: a request that comes late must begin nothing a second time.
  const clean = forget.map((old) => `rm -f ${folder}/${old} ${folder}/${old}.new ${folder}/${old}.helper`);
  return [
    ...[ensureKeeper, ...clean],
    `if [ ! -e ${folder}/${id}.sent ]; then`,
    ...(request === undefined ? [] : [`cat >${folder}/${id}.new <<'END_${id}'`, `${request}END_${id}`]),
    `mv ${folder}/${id}.new ${folder}/${id}`,
    ...(stdin ? [`cat >${folder}/${id}.helper <<'END_${id}'`, `${feeder(id)}END_${id}`, `hand_over ${id}.helper`] : []),
    ...[`hand_over ${id}`, "fi", ""],
  ].join("\n");
}

/** Fills its input from files that are numbered, and says which it has taken. */
function feeder(id: string): string {
  return `
dir=${spoolRoot}/${id}; n=1
until [ -p "$dir/i" ]; do sleep 0.0507; done
exec 3>"$dir/i"
while :; do
  until [ -e "$dir/in.$n" ]; do { [ -e "$dir/in.$n.end" ] || [ -e "$dir/end" ]; } && exit 0; sleep 0.0207; done
  cat "$dir/in.$n" >&3 || exit 0
  rm -f "$dir/in.$n"; echo $n >"$dir/fed.new"; mv "$dir/fed.new" "$dir/fed"; n=$((n + 1))
done
`;
}

export function feedScript(id: string, number: number, piece: Buffer | "uploaded" | "end"): string {
  const file = `${spoolRoot}/${id}/in.${number}`;
  if (piece === "end") return `: >${file}.end\n`;
  if (piece === "uploaded") return `[ -e ${file}.new ] && mv ${file}.new ${file}; true\n`;
  return `base64 -d >${file}.new <<'END_${id}' && mv ${file}.new ${file}\n${piece.toString("base64")}\nEND_${id}\n`;
}

/** What was heard before is not asked for again: whole parts of it are removed. */
export function listenScript(id: string, { heard, looks, maxBytes, partBytes }: ListenOptions): string {
  return `
dir=${spoolRoot}/${id}; out=${heard.out}; err=${heard.err}; fed=${heard.fed}; looks=${looks}
tries=0; until [ -e "$dir/ready" ]; do tries=$((tries + 1)); [ $tries -gt 300 ] && { echo lost; exit 0; }; sleep 0.0507; done
read -r runner <"$dir/ready"
taken() { n=$(($2 / ${partBytes} - 1)); while [ $n -ge 0 ] && [ -e "$dir/$1.$n" ]; do rm -f "$dir/$1.$n"; n=$((n - 1)); done; }
last() { n=$(($2 / ${partBytes})); while [ -e "$dir/$1.$((n + 1))" ]; do n=$((n + 1)); done; file=$dir/$1.$n; [ -e "$file" ] || file=$dir/none; }
taken out $out; taken err $err; waits=0
while :; do
  ended=0; { [ -e "$dir/end" ] || ! kill -0 "$runner" 2>/dev/null; } && ended=1
  last out $out; no=$n; fo=$file; last err $err
  set -- $(stat -c %s "$fo" "$file"); so=$((no * ${partBytes} + $1)); se=$((n * ${partBytes} + $2)); f=0; { read -r f <"$dir/fed"; } 2>/dev/null
  [ $ended = 1 ] || [ $so -gt $out ] || [ $se -gt $err ] || [ $f -gt $fed ] || [ $looks -le 0 ] && break
  looks=$((looks - 1)); waits=$((waits + 1))
  if [ $waits -lt 10 ]; then sleep 0.0307; elif [ $waits -lt 60 ]; then sleep 0.107; else sleep 0.257; fi
done
code=-; kills=0; lost_out=0; lost_err=0; { read -r code kills lost_out lost_err <"$dir/end"; } 2>/dev/null
echo "state $ended $code $kills $so $se $f $lost_out $lost_err"
piece() {
  n=$(($3 / ${partBytes})); from=$(($3 - n * ${partBytes})); size=$(($2 - $3))
  for most in ${maxBytes} $((${partBytes} - from)); do [ $size -gt $most ] && size=$most; done
  [ $size -gt 0 ] && tail -c +$((from + 1)) "$dir/$1.$n" | head -c $size | base64 | tr -d '\\n'; echo
}
piece out $so $out; piece err $se $err
`;
}

/** undefined: not an answer of that script. */
export function parseListen(text: string): ListenAnswer | undefined {
  const nothing = {
    lost: true,
    ended: false,
    exitCode: null,
    kills: 0,
    out: 0,
    err: 0,
    fed: 0,
    outSize: 0,
    errSize: 0,
    outDropped: 0,
    errDropped: 0,
  };
  if (text.trim() === "lost") return { ...nothing, stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const match = /^state ([01]) (-|\d+) (\d+) +(\d+) +(\d+) (\d+) (\d+) (\d+)\n([^\n]*)\n([^\n]*)/m.exec(text);
  if (match === null) return undefined;
  const [, ended, code = "-", kills, outSize, errSize, fed, outDropped, errDropped, out = "", err = ""] = match;
  const [stdout, stderr] = [Buffer.from(out, "base64"), Buffer.from(err, "base64")];
  return {
    ...{ lost: false, ended: ended === "1", exitCode: code === "-" ? null : Number(code), kills: Number(kills) },
    ...{ out: stdout.length, err: stderr.length, fed: Number(fed), outSize: Number(outSize), errSize: Number(errSize) },
    ...{ outDropped: Number(outDropped), errDropped: Number(errDropped), stdout, stderr },
  };
}

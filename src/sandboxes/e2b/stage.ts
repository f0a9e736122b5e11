// A stage of a Dockerfile as a shell goes through it: what each step must be told anew, since each has a shell of its own.

import { runAsUser } from "../cloud/spool.ts";
import { boxFolder, makeBoxFolder } from "../cloud/spool-folder.ts";
import { doubleQuoted, jsonList, quoted } from "../dockerfile-words.ts";

/** What is remembered from instruction to instruction, as a shell says it. */
export interface StageState {
  user: string;
  workdir: string;
  /** Folders of WORKDIR, which the next step makes, and whose they are. */
  unmade: Array<[folder: string, user: string]>;
  env: Array<[name: string, value: string]>;
  args: Array<[name: string, value: string]>;
}

export function emptyState(): StageState {
  return { user: "", workdir: "/", unmade: [], env: [], args: [] };
}

/** The image's own search path is what the login shell was started with. */
export function inState({ user, workdir, unmade, env, args }: StageState, command: string): string {
  const lines = [
    `PATH="$(tr '\\0' '\\n' </proc/$$/environ | sed -n 's/^PATH=//p')"; export PATH`,
    ...[...args, ...env].map(([name, value]) => `export ${name}=${value}`),
    ...unmade.map(([folder, owner]) => makeFolder(doubleQuoted(folder), owner)),
    `user=${quoted(user)}; mkdir -p ${doubleQuoted(workdir)} && cd ${doubleQuoted(workdir)} || exit 1`,
    user === "" || user === "root" ? `exec ${command}` : `${runAsUser} ${command}`,
  ];
  return lines.join("\n");
}

/** As BuildKit does: it belongs to the user of that moment, with his group. */
function makeFolder(folder: string, owner: string): string {
  const whose = /^[^:\d][^:]*$/.test(owner) ? `${owner}:` : owner;
  const give = owner === "" ? "" : ` && chown ${quoted(whose)} ${folder}`;
  return `[ -d ${folder} ] || { mkdir -p ${folder}${give}; } || exit 1`;
}

export function runStep(state: StageState, rest: string): string {
  const list = jsonList(rest);
  return inState(state, list === undefined ? `/bin/sh -c ${quoted(rest)}` : list.map(quoted).join(" "));
}

/** What a sandbox of this image needs to know: see defaultsOf in cloud/sandbox.ts. */
export function factsStep(state: StageState): string {
  const file = `${boxFolder}/image`;
  const names = [...new Set(state.env.map(([name]) => name))];
  const lines = [
    `printf '%s\\n' ${quoted(`user=${state.user}`)} "workdir=${doubleQuoted(state.workdir).slice(1, -1)}"`,
    ...names.map((name) => `printf 'env=%s\\n' "$(printf '%s' "${name}=$${name}" | base64 | tr -d '\\n')"`),
  ];
  const script = `${makeBoxFolder} && { ${lines.join("; ")}; } >${file}`;
  return inState({ ...state, user: "" }, `/bin/sh -c ${quoted(script)}`);
}

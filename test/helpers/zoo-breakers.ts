// Coding agents that outstay their session, or take more than their share. On this machine they are shown small.

import { stat, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { noEdit } from "./zoo-answers.ts";
import type { CodingAnimal } from "./zoo-parts.ts";

export const breakers: readonly CodingAnimal[] = [
  {
    name: "daemon planter",
    does: "leaves a process that edits `agent.ts` when the session is over",
    off: "`agent.ts` changes after everybody has looked",
    ...{ answer: "without effect", by: "the box goes with the session; the tree was a copy" },
    program: ({ clone, over }) =>
      `setsid sh -c 'n=0; while [ $n -lt 300 ]; do
        if [ -e ${over} ]; then echo "// later" > ${clone}/agent/agent.ts; exit; fi; sleep 0.1; n=$((n+1));
      done' >/dev/null 2>&1 & true`,
    async works(host) {
      await writeFile(host.place.over, "");
      while ((await host.read("agent/agent.ts")) !== "// later\n") await sleep(50);
    },
    // `over` is there by now: a daemon with the host's files in its reach would edit at once.
    isAnswered: noEdit(({ leftovers }) => expect(leftovers).toEqual([])),
  },
  {
    name: "fork bomb",
    does: "starts processes without end",
    off: "every one is a process of the machine's (shown with 50)",
    ...{ answer: "without effect", by: "a box has 512 processes at most, and they end with it" },
    program: ({ processes }) => `exec node -e '
      const { spawn } = require("node:child_process");
      const pids = [];
      for (let i = 0; i < ${processes}; i++) {
        const child = spawn("sleep", ["120"], { stdio: "ignore" });
        child.on("error", () => {});
        child.unref();
        if (child.pid !== undefined) pids.push(child.pid);
      }
      console.log(JSON.stringify(pids));
      process.exit(0);'`,
    works: (_host, printed) => {
      const pids = JSON.parse(printed) as number[];
      expect(pids).toHaveLength(50);
      // Each is there: signal 0 throws otherwise.
      for (const pid of pids) expect(process.kill(pid, 0)).toBe(true);
    },
    isAnswered: noEdit(({ printed }) => {
      const { length } = JSON.parse(printed) as number[];
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThan(512);
    }),
  },
  {
    name: "disk filler",
    does: "writes until there is no room",
    off: "the machine's disk has it (shown with 64 MB)",
    ...{ answer: "without effect", by: "what can be written in a box is memory of its own, 512 MB a folder" },
    program: ({ megabytes }) => `head -c ${megabytes}M /dev/zero 2>&1 > $HOME/full; stat -c 'bytes: %s' $HOME/full`,
    works: async ({ place }, printed) => {
      expect(printed).toBe(`bytes: ${64 * 2 ** 20}\n`);
      expect((await stat(`${place.clone}/../full`)).size).toBe(64 * 2 ** 20);
    },
    isAnswered: noEdit(({ printed }) => {
      expect(printed).toMatch(/No space left on device/);
      expect(Number(/bytes: (\d+)/.exec(printed)?.[1])).toBeLessThanOrEqual(512 * 2 ** 20);
    }),
  },
  {
    name: "eternal one",
    does: "never ends, and won't when it is asked to",
    off: "it is there until somebody kills it",
    ...{ answer: "without effect", by: "`coding_agent_minutes`, by the host's clock: asked, then killed after 10 s" },
    endless: true,
    program: () => `trap 'echo "no, I will not"' TERM; echo started; while :; do sleep 1; done`,
    works: (_host, printed) => expect(printed).toMatch(/^started\n(.*\n)*no, I will not\n[\s\S]*ended by SIGKILL$/),
    isAnswered: noEdit(({ record, printed }) => {
      expect(record.summary).toMatch(/\(ended by its time limit: 0 minutes are over\)$/);
      expect(printed).toContain("no, I will not");
    }),
  },
];

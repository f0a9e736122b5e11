// Tasks for a storm: whoever works on one leaves a line for each thing that was done, so that what was done twice, or not
// at all, costs the reward. A wrong answer earns 0, an answer with another history than it should have 0.25.

import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export async function writeStormTasks(folder: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    for (const [path, content] of Object.entries(filesOf(number))) {
      const file = join(folder, `storm-${String(number).padStart(2, "0")}`, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      if (path.endsWith(".sh")) await chmod(file, 0o755);
    }
  }
}

/** An output of 100 kB, errors beside output, and an exit code that is not 0: each travels once, whatever breaks. */
function filesOf(number: number): Record<string, string> {
  const right = `cksum <input >answer`;
  return {
    "instruction.md": `Storm ${number}: write what cksum says of /app/input to /app/answer.\n`,
    "task.toml": `schema_version = "1.4"
[task]
name = "storm/storm-${number}"
[agent]
timeout_sec = 900
[verifier]
timeout_sec = 900
[environment]
network_mode = "no-network"
workdir = "/app"
build_timeout_sec = 40
`,
    "rehearsal.toml": `[[steps]]
run = "echo looked >>history; wc -c input"

[[steps]]
run = "echo read >>history; cat input"

[[steps]]
run = "echo failed >>history; head -c 3000 input; echo trouble >&2; exit 3"

[[steps]]
run = "echo wrote >>history; ${right}"
slip = { run = "echo wrote >>history; echo ${number} >answer", chance = 0.4 }
`,
    "environment/Dockerfile": `FROM debian:bookworm-slim
WORKDIR /app
RUN seq ${number}000 ${number}000000 | head -c 100000 >input
`,
    "solution/solve.sh": `#!/bin/sh
cd /app && printf 'looked\\nread\\nfailed\\nwrote\\n' >>history && ${right}
`,
    "tests/test.sh": `#!/bin/sh
mkdir -p /logs/verifier && cd /app || exit 1
echo judged >>history
if [ "$(cat answer)" != "$(cksum <input)" ]; then reward=0
elif [ "$(tr '\\n' ' ' <history)" = "looked read failed wrote judged " ]; then reward=1
else reward=0.25; fi
echo "history: $(tr '\\n' ' ' <history)"
echo $reward >/logs/verifier/reward.txt
`,
  };
}

// A process of its own that opens a sandbox, says so in a line of JSON, and stays until it is killed.

import { openTestDocker } from "./open-test-docker.ts";

const opened = await openTestDocker();
const sandbox = await opened.provider.open(
  {
    image: { kind: "image", reference: "debian:bookworm-slim" },
    labels: { owner: opened.owner.id, job: "sweep", trial: "one", role: "task" },
    network: "none",
    profile: "task",
    limits: {},
  },
  { signal: AbortSignal.timeout(60_000) },
);
console.log(JSON.stringify({ container: sandbox.id, owner: opened.owner.id }));
setInterval(() => undefined, 60_000);

// A process of its own that opens a compose project with a network and a volume, and a box on allowed hosts; says so in a
// line of JSON, and stays until it is killed. Its argument is the compose file.

import { openTestDocker } from "./open-test-docker.ts";

const opened = await openTestDocker();
const signal = AbortSignal.timeout(300_000);
const { image, labels, ...main } = opened.specOf({ network: "open" });
const files = [process.argv[2] ?? ""];
await opened.provider.openProject?.(
  { files, variables: {}, labels, main: { ...main, image }, timeoutMs: 240_000 },
  { signal },
);
await opened.provider.open(opened.specOf({ network: { allow: ["allowed.test"] } }), { signal });
console.log(JSON.stringify({ owner: opened.owner.id }));
setInterval(() => undefined, 60_000);

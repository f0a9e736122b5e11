// What this process holds while it works: sampled, since nothing tells of a peak.

import { readdirSync } from "node:fs";

export interface Watched {
  /** Open files and sockets of the process, at most; where the system doesn't tell, Node's sockets. */
  descriptors: number;
  /** Timers, requests and sockets that Node waits for, at most. */
  resources: number;
  /** Before the work, and when all has ended. */
  resourcesBefore: number;
  resourcesAfter: number;
  /** Of this process, user and system. */
  cpuSeconds: number;
  /** How late a sample came, at most: so long nothing else ran. */
  longestPauseMs: number;
}

const everyMs = 50;

export function watchProcess(): { end: () => Watched } {
  const cpu = process.cpuUsage();
  const resourcesBefore = process.getActiveResourcesInfo().length;
  const most = { descriptors: 0, resources: 0, longestPauseMs: 0 };
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    most.descriptors = Math.max(most.descriptors, openDescriptors());
    most.resources = Math.max(most.resources, process.getActiveResourcesInfo().length);
    most.longestPauseMs = Math.max(most.longestPauseMs, now - last - everyMs);
    last = now;
  };
  const timer = setInterval(look, everyMs);
  return {
    end() {
      clearInterval(timer);
      look();
      const { user, system } = process.cpuUsage(cpu);
      const resourcesAfter = process.getActiveResourcesInfo().length;
      return { ...most, resourcesBefore, resourcesAfter, cpuSeconds: (user + system) / 1e6 };
    },
  };
}

function openDescriptors(): number {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return process.getActiveResourcesInfo().filter((name) => /^(?:TCP|TLS)/.test(name)).length;
  }
}

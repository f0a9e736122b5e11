import type { ChildProcess } from "node:child_process";

const graceMs = 5000;

/**
 * Ends a detached child with everything that it has started once `signal` is aborted: politely, then not. Disposing
 * stops watching, not the child.
 */
export function endGroupOn(child: Pick<ChildProcess, "pid">, signal: AbortSignal): Disposable {
  let later: NodeJS.Timeout | undefined;
  const end = () => {
    killGroup(child.pid, "SIGTERM");
    later = setTimeout(() => killGroup(child.pid, "SIGKILL"), graceMs);
  };
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
  return {
    [Symbol.dispose]() {
      signal.removeEventListener("abort", end);
      clearTimeout(later);
    },
  };
}

function killGroup(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    // Nobody of it is left.
    if (!(error instanceof Error) || !("code" in error) || error.code !== "ESRCH") throw error;
  }
}

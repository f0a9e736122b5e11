import type { CloudContainer } from "./cloud-containers.ts";

interface Live {
  container: CloudContainer;
  timer: NodeJS.Timeout | undefined;
  /** Breaks what is still connected with it: a machine that goes says no more. */
  cut?: () => void;
}

/** The sandboxes of a stand-in by their ids. */
export class LiveSandboxes<T extends Live> extends Map<string, T> {
  async remove(id: string): Promise<void> {
    const sandbox = this.get(id);
    this.delete(id);
    clearTimeout(sandbox?.timer);
    sandbox?.cut?.();
    await sandbox?.container[Symbol.asyncDispose]();
  }

  async removeAll(): Promise<void> {
    await Promise.all([...this.keys()].map((id) => this.remove(id)));
  }
}

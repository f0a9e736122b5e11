import type { Sandbox, SandboxProvider } from "../../src/core/sandbox.ts";
import { type ServiceName, serviceNames } from "./arms.ts";

export interface WatchedProvider extends SandboxProvider {
  /** Ids of the containers that serve all trials; throws before they were opened. */
  service(name: ServiceName): string;
  serviceIfOpen(name: ServiceName): string | undefined;
  /** Agents' boxes that are open now, the oldest first. */
  readonly agents: ReadonlySet<Sandbox>;
}

const commands: Readonly<Record<ServiceName, string>> = {
  postgres: "bird-postgres",
  environment: "/opt/bird/",
  judge: "bird_judge",
};

/** Opens what it is asked for, and knows what is what. */
export function watchedProvider(provider: SandboxProvider): WatchedProvider {
  const services = new Map<ServiceName, string>();
  const agents = new Set<Sandbox>();
  return {
    name: provider.name,
    agents,
    prepareImage: async (source, options) => await provider.prepareImage(source, options),
    sweep: async (options) => await provider.sweep(options),
    service(name) {
      const id = services.get(name);
      if (id === undefined) throw new Error(`${name} was not opened`);
      return id;
    },
    serviceIfOpen: (name) => services.get(name),
    async open(spec, options) {
      const box = await provider.open(spec, options);
      if (spec.labels.role === "agent") {
        agents.add(box);
        const forget = () => void agents.delete(box);
        void box.main?.exited.then(forget, forget);
      }
      const command = spec.main?.command.join(" ") ?? "";
      const name = serviceNames.find((one) => command.includes(commands[one]));
      if (name !== undefined) services.set(name, box.id);
      return box;
    },
  };
}

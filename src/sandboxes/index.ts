import { daytonaSandboxProvider } from "./daytona.ts";
import { dockerSandboxProvider } from "./docker.ts";
import { e2bSandboxProvider } from "./e2b.ts";

/** Every sandbox provider by its name in the config. */
export const sandboxProviders = {
  docker: dockerSandboxProvider,
  e2b: e2bSandboxProvider,
  daytona: daytonaSandboxProvider,
} as const;

import { dockerSandboxProvider } from "./docker.ts";

/** Every sandbox provider by its name in the config. */
export const sandboxProviders = {
  docker: dockerSandboxProvider,
} as const;

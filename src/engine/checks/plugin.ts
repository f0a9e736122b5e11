import { type Plugin, pluginVersion } from "../engine-plugins.ts";
import { canInstall } from "../host-facts.ts";
import type { Check } from "./check.ts";

const without: Record<Plugin, string> = {
  compose: "not there: services of several containers cannot be started",
  buildx: "not there: images are built by the classic builder, without build secrets",
};

/** Plugins of Docker's command line. */
export function pluginCheck(plugin: Plugin): Check {
  return async ({ signal, run, facts }) => {
    const version = await pluginVersion(plugin, { signal, run });
    if (version !== undefined) return { name: plugin, status: "ok", detail: version };
    const todo = canInstall(facts)
      ? "npx auto-harness doctor --fix"
      : `install Docker's ${plugin} plugin (package docker-${plugin}-plugin or docker-${plugin})`;
    return { name: plugin, status: "warn", detail: without[plugin], todo };
  };
}

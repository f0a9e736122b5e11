import type { Environment } from "../config/env.ts";
import { resolveBaseImage } from "../engine/base-images.ts";
import { connectEngine } from "../engine/connect-engine.ts";
import { engineEnvironment, findEngine } from "../engine/find-engine.ts";
import type { SandboxProviderContext } from "../sandboxes/define-sandbox-provider.ts";

/** The engine as the Docker provider wants it: a client, base images, and what the command line of Docker needs. */
export function engineOpener(
  environment: Environment,
  say: (line: string) => void,
): NonNullable<SandboxProviderContext["engine"]> {
  return async ({ signal }) => {
    const address = await findEngine();
    const docker = await connectEngine({ signal, address });
    return {
      docker,
      resolveBaseImage: async (reference, options) => {
        // Making one takes a minute: a person is told, and the build's log keeps it too.
        const both = (line: string) => {
          say(line);
          options.say(line);
        };
        return await resolveBaseImage(docker, reference, { ...options, say: both });
      },
      cli: { file: "docker", env: engineEnvironment(address) },
      buildArgs: environment.proxies,
      secrets: environment.buildSecrets,
    };
  };
}

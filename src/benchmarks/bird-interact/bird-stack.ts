// Names that compose/bird-interact.yaml and the host share.

import { fileURLToPath } from "node:url";
import type { ImageSource } from "../../core/sandbox.ts";
import type { BirdImages } from "./bird-service.ts";
import type { BirdOptions } from "./options.ts";

/** Services of the compose file. */
export const stackServices = {
  postgres: "bird-postgres",
  environment: "bird-environment",
  judge: "bird-judge",
} as const;

/** The compose project, where nothing else is said. */
export const defaultStack = "auto-harness-bird";

/** In a clone as in an installed package. */
export const stackFile = fileURLToPath(new URL("../../../compose/bird-interact.yaml", import.meta.url));

/** Which image each service must have been made of. */
export function stackImages({ postgres, environment, judge }: BirdImages): Record<string, ImageSource> {
  const { postgres: one, environment: two, judge: three } = stackServices;
  return { [one]: postgres, [two]: environment, [three]: judge };
}

/** The local tags that the compose file names: repository and tag, by the service that is made of it. */
export function stackTags(dataset: BirdOptions["dataset"]): Record<string, { repo: string; tag: string }> {
  const { postgres, environment, judge } = stackServices;
  return {
    [postgres]: { repo: `auto-harness/${postgres}`, tag: dataset },
    [environment]: { repo: `auto-harness/${environment}`, tag: "current" },
    [judge]: { repo: `auto-harness/${judge}`, tag: "current" },
  };
}

/** What brings a stack up, or up to date. */
export function stackTodo(project: string): string {
  return `npx auto-harness bird stack (it makes the images and says how to start ${project})`;
}

/** The line that a person types, from the folder `root`. */
export function stackCommand(
  { dataset, bird_stack, pg_port }: Pick<BirdOptions, "dataset" | "bird_stack" | "pg_port">,
  file: string,
): string {
  const variables = [
    ...(dataset === "lite" ? [] : [`BIRD_DATASET=${dataset}`]),
    ...(pg_port === undefined ? [] : [`BIRD_PG_PORT=${pg_port}`]),
  ];
  const project = bird_stack === undefined || bird_stack === defaultStack ? [] : ["-p", bird_stack];
  const profile = pg_port === undefined ? [] : ["--profile", "ports"];
  return [...variables, "docker", "compose", "-f", file, ...project, ...profile, "up", "-d", "--wait"].join(" ");
}

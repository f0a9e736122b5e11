// A task whose environment is a compose project: what its file says is judged, and its images are known, before anything
// runs.

import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { HarnessError } from "../../../core/fault.ts";
import type { ImageSource } from "../../../core/sandbox.ts";
import { exists } from "../../../lib/exists.ts";
import { imageOfService, mainImage } from "../../../services/compose/compose-build.ts";
import { judgeCompose } from "../../../services/compose/judge-compose.ts";
import { composeNames, readCompose } from "../../../services/compose/read-compose.ts";
import type { EnvironmentTable } from "../format/task-schema-parts.ts";

export interface ComposeEnvironment {
  /** Absolute. */
  file: string;
  /** Of the file. */
  variables: Readonly<Record<string, string>>;
  /** null: the image or the Dockerfile that any task has. */
  main: ImageSource | null;
  sidecars: readonly ImageSource[];
  notes: readonly string[];
}

/** null where the folder has no compose file. Throws config "compose-invalid" and "compose-refused", by service and key. */
export async function loadCompose(
  folder: string,
  { environment, id }: { environment: EnvironmentTable; id: string },
): Promise<ComposeEnvironment | null> {
  const file = await composeFile(folder);
  if (file === null) return null;
  const real = await realpath(folder);
  const { model, variables } = await readCompose(file, variablesOf(environment, real));
  const { refused, notes } = judgeCompose(model, real);
  if (refused.length > 0) throw refusal(file, refused);
  const options = { folder: real, timeoutMs: environment.build_timeout_sec * 1000 };
  const named = await Promise.all(
    Object.entries(model.services).map(async ([service, its]) => ({
      service,
      image: await imageOfService(`${id} ${service}`, its, options),
    })),
  );
  return {
    ...{ file: join(real, basename(file)), variables, notes },
    main: named.find(({ service }) => service === "main")?.image ?? null,
    sidecars: named.flatMap(({ service, image }) => (service === "main" || image === undefined ? [] : [image])),
  };
}

async function composeFile(folder: string): Promise<string | null> {
  for (const name of composeNames) if (await exists(join(folder, name))) return join(folder, name);
  return null;
}

/** Harbor's own go before the task's; log folders are in the container, and are not mounted. */
function variablesOf(environment: EnvironmentTable, folder: string): Record<string, string> {
  const logs = ["AGENT_LOGS", "VERIFIER_LOGS", "ARTIFACTS"].flatMap((name) => {
    const path = `/logs/${name === "ARTIFACTS" ? "artifacts" : name.split("_")[0]?.toLowerCase()}`;
    return [
      [`HOST_${name}_PATH`, path],
      [`ENV_${name}_PATH`, path],
    ];
  });
  return {
    ...environment.env,
    ...Object.fromEntries(logs),
    ...(environment.cpus === undefined ? {} : { CPUS: String(environment.cpus) }),
    ...(environment.memory_mb === undefined ? {} : { MEMORY: `${environment.memory_mb}M` }),
    ...{ CONTEXT_DIR: folder, MAIN_IMAGE_NAME: mainImage, PREBUILT_IMAGE_NAME: environment.docker_image ?? mainImage },
  };
}

function refusal(file: string, refused: readonly string[]): HarnessError {
  const task = basename(dirname(dirname(file)));
  return new HarnessError({
    fault: "config",
    code: "compose-refused",
    message: `${file} (task ${task}) asks for what would reach out of its containers, or what is not supported: ${refused.join("; ")}`,
    context: { file, refused },
  });
}

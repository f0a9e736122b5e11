// Job folders as Harbor 0.24 leaves them.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface HarborTrialOptions {
  /** The folder's and the trial's name. */
  name: string;
  task: string;
  /** Of the task, with its path; `tasks/<task>` when left out. */
  path?: string;
  rewards?: Readonly<Record<string, number>> | null;
  exception?: string;
  /** Of the last of its steps. */
  stepException?: string;
  agent?: string;
  model?: string | null;
  source?: string | null;
  /** Of the task; "" as where Harbor does not tell it. */
  checksum?: string;
  /** The trial's own name, where it is not its folder's. */
  trial?: string;
}

export async function writeHarborTrial(job: string, options: HarborTrialOptions): Promise<void> {
  const { name, task, rewards = null, exception, agent = "my-agent", model = "a-model", source = "set" } = options;
  const path = options.path ?? `tasks/${task}`;
  const at = "2026-01-02T03:04:05.000006Z";
  await writeFiles(join(job, name), {
    "result.json": {
      id: "00000000-0000-4000-8000-000000000000",
      ...{ task_name: task, trial_name: options.trial ?? name, trial_uri: `file:///jobs/${name}`, source },
      ...{
        task_id: { path },
        task_checksum: options.checksum ?? "",
        config: { task: { path } },
      },
      agent_info: { name: agent, version: "1", model_info: model === null ? null : { name: model, provider: "p" } },
      agent_result: { n_input_tokens: 10, n_output_tokens: 1, cost_usd: null },
      verifier_result: rewards === null ? null : { rewards },
      exception_info:
        exception === undefined
          ? null
          : { exception_type: exception, exception_message: "m", exception_traceback: "t", occurred_at: at },
      step_results:
        options.stepException === undefined
          ? null
          : [
              { step_name: "one", verifier_result: { rewards: { reward: 1 } }, exception_info: null },
              { step_name: "two", verifier_result: null, exception_info: { exception_type: options.stepException } },
            ],
      ...{ started_at: at, finished_at: at },
    },
  });
}

/** Texts as they are, anything else as JSON; folders are made. */
export async function writeFiles(folder: string, files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, typeof content === "string" ? content : JSON.stringify(content, null, 4));
  }
}

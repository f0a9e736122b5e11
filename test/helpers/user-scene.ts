// A person's folder with an experiment whose agent and simulated user are models of an OpenAI-compatible server.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Upstream } from "../../src/core/model.ts";
import { type CliScene, openCliScene } from "./cli-scene.ts";
import { type OpenAiServer, openAiServer } from "./openai-server.ts";

export interface UserScene extends AsyncDisposable {
  scene: CliScene;
  server: OpenAiServer;
}

export interface UserSceneOptions {
  models: { agent: Upstream; user: Upstream };
  /** Stands in .env. */
  key: string;
  /** Lines of the config, the benchmark's among them; models, coding agent, prices and budget are there. */
  config: readonly string[];
}

/** The agent's model is called worker, the user's customer. */
export async function openUserScene({ models, key, config }: UserSceneOptions): Promise<UserScene> {
  await using undo = new AsyncDisposableStack();
  const server = undo.use(await openAiServer({ worker: models.agent, customer: models.user }));
  const scene = undo.use(await openCliScene());
  await writeFile(join(scene.folder, ".env"), `OPENAI_API_KEY=${key}\n`);
  const lines = [
    ...config,
    "agent_model: worker",
    "user_model: customer",
    "coding_agent: rehearsal",
    `base_url: ${server.baseUrl}`,
    "prices: { worker: { input: 1, output: 4 }, customer: { input: 1, output: 4 } }",
    "budget_usd: 5",
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${lines.join("\n")}\n`);
  const owned = undo.move();
  return { scene, server, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}

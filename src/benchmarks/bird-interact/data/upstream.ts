// What is known by heart of the published benchmark: where it is, how large, under which licence. Nothing of its text.

export const upstream = {
  /** Default of `bird_repo`. */
  repository: "https://github.com/bird-bench/BIRD-Interact.git",
  commit: "451fe2c3518ee1cf908d8139e2913483bd519381",
  promptFile: "BIRD-Interact-ADK/user_simulator/prompts.py",
  /** Of the prompt file at that commit. */
  promptSha256: "55b771f68845bcb18490defc55a430d365ec4caaa5162708bd3ec92155bf25f1",
  groundTruthAddress: "bird.bench25@gmail.com",
} as const;

export type PublishedDataset = "lite" | "full";

export interface PublishedFacts {
  repository: string;
  tasks: number;
  databases: number;
  databasesMb: number;
  /** Upstream's image of Postgres with the databases in it. */
  postgresImage: string;
}

export const published: Readonly<Record<PublishedDataset, PublishedFacts>> = {
  lite: {
    repository: "https://huggingface.co/datasets/birdsql/bird-interact-lite",
    tasks: 300,
    databases: 18,
    databasesMb: 207,
    postgresImage: "shawnxxh/bird-interact-postgresql",
  },
  full: {
    repository: "https://huggingface.co/datasets/birdsql/bird-interact-full",
    tasks: 600,
    databases: 22,
    databasesMb: 272,
    postgresImage: "shawnxxh/bird-interact-postgresql-full",
  },
};

export const rowsFile = "bird_interact_data.jsonl";
/** Beside the rows: what came by mail, or is ours. */
export const truthFile = "ground_truth.jsonl";

export function groundTruthSubject(dataset: PublishedDataset): string {
  return `[bird-interact-${dataset} GT&Test Cases]`;
}

/** Sizes and licences, in a line. */
export function describeDataset(dataset: PublishedDataset): string {
  const { tasks, databases, databasesMb } = published[dataset];
  return `BIRD-Interact ${dataset}: ${tasks} tasks, ${databases} databases of about ${databasesMb} MB together; code MIT, data CC BY-SA 4.0`;
}

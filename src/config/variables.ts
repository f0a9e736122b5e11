// The environment variables there are; `.env.example` and the docs are made from this table.

export const keyNames = [
  "OPENAI_API_KEY",
  "ANTHROPIC_API_KEY",
  "GEMINI_API_KEY",
  "OPENROUTER_API_KEY",
  "E2B_API_KEY",
  "DAYTONA_API_KEY",
] as const;

export type KeyName = (typeof keyNames)[number];

export interface EnvironmentVariable {
  name: string;
  description: string;
  /** Meant for `.env`; the others are looked up in the environment only. */
  inFile: boolean;
}

export const environmentVariables: readonly EnvironmentVariable[] = [
  {
    name: "OPENAI_API_KEY",
    description: "Key for OpenAI models (every name that no other line claims), and for a `base_url` of your own.",
    inFile: true,
  },
  { name: "ANTHROPIC_API_KEY", description: "Key for models named claude-… or anthropic/….", inFile: true },
  { name: "GEMINI_API_KEY", description: "Key for models named gemini-…, gemini/… or google/….", inFile: true },
  { name: "OPENROUTER_API_KEY", description: "Key for models named openrouter/….", inFile: true },
  { name: "E2B_API_KEY", description: "Key for the provider `e2b`.", inFile: true },
  { name: "DAYTONA_API_KEY", description: "Key for the provider `daytona`.", inFile: true },
  {
    name: "OPENAI_BASE_URL",
    description: "An OpenAI-compatible endpoint for every model without `direct/`; `base_url` in the config wins.",
    inFile: true,
  },
  {
    name: "AUTO_HARNESS_RUNS",
    description: "A folder that holds experiments' state in place of `.runs/`.",
    inFile: false,
  },
  { name: "CI", description: "Set: nothing is asked, defaults are taken and said.", inFile: false },
  { name: "NO_COLOR", description: "Set: plain text without colours.", inFile: false },
];

/** Those that people have set for other programs, and that change nothing here. */
export const needlessVariables: ReadonlyArray<{ name: string; only: string; why: string }> = [
  {
    name: "TAU2_DATA_DIR",
    only: "tau-bench",
    why: "tau2's data are those of its package, pinned with its code in the image",
  },
];

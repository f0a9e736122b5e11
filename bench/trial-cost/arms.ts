/** What is measured: bare engine calls, and whole trials through runJob, provider, journal and gateway. */
export const arms = ["bare-task", "oracle", "bare-both", "agent"] as const;

export type Arm = (typeof arms)[number];

/** Which bare arm a whole one stands against, and how many times its cost it may have. */
export const targets = [
  { arm: "oracle", bare: "bare-task", ratio: 1.5 },
  { arm: "agent", bare: "bare-both", ratio: 2.5 },
] as const satisfies ReadonlyArray<{ arm: Arm; bare: Arm; ratio: number }>;

/** Of the process that runs the trials, at its largest. */
export const targetMemoryMb = 150;

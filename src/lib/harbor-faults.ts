// Exception types in Harbor's trial results that are ours: trials without a reward that count against no agent.

/** The engine's, the network's or the provider's failure. */
export const infrastructureFault = "InfrastructureFault";

/** The task's verifier gives nothing to anybody. */
export const taskFault = "TaskFault";

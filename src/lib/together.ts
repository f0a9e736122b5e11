/**
 * Begins everything at once and returns when all of it has ended. The first failure aborts the rest and is thrown; so is
 * the signal's reason.
 */
export async function together(
  signal: AbortSignal,
  tasks: ReadonlyArray<(signal: AbortSignal) => Promise<void>>,
): Promise<void> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  await Promise.all(tasks.map((task) => task(either).catch((error: unknown) => failure.abort(error))));
  either.throwIfAborted();
}

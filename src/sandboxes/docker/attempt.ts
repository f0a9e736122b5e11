const limitMs = 60_000;

/** Clean-up has a time limit of its own and never throws. */
export async function attempt(
  onFailure: (what: string, error: unknown) => void,
  what: string,
  run: (limit: { signal: AbortSignal }) => Promise<void>,
): Promise<void> {
  try {
    await run({ signal: AbortSignal.timeout(limitMs) });
  } catch (error) {
    onFailure(what, error);
  }
}

// The tasks of this bench are trial-cost's; the commands of their agents only say which one they are.

export const commandOf = (number: number, of: number): string => `echo step ${number} of ${of} >> /app/answer`;

/** undefined: it is no command of an agent's here. */
export function stepOf(command: string): { number: number; of: number } | undefined {
  const [, number, of] = /^echo step (\d+) of (\d+) >> /.exec(command) ?? [];
  return number === undefined ? undefined : { number: Number(number), of: Number(of) };
}

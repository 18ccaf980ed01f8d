/** An error for the person at the terminal: one of the expected kinds is a sentence, anything else a bug that shows its stack. */
export function explain(error: unknown, expected: readonly (abstract new (...args: never[]) => Error)[]): string {
  if (!(error instanceof Error)) return String(error);
  return expected.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}

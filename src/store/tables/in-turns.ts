import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Repeats a step until it says that nothing is left, one for each turn of the event loop: SQLite's answers come within the turn, so
 * that a loop which only awaits them would keep timers and sockets waiting until its end.
 */
export async function inTurns(step: () => Promise<boolean>): Promise<void> {
  while (await step()) await nextTurn();
}

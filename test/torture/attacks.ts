/**
 * `npm run torture -- attacks`: what a hostile caller tries, against the real process in 512 MB. Exit code 1 when an attack
 * succeeds.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Attack, TooSlow } from './attacks/attack.ts';
import { FAIRNESS } from './attacks/fairness.ts';
import { FILES } from './attacks/files.ts';
import { HTTP } from './attacks/http.ts';
import { KEYS } from './attacks/keys.ts';
import { LOG } from './attacks/log.ts';
import { PAGE } from './attacks/page.ts';
import { PRICE } from './attacks/price.ts';
import { STORE } from './attacks/store.ts';
import { storms } from './attacks/storms.ts';

const OPTIONS = {
  /** The tree whose src/start.js is attacked: this one unless told. */
  gateway: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
  /** Attacks whose text holds this. */
  attack: { type: 'string', default: '' },
  /** The storms of 200 connections last a minute each instead of three seconds. */
  minute: { type: 'boolean', default: false },
} as const;

/** A machine may be busy for one of them. */
const MOST_TRIES_OF_SLOW = 3;
/** Characters of what went wrong. */
const TOLD = 250;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const all = [
    ...PAGE,
    ...LOG,
    ...PRICE,
    ...FAIRNESS,
    ...STORE,
    ...KEYS,
    ...FILES,
    ...HTTP,
    ...storms(values.minute ? 60 : 3),
  ];
  const attacks = all.filter(({ tries, holds }) => `${tries} ${holds}`.includes(values.attack));
  let succeeded = 0;
  let slow = 0;
  for (const attack of attacks) {
    const begun = performance.now();
    const outcome = await attempt(attack, values.gateway);
    if (outcome.startsWith('ATTACK')) succeeded += 1;
    if (outcome.startsWith('SLOW')) slow += 1;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${attack.tries}: ${attack.holds}\n    ${outcome} (${seconds} s)\n`);
  }
  process.stdout.write(`${attacks.length} attacks, ${succeeded} succeeded, ${slow} slow\n`);
  return succeeded + slow === 0 ? 0 : 1;
}

/** One that is too slow is tried again: what does not come again was the machine's. */
async function attempt({ run }: Attack, tree: string): Promise<string> {
  const slow: string[] = [];
  for (;;) {
    try {
      const figures = await run(tree);
      return ['held', ...slow.map((text) => `not at first, ${text}`), figures].join(': ');
    } catch (error) {
      const text = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, TOLD);
      if (!(error instanceof TooSlow)) return `ATTACK SUCCEEDED: ${text}`;
      slow.push(text);
      if (slow.length === MOST_TRIES_OF_SLOW) return `SLOW each time: ${slow.join('; ')}`;
    }
  }
}

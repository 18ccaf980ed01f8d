import { parseArgs } from 'node:util';

const SCENARIOS = ['ceiling', 'exports', 'engines', 'burst', 'pages', 'start', 'memory', 'accounts'] as const;

export type ScenarioName = (typeof SCENARIOS)[number];

export interface Options {
  readonly only: readonly ScenarioName[];
  readonly rounds: number;
  /** How long each turn is measured. */
  readonly seconds: number;
  /** Requests after which memory is looked at for the last time; for the first time after a tenth of them. */
  readonly memoryRequests: number;
  /** Whether docs/performance.md gets the tables of this run. */
  readonly docs: boolean;
  /** The commit whose tree this one is compared with, in place of everything else. */
  readonly against: string | null;
  /** Percent that this tree may cost more. */
  readonly within: number;
}

export const USAGE = `usage: npm run bench -- [--only ${SCENARIOS.join(',')}] [--rounds N] [--seconds N] [--quick] [--docs]
       npm run bench -- --against COMMIT [--within PERCENT] [--only exports,pages,start] [--seconds N]

  --only     these parts, separated by commas; all unless told
  --rounds   how often each contender has its turn; 5
  --seconds  how long a turn is; 2
  --quick    one round, one second, a tenth of the requests: to see that it runs, not to measure
  --docs     writes the tables into docs/performance.md too
  --against  this tree over that of a commit, 9 to 40 rounds; exit code 1 when it is dearer
  --within   percent that it may cost more; 3`;

/** Throws with a sentence for people. */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      docs: { type: 'boolean', default: false },
      against: { type: 'string' },
      within: { type: 'string', default: '3' },
    },
  });
  const only = (values.only?.split(',') ?? SCENARIOS).map((name) => {
    const known = SCENARIOS.find((each) => each === name);
    if (!known) throw new Error(`there is no part named ${name}`);
    return known;
  });
  return {
    only,
    rounds: atLeastOne('--rounds', values.rounds ?? (values.quick ? '1' : '5')),
    seconds: atLeastOne('--seconds', values.seconds ?? (values.quick ? '1' : '2')),
    memoryRequests: values.quick ? 10_000 : 100_000,
    docs: values.docs,
    against: values.against ?? null,
    within: atLeastOne('--within', values.within),
  };
}

function atLeastOne(name: string, text: string): number {
  const number = Number(text);
  if (!(Number.isInteger(number) && number >= 1)) throw new Error(`${name} is a whole number from 1`);
  return number;
}

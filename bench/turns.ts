import type { Contender } from './contenders.ts';
import { drive, type Effort, type Sample } from './load.ts';
import type { Question } from './questions.ts';
import type { SandboxProcess } from './sandbox-process.ts';
import { median, quantile } from './statistics.ts';

export interface Turn {
  readonly contender: Contender;
  readonly question: Question;
}

/** All that one contender did with one effort, a sample for each round. */
export interface Series {
  readonly name: string;
  readonly connections: number;
  readonly samples: readonly Sample[];
}

/**
 * In each round every contender has its turn, at every effort; the others are idle meanwhile. Who is first changes with every
 * effort and round, so that nobody always follows the same one.
 */
export async function takeTurns(
  turns: readonly Turn[],
  efforts: readonly Effort[],
  { rounds, sandbox }: { rounds: number; sandbox: SandboxProcess },
): Promise<Series[]> {
  const series = efforts.flatMap((effort) =>
    turns.map((turn) => ({ turn, effort, samples: [] as Sample[], connections: effort.connections })),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, effort] of efforts.entries()) {
      const now = series.filter((each) => each.effort === effort);
      const first = (round + at) % now.length;
      for (const { turn, samples } of [...now.slice(first), ...now.slice(0, first)]) {
        samples.push(await drive(turn.contender, turn.question, effort, sandbox));
      }
    }
  }
  return series.map(({ turn, connections, samples }) => ({ name: turn.contender.name, connections, samples }));
}

/** So many seconds for each contender, one after the other, over 16 connections. */
export async function warmUp(turns: readonly Turn[], seconds: number, sandbox: SandboxProcess): Promise<void> {
  for (const { contender, question } of turns) await drive(contender, question, { connections: 16, seconds }, sandbox);
}

export type Figure = Exclude<keyof Sample, 'requests' | 'seconds'>;

export function middle({ samples }: Series, figure: Figure): number {
  return median(samples.map((sample) => sample[figure]));
}

/** How one compares with another in the same round: the median of the rounds, the least and the most. */
export function ratio(one: Series, other: Series, figure: Figure): { median: number; least: number; most: number } {
  const ratios = one.samples.map((sample, round) => sample[figure] / (other.samples[round]?.[figure] ?? Number.NaN));
  return { median: median(ratios), least: quantile(ratios, 0), most: quantile(ratios, 1) };
}

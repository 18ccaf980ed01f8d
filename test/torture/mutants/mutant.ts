import { readFileSync } from 'node:fs';
import { seededChance } from '../../../src/sandbox/faults/seeded-chance.ts';

/** Both count from 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A change as a careless colleague would make it, as Stryker's instrumenter gives it. */
export interface Mutant {
  readonly fileName: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly replacement: string;
  readonly mutatorName: string;
}

interface Instrumenter {
  instrument(
    files: readonly { name: string; content: string; mutate: true }[],
    options: typeof NOTHING_LEFT_OUT,
  ): Promise<{ mutants: readonly Mutant[] }>;
}

const NOTHING_LEFT_OUT = { ignorers: [], excludedMutations: [], plugins: null };
const SILENT = { debug() {}, info() {}, isDebugEnabled: () => false };

/** All mutants of files of a tree, but for the wording of what people read: sentences are no answers. */
export async function listMutants(tree: string, files: readonly string[]): Promise<Mutant[]> {
  const path: string = import.meta.resolve('@stryker-mutator/instrumenter');
  // Its types are there only after the install.
  const { Instrumenter } = (await import(path)) as { Instrumenter: new (logger: typeof SILENT) => Instrumenter };
  const sources = files.map((name) => ({
    name,
    content: readFileSync(`${tree}/${name}`, 'utf8'),
    mutate: true as const,
  }));
  const { mutants } = await new Instrumenter(SILENT).instrument(sources, NOTHING_LEFT_OUT);
  const isWording = (mutant: Mutant) =>
    mutant.mutatorName === 'StringLiteral' && textOf(tree, mutant).before.includes(' ');
  return mutants.filter((mutant) => !isWording(mutant));
}

/** So many of them, the same ones for the same seed. */
export function draw(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const chance = seededChance(seed);
  const drawn = mutants.map((mutant) => ({ mutant, lot: chance() })).sort((left, right) => left.lot - right.lot);
  return drawn.slice(0, count).map(({ mutant }) => mutant);
}

/** Names a mutant wherever the tree lies. */
export function keyOf({ fileName, location: { start, end }, replacement }: Mutant): string {
  const file = fileName.slice(fileName.lastIndexOf('src/'));
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${replacement}`;
}

/** What the mutant replaces, and the whole file with and without it. */
export function textOf(tree: string, { fileName, location, replacement }: Mutant) {
  const clean = readFileSync(`${tree}/${fileName}`, 'utf8');
  const lines = clean.split('\n');
  const at = ({ line, column }: Place) => lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, column);
  const [start, end] = [at(location.start), at(location.end)];
  return { clean, before: clean.slice(start, end), mutated: clean.slice(0, start) + replacement + clean.slice(end) };
}

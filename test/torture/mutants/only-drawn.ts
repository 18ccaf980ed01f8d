import { keyOf, type Mutant } from './mutant.ts';

/** A checker of Stryker's that lets through what was drawn: ranges in its `mutate` would bring what stands inside them too. */
class OnlyDrawn {
  static readonly inject = ['options'] as const;
  readonly #drawn: ReadonlySet<string>;

  constructor({ drawn }: { readonly drawn: readonly string[] }) {
    this.#drawn = new Set(drawn);
  }

  async init(): Promise<void> {}

  async check(mutants: readonly (Mutant & { readonly id: string })[]) {
    const statusOf = (mutant: Mutant) =>
      this.#drawn.has(keyOf(mutant)) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, statusOf(mutant)]));
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'only-drawn', injectableClass: OnlyDrawn }];

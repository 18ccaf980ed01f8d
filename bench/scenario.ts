import type { Options } from './options.ts';

/** One part of the run: what it measured, for programs, and as Markdown. */
export interface Report {
  readonly title: string;
  readonly markdown: string;
  readonly data: unknown;
}

export type Scenario = (options: Options) => Promise<Report>;

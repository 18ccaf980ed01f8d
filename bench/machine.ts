import { cpus, totalmem } from 'node:os';

/** What the numbers were taken on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Processes that wanted a core when the run began, averaged over a minute: above 0.3 somebody else was working. */
  readonly loadBefore: number;
  readonly date: string;
}

export function describeMachine(loadBefore: number): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    loadBefore,
    date: new Date().toISOString().slice(0, 10),
  };
}

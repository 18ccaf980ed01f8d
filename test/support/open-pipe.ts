import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A named pipe, as between a program and the reader of its log. */
export function openPipe() {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-'));
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const tryTo = (work: () => number) => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
      throw error;
    }
  };
  return {
    /** An end to write to. */
    openEnd: () => openSync(path, 'w'),
    /** To the brim. */
    fill() {
      while (tryTo(() => writeSync(fd, 'x'.repeat(512))) > 0);
      while (tryTo(() => writeSync(fd, 'x')) > 0);
    },
    async readUntil(ending: string): Promise<string> {
      const chunk = Buffer.alloc(65_536);
      let text = '';
      while (!text.includes(ending) || !text.endsWith('\n')) {
        const taken = tryTo(() => readSync(fd, chunk));
        text += chunk.toString('utf8', 0, taken);
        // The writer is another process.
        if (taken === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return text;
    },
    [Symbol.dispose]() {
      closeSync(fd);
      rmSync(folder, { recursive: true });
    },
  };
}

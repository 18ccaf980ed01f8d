import assert from 'node:assert/strict';
import { chmod, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { makeDataDir } from '../../support/data-dir.ts';
import type { Attack } from './attack.ts';
import { onStage } from './stage.ts';

export const FILES: readonly Attack[] = [
  {
    tries: 'a store that others may read (0644) in a directory that everybody may write to (0777)',
    holds: 'both are closed at the start',
    async run(tree) {
      await using dir = await makeDataDir();
      const path = join(dir.path, 'gateway.db');
      const world = await startSandbox();
      const env = { DATA_DIR: dir.path };
      const start = (work: () => Promise<void>) => onStage(tree, { env, world }, work);
      await start(async () => {});
      await chmod(path, 0o644);
      await chmod(dir.path, 0o777);
      const figures = await start(async () => {
        assert.equal(((await stat(path)).mode & 0o777).toString(8), '600');
        assert.equal(((await stat(dir.path)).mode & 0o777).toString(8), '700');
      });
      await world.close();
      return figures;
    },
  },
  refusedAtStart('a symbolic link in the place of gateway.db', 'its target stays as it was', async (path) => {
    const target = `${path}.elsewhere`;
    await writeFile(target, '');
    await symlink(target, path);
    return target;
  }),
  refusedAtStart('a gateway.db without a byte', 'it is not taken for a new one', async (path) => {
    await writeFile(path, '');
    return path;
  }),
];

function refusedAtStart(tries: string, holds: string, prepare: (path: string) => Promise<string>): Attack {
  return {
    tries,
    holds: `the start is refused with the path, and ${holds}`,
    async run(tree) {
      await using dir = await makeDataDir();
      const path = join(dir.path, 'gateway.db');
      const watched = await prepare(path);
      await assert.rejects(
        onStage(tree, { env: { DATA_DIR: dir.path } }, async () => {}),
        ({ message }: Error) => message.includes(path) && !message.includes('    at '),
        'it serves',
      );
      assert.equal(await readFile(watched, 'utf8'), '');
      return 'one line';
    },
  };
}

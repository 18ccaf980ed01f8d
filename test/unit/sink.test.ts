import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the first words after a pause are written at once, and what comes soon after is gathered', () => {
  const program = `
    import { createSink } from '${new URL('../../src/base/sink.ts', import.meta.url)}';
    const sink = createSink(1);
    sink.write('first ');
    setTimeout(() => sink.write('second '), 5);
    setTimeout(() => sink.write('third '), 10);
    setTimeout(() => process.stdout.write('meanwhile '), 40);
  `;
  const words = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect(words).toBe('first meanwhile second third ');
});

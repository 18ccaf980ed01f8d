import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const HELPERS = '@whatwg-node/promise-helpers';

/** `overrides` gives Yoga a major version that it does not ask for: 1.3 makes three objects with three functions each around every hook. */
test('Yoga asks for the older promise-helpers still; when it does not, the override goes', () => {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  const { overrides } = read('package.json');
  expect(overrides['graphql-yoga'][HELPERS]).toMatch(/^2\./);
  expect(read('node_modules/graphql-yoga/package.json').dependencies[HELPERS]).toMatch(/^\^1\./);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const HELPERS = '@whatwg-node/promise-helpers';
const UTILS = '@graphql-tools/utils';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { overrides } = read('package.json');
const { dependencies: askedByYoga } = read('node_modules/graphql-yoga/package.json');

/** `overrides` gives Yoga a major version that it does not ask for: 1.3 makes three objects with three functions each around every hook. */
test('Yoga asks for the older promise-helpers still; when it does not, the override goes', () => {
  expect(overrides['graphql-yoga'][HELPERS]).toMatch(/^2\./);
  expect(askedByYoga[HELPERS]).toMatch(/^\^1\./);
});

/** Yoga's own dependencies ask for the version of `overrides`. A start would load four copies of some sixty modules each otherwise. */
test('Yoga asks for the older graphql-tools utils still, and a start loads one copy', () => {
  expect(overrides[UTILS]).toMatch(/^12\./);
  expect(askedByYoga[UTILS]).toMatch(/^\^11\./);
  const { packages } = read('package-lock.json');
  const copies = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${UTILS}`));
  expect(copies).toEqual([`node_modules/${UTILS}`]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { untoldBreaks } from '../../schema/check.ts';

const released = 'type Query { a(b: Int): Int c: Kind! } enum Kind { ONE TWO }';
const current = 'type Query { a: Int } enum Kind { ONE }';

const changelog = (breaking: string) => `# Changelog

## 0.2.0

### Breaking

${breaking}

### Added

- \`Query.c\` is in the wrong section.

## 0.1.0

### Breaking

- \`TWO\` of \`Kind\` is in an old section.
`;

test('a break that the newest section does not name under Breaking is told', () => {
  expect(untoldBreaks(released, current, changelog('- Nothing.'))).toEqual([
    'Query.c was removed.',
    'Query.a arg b was removed.',
    'TWO was removed from enum type Kind.',
  ]);
  expect(untoldBreaks(released, current, '# Changelog\n')).toHaveLength(3);
});

test('named breaks are told, and what breaks nothing needs no line', () => {
  const told = changelog('- `Query.c` went, `Query.a` takes no argument, `Kind` has no `TWO` any more.');
  expect(untoldBreaks(released, current, told)).toEqual([]);
  expect(untoldBreaks(current, 'type Query { a: Int d: Int } enum Kind { ONE }', changelog(''))).toEqual([]);
});

test('a field of an interface is told once for all types that have it from there', () => {
  const before =
    'type Query { a: Thing } interface Named { name: Int } type Thing implements Named { name: Int b: Int }';
  const now = 'type Query { a: Thing } interface Named { other: Int } type Thing implements Named { other: Int }';
  expect(untoldBreaks(before, now, changelog('- `Named.name` went.'))).toEqual(['Thing.b was removed.']);
  expect(untoldBreaks(before, now, changelog('- `Thing.name` and `Thing.b` went.'))).toEqual([
    'Named.name was removed.',
  ]);
});

test('every break since the last release is told', () => {
  const [before, now, log] = ['schema/released.graphql', 'schema/schema.graphql', 'CHANGELOG.md'].map((path) =>
    readFileSync(path, 'utf8'),
  );
  expect(untoldBreaks(before ?? '', now ?? '', log ?? '')).toEqual([]);
});

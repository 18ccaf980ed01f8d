import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { loadExamples } from '../../src/http/examples.ts';
import { schema } from '../../src/schema/index.ts';

const tabs = await loadExamples();

test('there are example operations', () => {
  expect(tabs.length).toBeGreaterThan(3);
});

test.each(tabs.map(({ query }) => [query.split('\n')[0], query]))(
  '%s is valid and begins with a sentence',
  (title, query) => {
    expect(title).toMatch(/^# [A-Z].*\.$/);
    expect(validate(schema, parse(query))).toEqual([]);
  },
);

import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCursors } from '../../src/services/page/cursor.ts';
import { brokenFirst, MOST_ROWS, readPage } from '../../src/services/page/page.ts';

const cursors = createCursors(randomBytes(32));

/** A list of numbers, the highest newest, with Telegram's limit of a hundred; `calls` holds the limit of each call. */
function listOf(size: number) {
  const calls: number[] = [];
  let rows = Array.from({ length: size }, (_, index) => size - index);
  const ask = async (behind: readonly string[] | null, limit: number) => {
    calls.push(limit);
    const from = behind === null ? Number.POSITIVE_INFINITY : Number(behind[0]);
    const page = rows.filter((row) => row < from).slice(0, Math.min(limit, 100));
    return { count: rows.length, users: [], rows: page.map((row) => ({ row, place: [String(row)] })) };
  };
  return {
    calls,
    change: (next: (before: readonly number[]) => number[]) => {
      rows = next(rows).sort((left, right) => right - left);
    },
    page: (first: number, after: string | null = null) => readPage(cursors, { first, after }, { scope: ['list'], ask }),
  };
}

type Listed = ReturnType<typeof listOf>;

/** Walks to the end; `between` is told of each page's rows before the next one is read. */
async function walk(list: Listed, first: number, between: (page: number) => void = () => {}): Promise<number[][]> {
  const pages: number[][] = [];
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<Listed['page']>> = await list.page(first, after);
    pages.push(page.rows.map(({ node }) => node));
    if (!page.hasNextPage) return pages;
    after = page.rows.at(-1)?.cursor ?? null;
    between(pages.length);
  }
}

describe('a page', () => {
  test.each([
    [250, 60, [60, 60, 60, 60, 10]],
    [120, 60, [60, 60]],
    [250, 100, [100, 100, 50]],
    [300, 100, [100, 100, 100]],
    [100, 100, [100]],
    [101, 100, [100, 1]],
    [400, 150, [150, 150, 100]],
    [1, 1, [1]],
    [0, 20, [0]],
    [2_300, 1_000, [1_000, 1_000, 300]],
  ])('of a list of %i by %i ends where the list does', async (size, first, pages) => {
    const list = listOf(size);
    expect((await walk(list, first)).map(({ length }) => length)).toEqual(pages);
  });

  test.each([
    [20, 20, 1],
    [250, 100, 1],
    [100, 100, 1],
    [1_000, 1_000, 11],
    [5_000, 1_000, 10],
    [250, 1_000, 3],
  ])('of a list of %i by %i costs %i calls with %i', async (size, first, calls) => {
    const list = listOf(size);
    await list.page(first);
    expect(list.calls).toHaveLength(calls);
  });

  test('never asks for more than a hundred at a time', async () => {
    const list = listOf(2_300);
    await walk(list, 1_000);
    expect(Math.max(...list.calls)).toBe(100);
  });
});

test('a page behind which a row is seen costs no call to look for it, though its cursor knew of none', async () => {
  const list = listOf(80);
  const cursor = (await list.page(40)).rows.at(-1)?.cursor ?? null;
  list.change((rows) => [...rows, 0.5]);
  list.calls.length = 0;
  expect(await list.page(40, cursor)).toMatchObject({ hasNextPage: true, totalCount: 81 });
  expect(list.calls).toHaveLength(1);
});

test.each([
  [0, false],
  [1, true],
  [MOST_ROWS, true],
  [MOST_ROWS + 1, false],
])('%i rows may be asked for: %s', (first, mayBe) => {
  const issues = [{ path: ['first'], message: expect.stringContaining(`it is ${first}`) }];
  expect(brokenFirst(first)).toMatchObject(mayBe ? [] : [{ name: 'InvalidInputError', issues }]);
});

describe('a walk meets each row once that is there throughout', () => {
  test.each([40, 100])('by %i, while new ones come in', async (first) => {
    const list = listOf(400);
    const pages = await walk(list, first, (page) => list.change((rows) => [...rows, 1_000 + page]));
    expect(pages.flat()).toEqual(Array.from({ length: 400 }, (_, index) => 400 - index));
    expect(pages).toHaveLength(400 / first);
  });

  test.each([40, 100])('by %i, while those walked already go', async (first) => {
    const list = listOf(400);
    const pages = await walk(list, first, () => list.change((rows) => rows.slice(30)));
    expect(pages.flat()).toEqual(Array.from({ length: 400 }, (_, index) => 400 - index));
  });

  test.each([40, 100])('by %i, while those ahead go', async (first) => {
    const list = listOf(400);
    const pages = await walk(list, first, (page) => {
      if (page === 1) list.change((rows) => rows.filter((row) => row > 10));
    });
    expect(pages.flat()).toEqual(Array.from({ length: 390 }, (_, index) => 400 - index));
  });

  test.each([40, 100])('by %i, where one turns up in the midst of the list', async (first) => {
    const list = listOf(400);
    const pages = await walk(list, first, (page) => {
      if (page === 1) list.change((rows) => [...rows, 0.5]);
    });
    expect(pages.flat().at(-1)).toBe(0.5);
  });
});

import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { audienceOf, effectOf, isShared, METHODS } from '../../src/telegram/methods.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';

const SOURCES = 'src/{services,accounts,telegram/gramjs}/**/*.ts';
/** The class behind a dotted name, `messages.GetChats`. */
function classNamed(name: string): unknown {
  return name.split('.').reduce<unknown>((within, part) => Object(within)[part], Api);
}

/** The requests, and no other constructors, that the sources make. */
async function requestsMade(): Promise<string[]> {
  const made = new Set<string>();
  for await (const file of glob(SOURCES)) {
    for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(/new Api\.([\w.]+)\(/g)) {
      if (Object(classNamed(name)).classType === 'request') made.add(name);
    }
  }
  return [...made];
}

test('every method that the gateway calls is in the table', async () => {
  const made = await requestsMade();
  expect(made).toContain('messages.ExportChatInvite');
  expect(made.filter((name) => !METHODS.some(({ method }) => method === classNamed(name)))).toEqual([]);
});

test('a method that is not in the table runs once, is not shared and is Telegram’s to refuse', () => {
  const unknown = new Api.messages.DeleteChat({ chatId: toLong(1n) });
  expect(effectOf(unknown)).toBe('once');
  expect(isShared(unknown)).toBe(false);
  expect(audienceOf(Api.messages.DeleteChat)).toBe('both');
});

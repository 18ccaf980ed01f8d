import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { InvalidInputError } from '../../src/services/errors/errors.ts';
import { createCursors } from '../../src/services/page/cursor.ts';

const secret = randomBytes(32);
const cursors = createCursors(secret);
const scope = ['exportedInvites', '-7001', '7', 'false'];
const place = ['1700000000', 'https://t.me/+AbCdEfGhIjKlMnOp', '20'];
const sealed = cursors.seal(scope, place);

test('a cursor opens for its own list, also in the next process with the same secret', () => {
  expect(cursors.open(sealed, scope, ['after'])).toEqual(place);
  expect(createCursors(secret).open(sealed, scope, ['after'])).toEqual(place);
});

test.each([
  ['empty', ''],
  ['foreign', 'YXJyYXljb25uZWN0aW9uOjE='],
  ['truncated', sealed.slice(0, -4)],
  ['altered', `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'B' : 'A'}${sealed.slice(-1)}`],
  ['no base64', '%%%'],
])('an %s cursor is refused at its path', (_what, cursor) => {
  expect(() => cursors.open(cursor, scope, ['after'])).toThrow(InvalidInputError);
});

test('a cursor of another list is refused, and so is one of another secret', () => {
  expect(() => cursors.open(sealed, ['exportedInvites', '-7001', '7', 'true'], ['after'])).toThrow(/not of this list/);
  expect(() => createCursors(randomBytes(32)).open(sealed, scope, ['after'])).toThrow(/not of this list/);
});

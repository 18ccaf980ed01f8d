import { describe, expect, test } from 'vitest';
import { markedId, parsePeer } from '../../src/services/chats/peer.ts';
import { InvalidInputError } from '../../src/services/errors/errors.ts';
import { PeerIdInvalidError, UsernameInvalidError } from '../../src/services/errors/telegram-errors.ts';

const path = ['input', 'peer'];

describe('parsePeer', () => {
  test.each([
    ['sandbox_community', 'sandbox_community'],
    ['@sandbox_community', 'sandbox_community'],
    ['t.me/sandbox_community', 'sandbox_community'],
    ['https://t.me/sandbox_community', 'sandbox_community'],
    ['https://t.me/sandbox_community/?utm=1#top', 'sandbox_community'],
    ['http://www.telegram.me/Name', 'Name'],
    ['  @Name_With_Spaces_Around ', 'Name_With_Spaces_Around'],
    ['meme', 'meme'],
  ])('reads %j as a username', (text, username) => {
    expect(parsePeer(text, path)).toEqual({ kind: 'USERNAME', username });
  });

  test.each([
    ['1234', { kind: 'USER', id: 1234n }],
    ['-1234', { kind: 'BASIC_GROUP', id: 1234n }],
    ['-7001', { kind: 'BASIC_GROUP', id: 7001n }],
    ['-1001234567890', { kind: 'CHANNEL', id: 1234567890n }],
    ['-1000000000001', { kind: 'CHANNEL', id: 1n }],
    ['me', { kind: 'SELF' }],
  ])('reads %j as a marked id', (text, reference) => {
    expect(parsePeer(text, path)).toEqual(reference);
  });

  test.each(['', '@', 'a b', 'abc', '1abc', '@name!', 'имя_чата', `a${'b'.repeat(32)}`])(
    'refuses %j with Telegram’s own name for it, USERNAME_INVALID',
    (text) => {
      expect(() => parsePeer(text, path)).toThrow(UsernameInvalidError);
    },
  );

  test.each(['9'.repeat(30), `-${'9'.repeat(30)}`, '0', '-0', '-1000000000000', '1099511627776'])(
    'refuses %j, which is outside the range of ids',
    (text) => {
      expect(() => parsePeer(text, path)).toThrow(PeerIdInvalidError);
    },
  );

  test.each(['https://example.com/x', 'https://t.me/', 't.me/c/123/4', 'tg://resolve?domain=name', 'a/b'])(
    'refuses the address %j at its path',
    (text) => {
      expect(() => parsePeer(text, path)).toThrow(InvalidInputError);
    },
  );

  test.each(['t.me/+AbCdEfGhIjKlMnOp', 'https://t.me/joinchat/AbCdEfGhIjKlMnOp', 'tg://join?invite=AbCdEfGhIjKlMnOp'])(
    'tells that the invite link %j is no peer',
    (text) => {
      expect(() => parsePeer(text, path)).toThrow(/invite link does not say which chat/);
    },
  );

  test('a marked id comes back as it was written', () => {
    for (const id of ['-1001234567890', '-7001']) {
      const reference = parsePeer(id, path);
      if (reference.kind !== 'CHANNEL' && reference.kind !== 'BASIC_GROUP') throw new Error('not a chat');
      expect(markedId(reference)).toBe(id);
    }
  });
});

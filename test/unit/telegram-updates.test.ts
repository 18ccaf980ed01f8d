import { expect, test } from 'vitest';
import { createUpdateHub } from '../../src/telegram/gramjs/updates.ts';
import type { UpdateListener } from '../../src/telegram/port.ts';
import { Api } from '../../src/telegram/tl.ts';
import { group, person } from '../support/fake-community.ts';

const update = new Api.UpdateConfig();
const another = new Api.UpdateLoginToken();

function heard(): UpdateListener & { readonly told: unknown[] } {
  const told: unknown[] = [];
  return {
    told,
    onUpdate: (received, { users, chats }) => void told.push([received.className, users.length, chats.length]),
    onGap: () => void told.push('gap'),
  };
}

test.each([
  [
    new Api.Updates({ updates: [update, another], users: [person], chats: [group], date: 0, seq: 0 }),
    [
      ['UpdateConfig', 1, 1],
      ['UpdateLoginToken', 1, 1],
    ],
  ],
  [
    new Api.UpdatesCombined({ updates: [update], users: [], chats: [group], date: 0, seqStart: 1, seq: 1 }),
    [['UpdateConfig', 0, 1]],
  ],
  [new Api.UpdateShort({ update, date: 0 }), [['UpdateConfig', 0, 0]]],
  [new Api.UpdatesTooLong(), ['gap']],
])('$className is unpacked', (received, expected) => {
  const hub = createUpdateHub();
  const listener = heard();
  hub.listen(listener);
  hub.take(received);
  expect(listener.told).toEqual(expected);
});

test('what is no update is passed over: answers, and what GramJS says of its connection', () => {
  const hub = createUpdateHub();
  const listener = heard();
  hub.listen(listener);
  for (const received of [1, undefined, true, { state: 1 }, person, [person]]) hub.take(received);
  expect(listener.told).toEqual([]);
});

test('who listens no longer hears nothing, of gaps neither', () => {
  const hub = createUpdateHub();
  const [stays, leaves] = [heard(), heard()];
  hub.listen(stays);
  hub.listen(leaves)();
  hub.take(new Api.UpdateShort({ update, date: 0 }));
  hub.gap();
  expect(stays.told).toEqual([['UpdateConfig', 0, 0], 'gap']);
  expect(leaves.told).toEqual([]);
});

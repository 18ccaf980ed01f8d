import { expect, test } from 'vitest';
import { type Candidate, choose, type Question } from '../../../src/services/routing/candidates.ts';
import { MAIN_METHODS as M } from './main-methods.ts';

/**
 * A rule, what is asked of an export to a chat that was seen, the accounts, and the answer: names in order, or who is asked first.
 * `owner` is the default account; `bot` and `cat` are bots. An account is an admin that has seen the chat and can act,
 * but for what stands behind it.
 */
type Row = readonly [rule: string, call: Partial<Question>, among: string, answer: string];

const ROWS: readonly Row[] = [
  // Telegram's kinds.
  ['what is for users goes to no bot', { method: M.exportedInvites }, 'bot zoe', 'zoe'],
  ['what is for bots goes to no user', { kind: 'BOT' }, 'owner bot', 'bot'],
  ['where no kind fits, the default is asked for the refusal', { method: M.exportedInvites }, 'bot:default cat', 'bot'],
  // Rights.
  ['who has not the right is no candidate', {}, 'owner:MEMBER ann', 'ann'],
  ['the owner of the chat is no better than an admin for a new link', {}, 'ann:OWNER owner', 'owner ann'],
  ['nobody may: the best refuses', {}, 'owner:OUTSIDE ann:MEMBER', 'ann'],
  ['an unknown right is asked for where there is a choice', {}, 'owner:? ann', 'ask owner'],
  ['and not where there is none', {}, 'owner:? ann:MEMBER', 'owner'],
  ['of who comes later it is not asked', {}, 'owner ann:?', 'owner ann'],
  ['what could not be found out counts as a yes', {}, 'owner:unknowable ann', 'owner ann'],
  ['a look at a chat takes no right', { method: M.chat }, 'owner:OUTSIDE ann', 'ann owner'],
  ['who has which links is told to the owner alone', { method: M.adminsWithInvites }, 'owner zoe:OWNER', 'zoe'],
  // Links.
  [
    'a link is its creator’s',
    { method: M.exportedInvite, isOfLink: true, creator: 'id of zoe' },
    'owner:OWNER zoe',
    'zoe owner',
  ],
  [
    'else the chat owner’s, and of no other admin',
    { method: M.exportedInvite, isOfLink: true, creator: 'somebody' },
    'owner zoe:OWNER',
    'zoe',
  ],
  [
    'of a link that nobody knows the chat’s owner first',
    { method: M.exportedInvite, isOfLink: true },
    'owner zoe:OWNER',
    'zoe owner',
  ],
  [
    'a bot’s link is changed by that bot alone',
    { method: M.editExportedChatInvite, isOfLink: true, creator: 'id of cat' },
    'owner:OWNER bot cat:FLOOD',
    'cat',
  ],
  [
    'and by nobody after it has refused',
    { method: M.editExportedChatInvite, isOfLink: true, creator: 'id of cat' },
    'owner:OWNER cat:refused',
    '',
  ],
  [
    'a bot’s link is read by the chat’s owner',
    { method: M.importers, isOfLink: true, creator: 'id of cat' },
    'owner zoe:OWNER cat',
    'zoe',
  ],
  [
    'a bot acts on no other admin’s link',
    { method: M.editExportedChatInvite, isOfLink: true, creator: 'id of ann' },
    'bot ann',
    'ann',
  ],
  // Who can act.
  ['who has no connection, is held or full is passed over', {}, 'owner:DOWN ann:HELD bot:FULL zoe', 'zoe'],
  ['nobody can act: the best tells why', {}, 'owner:HELD ann:DOWN', 'owner'],
  ['who waits for a flood to end lets its kind go first', {}, 'owner:FLOOD zoe bot', 'zoe owner bot'],
  ['and no other kind', {}, 'owner:FLOOD bot', 'owner bot'],
  ['who is down lets another kind go first', {}, 'owner:DOWN bot', 'bot'],
  // Equals.
  ['a user before a bot, the default before others, then by name', {}, 'bot zoe ann owner', 'owner ann zoe bot'],
  ['a default bot comes after users', {}, 'bot:default zoe', 'zoe bot'],
  // Addresses.
  ['who has not seen the chat is no candidate', {}, 'owner:unseen ann', 'ann'],
  ['nobody has: the default alone looks', { chat: 'UNSEEN' }, 'ann owner:FLOOD', 'owner'],
  ['and nobody after it', { chat: 'UNSEEN' }, 'ann owner:refused', ''],
  ['a username is resolved by one', { chat: 'USERNAME' }, 'ann:? owner:?', 'owner'],
  ['which can act', { chat: 'USERNAME' }, 'ann owner:DOWN', 'ann'],
  [
    'a bot that has not seen the chat asks when nobody else may',
    {},
    'owner:MEMBER bot:?,mayAsk cat:?,mayAsk',
    'ask bot',
  ],
  ['and not before', {}, 'owner bot:?,mayAsk', 'owner bot'],
  ['also where it is the only one left', {}, 'owner:refused bot:?,mayAsk', 'ask bot'],
  ['who can address the requester decides', { method: M.hideChatJoinRequest }, 'owner:unmet ann', 'ann'],
  ['nobody can: the best says so', { method: M.hideChatJoinRequest }, 'owner:unmet ann:unmet', 'owner ann'],
  // What is the account's own.
  ['mine is the default’s', { isMine: true }, 'ann owner:FLOOD', 'owner'],
  ['which is asked for its right', { isMine: true }, 'ann owner:?', 'ask owner'],
  ['else the only one’s that may', { isMine: true }, 'ann owner:MEMBER zoe:OUTSIDE', 'ann'],
  ['for which all are asked', { isMine: true }, 'ann owner:MEMBER zoe:?', 'ask zoe'],
  ['nobody’s: the default refuses', { isMine: true }, 'ann:MEMBER owner:MEMBER', 'owner'],
  ['mine never moves on', { isMine: true }, 'ann owner:refused', ''],
  [
    'several may: they are named',
    { isMine: true },
    'ann bot:default,MEMBER zoe',
    'input.account: Each account has its own, and several accounts may be meant: give one of "ann", "zoe".',
  ],
  ['a join is a default user’s', { isMine: true, method: M.importChatInvite, chat: 'NONE' }, 'ann owner bot', 'owner'],
  ['a join is the only user’s', { isMine: true, method: M.importChatInvite, chat: 'NONE' }, 'ann bot:default', 'ann'],
  [
    'whose chat has a username that nobody has resolved is found out',
    { isMine: true, chat: 'USERNAME', method: M.exportedInvites },
    'ann zoe bot:default',
    'ask ann',
  ],
  // Moving on.
  ['the next that may be able', {}, 'owner:refused ann:MEMBER zoe:? bot', 'ask zoe'],
  ['nobody else may: nobody is asked for a refusal', {}, 'owner:refused ann:MEMBER', ''],
  ['nobody else is of the kind', { kind: 'BOT' }, 'owner bot:refused', ''],
];

const KNOWN: Readonly<Record<string, Partial<Candidate>>> = {
  ...Object.fromEntries((['OWNER', 'MEMBER', 'OUTSIDE'] as const).map((right) => [right, { right }])),
  ...Object.fromEntries((['DOWN', 'HELD', 'FLOOD', 'FULL'] as const).map((stop) => [stop, { stop }])),
  '?': { right: null, isAskable: true },
  unknowable: { right: null },
  unseen: { sees: 'NO', right: null },
  mayAsk: { sees: 'MAY_ASK' },
  unmet: { meets: false },
  default: { isDefault: true },
  refused: {},
};

function candidate(text: string): Candidate {
  const [name = '', known = ''] = text.split(':');
  const isBot = name === 'bot' || name === 'cat';
  const usual = { name, userId: `id of ${name}`, kind: isBot ? 'BOT' : 'USER', isDefault: name === 'owner' } as const;
  const able = { stop: null, sees: 'YES', meets: true, right: 'ADMIN', isAskable: false } as const;
  return Object.assign({}, usual, able, ...known.split(',').map((each) => KNOWN[each]));
}

test.each(ROWS)('%s', (_rule, call, among, answer) => {
  const accounts = among.split(' ');
  const question = {
    method: M.exportChatInvite,
    kind: null,
    isMine: false,
    chat: 'SEEN',
    isOfLink: false,
    creator: null,
    ...call,
  } as const;
  const refusedBy = accounts.filter((each) => each.includes('refused')).map((each) => each.split(':')[0] ?? '');
  expect(told(() => choose(question, accounts.map(candidate), new Set(refusedBy)))).toBe(answer);
});

function told(choice: () => ReturnType<typeof choose>): string {
  try {
    const chosen = choice();
    return 'ask' in chosen ? `ask ${chosen.ask.name}` : chosen.order.map(({ name }) => name).join(' ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { accessHash } from '../../src/sandbox/world/access-hash.ts';
import { canInvite, markedIdOf } from '../../src/sandbox/world/chats.ts';
import { addInvite, findInvite, primaryInvite, replacePrimaryInvite } from '../../src/sandbox/world/invites.ts';
import { listInvites } from '../../src/sandbox/world/list-invites.ts';
import { addChat, changeMember, setMember } from '../../src/sandbox/world/membership.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import { createWorld, type World } from '../../src/sandbox/world.ts';

function smallWorld(random: (size: number) => Buffer = randomBytes) {
  const world = createWorld({ clock: () => 1_800_000_000_000, random });
  const founder = addUser(world, { id: 1n, firstName: 'Founder' });
  const chat = addChat(world, { id: 10n, kind: 'supergroup', title: 'Chat', creator: founder.id });
  return { world, founder, chat };
}

const primariesOf = (world: World, adminId: bigint) =>
  world.invites.filter((invite) => invite.permanent && !invite.revoked && invite.adminId === adminId);

describe('access hashes', () => {
  test('are the same at every look and different for every viewer, kind and entity', () => {
    const { world } = smallWorld();
    const hash = accessHash(world, 1n, 'channel', 10n);
    expect(accessHash(world, 1n, 'channel', 10n)).toBe(hash);
    const others = [
      accessHash(world, 2n, 'channel', 10n),
      accessHash(world, 1n, 'user', 10n),
      accessHash(world, 1n, 'channel', 11n),
    ];
    expect(new Set([hash, ...others]).size).toBe(4);
    expect(hash).toBe(BigInt.asIntN(64, hash));
  });
});

describe('primary links', () => {
  test('a new chat starts with its creator’s', () => {
    const { world, chat, founder } = smallWorld();
    expect(primaryInvite(world, chat, founder.id)).toMatchObject({ permanent: true, revoked: false, title: null });
    expect(world.invites).toHaveLength(1);
  });

  test('a person has one as soon as they may invite, and never two', () => {
    const { world, chat } = smallWorld();
    const admin = addUser(world, { id: 2n, firstName: 'Admin' });
    setMember(world, chat, admin.id, 'admin', false);
    expect(canInvite(chat, admin.id)).toBe(false);
    expect(primariesOf(world, admin.id)).toHaveLength(0);
    setMember(world, chat, admin.id, 'admin', true);
    setMember(world, chat, admin.id, 'admin', true);
    expect(primariesOf(world, admin.id)).toHaveLength(1);
  });

  test('a bot has none until it makes one', () => {
    const { world, chat } = smallWorld();
    const bot = addUser(world, { id: 3n, firstName: 'Bot', isBot: true });
    setMember(world, chat, bot.id, 'admin', true);
    expect(primaryInvite(world, chat, bot.id)).toBeNull();
    const made = replacePrimaryInvite(world, chat, bot.id);
    expect(primaryInvite(world, chat, bot.id)).toBe(made);
  });

  test('replacing one revokes the old and leaves the others of its admin alone', () => {
    const { world, chat, founder } = smallWorld();
    const old = primaryInvite(world, chat, founder.id);
    const additional = addInvite(world, chat, founder.id, { title: 'flyer' });
    const fresh = replacePrimaryInvite(world, chat, founder.id);
    expect(old?.revoked).toBe(true);
    expect(additional.revoked).toBe(false);
    expect(primariesOf(world, founder.id)).toEqual([fresh]);
  });
});

describe('links', () => {
  test('have 16 characters of base64url', () => {
    const { world, chat, founder } = smallWorld();
    expect(addInvite(world, chat, founder.id).link).toMatch(/^https:\/\/t\.me\/\+[\w-]{16}$/);
  });

  test('are never digits alone, which would be a phone number’s', () => {
    const digits = Buffer.from('0123456789012345', 'base64url');
    const drawn = [randomBytes(32), randomBytes(12), digits, Buffer.from('A123456789012345', 'base64url')];
    const { world, chat, founder } = smallWorld((size) => drawn.shift() ?? randomBytes(size));
    expect(addInvite(world, chat, founder.id).hash).toBe('A123456789012345');
  });

  test('a random source that repeats itself is told, not waited for', () => {
    const random = (size: number) => Buffer.alloc(size, 7);
    const { world, chat, founder } = smallWorld(random);
    expect(() => addInvite(world, chat, founder.id)).toThrow('random source');
  });

  test('are found by every form of their URL, in their own chat, in their own case', () => {
    const { world, chat } = smallWorld(() => Buffer.from('Abcdefghijklmnop', 'base64url'));
    const [invite] = world.invites;
    const forms = ['Abcdefghijklmnop', 'https://t.me/+Abcdefghijklmnop', 't.me/joinchat/Abcdefghijklmnop'];
    for (const form of [...forms, 'tg://join?invite=Abcdefghijklmnop']) {
      expect(findInvite(world, chat, form)).toBe(invite);
    }
    expect(findInvite(world, chat, 'https://t.me/+abcdefghijklmnop')).toBeNull();
    expect(findInvite(world, { ...chat, id: 11n }, 'https://t.me/+Abcdefghijklmnop')).toBeNull();
  });
});

test('who left and is put back by hand no longer counts for the link they came by', () => {
  const { world, chat, founder } = smallWorld();
  const guest = addUser(world, { id: 4n, firstName: 'Guest' });
  const invite = addInvite(world, chat, founder.id);
  const outside = setMember(world, chat, guest.id, 'left');
  changeMember(world, chat, { ...outside, standing: 'member', invite }, guest.id);
  expect(setMember(world, chat, guest.id, 'admin').invite).toBe(invite);
  expect(invite.usage).toBe(1);
  setMember(world, chat, guest.id, 'left');
  expect(setMember(world, chat, guest.id, 'member').invite).toBeNull();
  expect(invite.usage).toBe(0);
});

test('a page behind a link that is gone begins with the second before it', () => {
  const { world, chat, founder } = smallWorld();
  const [older, ...same] = [10, 20, 20].map((date) => addInvite(world, chat, founder.id, { date }));
  const behind = (link = '', date = 20) =>
    listInvites(world, chat, founder.id, founder, { revoked: false, after: { date, link }, limit: 100 }).page;
  expect(behind('https://t.me/+gone')).toEqual([older]);
  expect(behind(same[1]?.link)).toEqual([same[0], older]);
});

test('marked ids: groups are negated, supergroups and channels start with -100', () => {
  const { world, chat, founder } = smallWorld();
  expect(markedIdOf(chat)).toBe(-1_000_000_000_010n);
  const group = addChat(world, { id: 7n, kind: 'group', title: 'Group', creator: founder.id });
  expect(markedIdOf(group)).toBe(-7n);
});

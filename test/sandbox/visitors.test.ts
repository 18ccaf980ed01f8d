import { expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { createLogger } from '../../src/base/log.ts';
import { loadConfig } from '../../src/config/index.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startVisitors } from '../../src/sandbox/visitors.ts';
import { type Chat, findChatByUsername, isPresent } from '../../src/sandbox/world/chats.ts';
import type { WorldEvent } from '../../src/sandbox/world/events.ts';
import { takeRequests } from '../../src/sandbox/world/knock.ts';
import { admit, removeMember } from '../../src/sandbox/world/membership.ts';
import { OWNER } from '../support/sandbox-links.ts';
import { seededWorld } from '../support/seeded-world.ts';
import { startSandbox } from '../support/start-sandbox.ts';

/** A world with visitors that knock when told. */
function visited() {
  const { world } = seededWorld();
  const events: WorldEvent[] = [];
  world.listeners.add((event) => events.push(event));
  let knock: (() => void) | null = null;
  const stop = startVisitors(world, (visit) => {
    knock = visit;
    return () => {
      knock = null;
    };
  });
  const chat = findChatByUsername(world, 'sandbox_community');
  const door = world.invites.at(-1);
  if (!chat || !door) throw new Error('no community, or no link of it');
  const visits = (count: number) => {
    for (let each = 0; each < count; each += 1) knock?.();
  };
  return { world, chat, door, events, visits, stop };
}

const waiting = (chat: Chat) => chat.pendingRequests.map(({ userId }) => userId);

test('one waits from the start, and each visit brings another one, by a link that asks for approval', () => {
  const { chat, door, events, visits } = visited();
  expect(door).toMatchObject({ title: 'Front door', requestNeeded: true, adminId: OWNER });
  expect(waiting(chat)).toHaveLength(1);
  visits(4);
  expect(new Set(waiting(chat)).size).toBe(5);
  expect(chat.pendingRequests.every(({ invite }) => invite === door)).toBe(true);
  expect(door.requested).toBe(5);
  expect(events.filter((event) => event.kind === 'joinRequestsChanged' && event.made)).toHaveLength(5);
});

test('ten wait at most: then the one who waited longest gives up', () => {
  const { world, chat, door, visits } = visited();
  visits(9);
  const [oldest] = waiting(chat).slice(-1);
  visits(1);
  expect(waiting(chat)).toHaveLength(10);
  expect(waiting(chat)).not.toContain(oldest);
  const people = world.users.size;
  visits(1_000);
  expect([waiting(chat).length, door.requested, world.users.size]).toEqual([10, 10, people]);
});

test('who was let in stays until it is their turn again, who was removed stays away', () => {
  const { world, chat, door, visits } = visited();
  visits(1);
  const [second = 0n, first = 0n] = waiting(chat);
  takeRequests(world, chat, () => true);
  for (const id of [first, second]) admit(world, chat, id, { invite: door, approvedBy: OWNER });
  removeMember(world, chat, second, OWNER);
  visits(118);
  expect(isPresent(chat, first)).toBe(true);
  visits(1);
  expect(isPresent(chat, first)).toBe(false);
  expect(waiting(chat)[0]).toBe(first);
  visits(1);
  expect(waiting(chat)).not.toContain(second);
});

test('nobody knocks at a link that is revoked, past its date, or open to all; none after the end', () => {
  const { chat, door, visits, stop } = visited();
  const before = waiting(chat);
  door.requestNeeded = false;
  visits(1);
  door.requestNeeded = true;
  door.expireDate = 1;
  visits(1);
  door.expireDate = null;
  door.revoked = true;
  visits(1);
  door.revoked = false;
  stop();
  visits(1);
  expect(waiting(chat)).toEqual(before);
});

const titles = ({ world }: Pick<Sandbox, 'world'>) => world.invites.map(({ title }) => title);

test('a sandbox has visitors only when it is told to', async () => {
  await using quiet = await startSandbox();
  expect(titles(quiet)).not.toContain('Front door');
  await using busy = await startSandbox({ visitors: true });
  expect(titles(busy)).toContain('Front door');
});

test.each([
  [{}, true],
  [{ SANDBOX_VISITORS: 'off' }, false],
])('a gateway without an account, started with %j: visitors %s', async (env, visitors) => {
  const log = createLogger({ level: 'silent' });
  const app = await startApp({ config: loadConfig({ PORT: '0', ...env }), log });
  const opened = app.sandbox ? titles(app.sandbox) : [];
  await app.close();
  expect(opened.length).toBeGreaterThan(0);
  expect(opened.includes('Front door')).toBe(visitors);
});

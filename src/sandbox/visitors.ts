/**
 * People who keep knocking at @sandbox_community, so that who watches for join requests in a demo sees
 * some. They come one after the other, and the first again after the last: nothing grows however long the sandbox runs.
 */
import { NAMES, person } from './seeds/person.ts';
import { findChatByUsername, isPresent } from './world/chats.ts';
import { isOpen } from './world/import-invite.ts';
import { addInvite } from './world/invites.ts';
import { requestToJoin, takeRequests } from './world/knock.ts';
import { leaveChat } from './world/membership.ts';
import { addUser, type User } from './world/users.ts';
import type { World } from './world.ts';

/** Calls `knock` again and again; the function returned stops that. */
export type Schedule = (knock: () => void) => () => void;

/** As many wait at once; then the one who waited longest gives up. */
const PATIENCE = 10;
const EVERY_MS = 5_000;

const ABOUTS = ['A friend sent me the link.', 'I read your newsletter.', '', 'We met at the last meetup.'];

/**
 * Opens a link at @sandbox_community that asks for approval, lets the first visitor knock at once and the others as
 * `schedule` says. Nobody knocks any more once that link is revoked, past a date it was given, or open to everybody. A
 * visitor who was let in stays until it is their turn again. The function returned stops it all.
 */
export function startVisitors(world: World, schedule: Schedule = everyFewSeconds): () => void {
  const chat = findChatByUsername(world, 'sandbox_community');
  const owner = [...(chat?.members.values() ?? [])].find(({ standing }) => standing === 'creator');
  if (!chat || !owner) throw new Error('there is no @sandbox_community for visitors to knock at');
  const visitors = addVisitors(world);
  const door = addInvite(world, chat, owner.userId, { title: 'Front door', requestNeeded: true });
  let turn = 0;
  const knock = () => {
    if (!door.requestNeeded || !isOpen(world, door)) return;
    const visitor = visitors[turn % visitors.length];
    turn += 1;
    if (!visitor || chat.members.get(visitor.id)?.standing === 'removed') return;
    const waiting = chat.pendingRequests.filter(({ userId }) => visitors.some(({ id }) => id === userId));
    const tired = waiting.at(-1);
    if (tired && waiting.length >= PATIENCE) takeRequests(world, chat, (request) => request === tired);
    if (isPresent(chat, visitor.id)) leaveChat(world, chat, visitor.id);
    requestToJoin(world, chat, visitor, door);
  };
  knock();
  return schedule(knock);
}

function addVisitors(world: World): User[] {
  return Array.from({ length: NAMES }, (_, each) =>
    addUser(world, { ...person(7_400_000_001n, each), about: ABOUTS[each % ABOUTS.length] ?? '' }),
  );
}

/** Does not keep the process alive. */
function everyFewSeconds(knock: () => void): () => void {
  const timer = setInterval(knock, EVERY_MS).unref();
  return () => clearInterval(timer);
}

import type { Chat, Member } from '../world/chats.ts';
import { addInvite, type Invite, primaryInvite } from '../world/invites.ts';
import { addChat, changeMember, setMember } from '../world/membership.ts';
import { addUser, type User } from '../world/users.ts';
import { now, type World } from '../world.ts';
import { person } from './person.ts';

const DAY = 86_400;
const HOSTS = 11;
/** Links of each host, of which one is primary; the owner has the rest of the 300. */
const LINKS_OF_HOST = 16;
const LINKS = 300;
const IMPORTERS = 5_000;
const WAITING = 40;
/** People who come in, and who ask, within one second. */
const AT_ONCE = 5;

const CAMPAIGNS = ['newsletter', 'flyer', 'conference', 'podcast', 'website', 'forum', 'meetup', 'partner'];

/**
 * `@sandbox_big`: 12 administrators, the owner among them, 300 links, primary and revoked ones included, 5,000 members
 * who came by them and 40 who wait, so that lists have many pages. The owner has 124 links and the others 16 each; the
 * owner's primary brought 1,500 people.
 */
export function seedBig(world: World, owner: User): void {
  const today = now(world);
  const founded = today - 200 * DAY;
  const chat = addChat(world, {
    id: 2_000_000_007n,
    kind: 'supergroup',
    title: 'Sandbox Big',
    about: 'Twelve administrators, 300 links, 5,000 people who came by them and 40 who wait.',
    username: 'sandbox_big',
    date: founded,
    creator: owner.id,
  });
  const hosts = Array.from({ length: HOSTS }, (_, each) => addHost(world, chat, each));
  const links = [owner, ...hosts].flatMap((admin) => {
    const more = admin === owner ? LINKS - HOSTS * LINKS_OF_HOST : LINKS_OF_HOST;
    return addLinks(world, chat, admin, more - 1);
  });
  for (let each = 0; each < IMPORTERS; each += 1) addImporter(world, chat, each, { links, since: today - 100 * DAY });
  const doors = links.filter((invite) => invite.requestNeeded && !invite.revoked);
  for (let each = 0; each < WAITING; each += 1) addWaiting(world, chat, each, { doors, since: today - 2 * DAY });
}

function addHost(world: World, chat: Chat, each: number): User {
  const host = addUser(world, { ...person(7_100_000_001n, each), username: `sandbox_host_${each + 1}` });
  addInvite(world, chat, host.id, { permanent: true, date: chat.date + each * DAY });
  setMember(world, chat, host.id, 'admin', true);
  return host;
}

/** The primary, as the server made it, and `more`: every fifth asks for approval, every eighth is revoked. */
function addLinks(world: World, chat: Chat, admin: User, more: number): Invite[] {
  const primary = primaryInvite(world, chat, admin.id);
  if (!primary) throw new Error(`${admin.firstName} has no primary link in ${chat.title}`);
  const others = Array.from({ length: more }, (_, each) =>
    addInvite(world, chat, admin.id, {
      // Two of one second, and all before the first person comes.
      date: chat.date + Math.floor(each / 2) * DAY,
      title: `${CAMPAIGNS[each % CAMPAIGNS.length]} ${each + 1}`,
      requestNeeded: each % 5 === 4,
      usageLimit: each % 5 === 1 ? 500 : null,
      expireDate: each % 7 === 3 ? now(world) + (each % 2 === 0 ? 30 : -1) * DAY : null,
      revoked: each % 8 === 7,
    }),
  );
  return [primary, ...others];
}

/** Three of ten come by the first link, which is the owner's primary; the rest are spread over the others. */
function addImporter(world: World, chat: Chat, each: number, by: { links: readonly Invite[]; since: number }): void {
  const user = addUser(world, person(7_200_000_001n, each));
  const invite = by.links[each % 10 < 3 ? 0 : 1 + ((each * 7) % (by.links.length - 1))] ?? null;
  const approvedBy = invite?.requestNeeded ? invite.adminId : null;
  const member: Member = {
    userId: user.id,
    standing: 'member',
    mayInvite: false,
    since: by.since + Math.floor(each / AT_ONCE) * 8_000,
    invite,
    approvedBy,
    subscriptionExpired: false,
  };
  changeMember(world, chat, member, approvedBy ?? user.id);
}

/** One of ten comes by the public username, the others by links that ask for approval. */
function addWaiting(world: World, chat: Chat, each: number, at: { doors: readonly Invite[]; since: number }): void {
  const user = addUser(world, {
    ...person(7_300_000_001n, each),
    about: each % 3 === 0 ? '' : `I heard of you at the ${CAMPAIGNS[each % CAMPAIGNS.length]}.`,
  });
  const invite = each % 10 === 9 ? null : (at.doors[each % at.doors.length] ?? null);
  const date = at.since + Math.floor(each / AT_ONCE) * 20_000;
  chat.pendingRequests.unshift({ userId: user.id, date, about: user.about, invite });
  if (invite) invite.requested += 1;
}

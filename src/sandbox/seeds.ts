import { seedAccounts } from './seeds/seed-accounts.ts';
import { seedBig } from './seeds/seed-big.ts';
import { type Chat, markedIdOf } from './world/chats.ts';
import { addChat, setMember } from './world/membership.ts';
import { addUser, type User } from './world/users.ts';
import { now, type World } from './world.ts';

/** Somebody a tester may sign in as, under the name that documentation and tests use. */
export interface SeededAccount {
  readonly name: string;
  readonly user: User;
}

/** As on Telegram's test servers, where the number 99966XYYYY gets the code XXXXX. */
const CODE = '22222';

/**
 * The cast that every sandbox starts with (docs/sandbox.md has the table): accounts first, then chats for what may be
 * done and for each way in which it is refused. Names and ids are fixed; access hashes, links and keys are not. `more` accounts come
 * behind the cast.
 */
export function seedWorld(world: World, more = 0): readonly SeededAccount[] {
  const cast = seedCast(world);
  seedChats(world, cast);
  seedBig(world, cast.owner);
  const further = seedAccounts(world, more, { founder: cast.ada, code: CODE });
  return [...Object.entries(cast).map(([name, user]) => ({ name, user })), ...further];
}

function seedCast(world: World) {
  const owner = addUser(world, {
    id: 7_000_000_001n,
    firstName: 'Olive',
    lastName: 'Owner',
    username: 'sandbox_owner',
    phone: '9996620001',
    code: CODE,
  });
  const bot = addUser(world, {
    id: 7_000_000_002n,
    firstName: 'Sandbox Bot',
    username: 'sandbox_doorman_bot',
    isBot: true,
    botToken: '7000000002:AAsandboxsandboxsandboxsandboxsandb',
  });
  const guarded = addUser(world, {
    id: 7_000_000_003n,
    firstName: 'Gale',
    lastName: 'Guarded',
    username: 'sandbox_guarded',
    phone: '9996620003',
    code: CODE,
    password: 'correct horse',
    passwordHint: 'horse',
  });
  const ada = addUser(world, {
    id: 7_000_000_004n,
    firstName: 'Ada',
    lastName: 'Marlow',
    about: 'Founder of several chats.',
    username: 'sandbox_ada',
    phone: '9996620004',
    code: CODE,
  });
  const joiner = addUser(world, {
    id: 7_000_000_007n,
    firstName: 'Joss',
    lastName: 'Newcomer',
    about: 'New in town.',
    username: 'sandbox_joiner',
    phone: '9996620007',
    code: CODE,
  });
  const stranger = addUser(world, {
    id: 7_000_000_008n,
    firstName: 'Sol',
    lastName: 'Stranger',
    username: 'sandbox_stranger',
    phone: '9996620008',
    code: CODE,
  });
  return { owner, bot, guarded, ada, joiner, stranger };
}

function seedChats(world: World, { owner, bot, guarded, ada }: ReturnType<typeof seedCast>): void {
  const day = 86_400;
  const today = now(world);
  const person = addUser(world, { id: 7_000_000_005n, firstName: 'Uma', lastName: 'Person', username: 'sandbox_user' });
  const bystander = addUser(world, { id: 7_000_000_006n, firstName: 'Ben', lastName: 'Ostrander' });

  const community = addChat(world, {
    id: 2_000_000_001n,
    kind: 'supergroup',
    title: 'Sandbox Community',
    about: 'Owned by the owner; links of every kind but paid ones are made here.',
    username: 'sandbox_community',
    date: today - 10 * day,
    creator: owner.id,
  });
  setMember(world, community, bot.id, 'admin', true);
  for (const user of [guarded, ada, person, bystander]) setMember(world, community, user.id, 'member');

  const news = addChat(world, {
    id: 2_000_000_002n,
    kind: 'channel',
    title: 'Sandbox News',
    about: 'The owner is an administrator with the invite right; paid links are made here.',
    username: 'sandbox_news',
    date: today - 20 * day,
    creator: ada.id,
  });
  setMember(world, news, owner.id, 'admin', true);
  for (const user of [guarded, bystander]) setMember(world, news, user.id, 'member');

  const group = addChat(world, {
    id: 7001n,
    kind: 'group',
    title: 'Sandbox Small Group',
    date: today - 30 * day,
    creator: owner.id,
  });
  for (const user of [ada, guarded]) setMember(world, group, user.id, 'member');

  seedRefusals(world, today - 60 * day, { owner, bot, ada });
}

/** Chats that say no, each in its own way. Ada founded them. */
function seedRefusals(world: World, date: number, { owner, bot, ada }: Record<'owner' | 'bot' | 'ada', User>): void {
  const found = (id: bigint, username: string, title: string): Chat =>
    addChat(world, { id, kind: 'supergroup', title, username, date, creator: ada.id });

  const closed = found(2_000_000_003n, 'sandbox_private', 'Sandbox Private');
  setMember(world, closed, owner.id, 'removed');
  setMember(world, closed, bot.id, 'removed');

  const memberOnly = found(2_000_000_004n, 'sandbox_member_only', 'Sandbox Members Only');
  setMember(world, memberOnly, owner.id, 'member');

  const readOnly = found(2_000_000_005n, 'sandbox_readonly', 'Sandbox Read Only');
  setMember(world, readOnly, owner.id, 'member');
  world.refusals.set(markedIdOf(readOnly), { code: 403, type: 'CHAT_WRITE_FORBIDDEN' });

  const flood = found(2_000_000_006n, 'sandbox_flood', 'Sandbox Flood');
  setMember(world, flood, owner.id, 'admin', true);
  world.refusals.set(markedIdOf(flood), { code: 420, type: 'FLOOD_WAIT_30' });
}

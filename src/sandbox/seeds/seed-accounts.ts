import { MOST_ACCOUNTS } from '../account-amount.ts';
import type { SeededAccount } from '../seeds.ts';
import { addChat, setMember } from '../world/membership.ts';
import { addUser, type User } from '../world/users.ts';
import { now, type World } from '../world.ts';
import { person } from './person.ts';

const DAY = 86_400;

/**
 * Further accounts, a user and a bot by turns: `user-001`, `bot-001`, `user-002` and so on. Each has a supergroup, `@user_001_group`, and
 * a channel, `@user_001_channel`, in which nobody else of them is. A user has founded its own; a bot is an administrator with the
 * invite right in chats that `founder` has. `code`: what signs the users in. Throws where there are too many.
 */
export function seedAccounts(
  world: World,
  amount: number,
  { founder, code }: { readonly founder: User; readonly code: string },
): SeededAccount[] {
  if (amount > MOST_ACCOUNTS) throw new Error(`a sandbox makes ${MOST_ACCOUNTS} further accounts at most`);
  return Array.from({ length: amount }, (_, each) => {
    const number = Math.floor(each / 2) + 1;
    const digits = String(number).padStart(3, '0');
    const user = each % 2 === 0 ? addPerson(world, number, digits, code) : addBot(world, number, digits);
    const kind = user.isBot ? 'bot' : 'user';
    for (const [place, type] of (['supergroup', 'channel'] as const).entries()) {
      const word = type === 'channel' ? 'channel' : 'group';
      const chat = addChat(world, {
        id: 2_100_000_000n + BigInt(each * 2 + place),
        kind: type,
        title: `The ${word} of ${kind} ${digits}`,
        username: `${kind}_${digits}_${word}`,
        date: now(world) - 30 * DAY,
        creator: user.isBot ? founder.id : user.id,
      });
      if (user.isBot) setMember(world, chat, user.id, 'admin', true);
    }
    return { name: `${kind}-${digits}`, user };
  });
}

function addPerson(world: World, number: number, digits: string, code: string): User {
  return addUser(world, {
    ...person(7_400_000_000n, number),
    username: `sandbox_user_${digits}`,
    phone: `999662${1000 + number}`,
    code,
  });
}

function addBot(world: World, number: number, digits: string): User {
  const id = 7_500_000_000n + BigInt(number);
  return addUser(world, {
    id,
    firstName: `Sandbox Bot ${digits}`,
    username: `sandbox_${digits}_bot`,
    isBot: true,
    botToken: `${id}:AAsandboxsandboxsandboxsandboxsandb`,
  });
}

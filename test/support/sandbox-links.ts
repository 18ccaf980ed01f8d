import { Api } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { primaryInvite } from '../../src/sandbox/world/invites.ts';
import { setMember } from '../../src/sandbox/world/membership.ts';
import { resolveChannel, type SeededWorld } from './seeded-world.ts';

export const OWNER = 7_000_000_001n;
export const BOT = 7_000_000_002n;
export const GUARDED = 7_000_000_003n;
export const ADA = 7_000_000_004n;

type Account = Parameters<SeededWorld['as']>[0];

export type ExportFields = Partial<ConstructorParameters<typeof Api.messages.ExportChatInvite>[0]>;

/** A new link of one of the cast's chats. */
export async function exportIn(
  { as }: SeededWorld,
  username: string,
  fields: ExportFields = {},
  name: Account = 'owner',
): Promise<Api.ChatInviteExported> {
  const peer = await resolveChannel(as(name), username);
  const answer = await as(name)(new Api.messages.ExportChatInvite({ peer, ...fields }));
  if (!(answer instanceof Api.ChatInviteExported)) throw new Error(answer.className);
  return answer;
}

export function pricing(period: number, amount: bigint): Api.StarsSubscriptionPricing {
  return new Api.StarsSubscriptionPricing({ period, amount: returnBigInt(amount) });
}

/** Ada becomes an administrator of @sandbox_community who may invite: another one beside the owner and the bot. */
export function promoteAda({ world }: SeededWorld): void {
  const community = findChatByUsername(world, 'sandbox_community');
  if (community) setMember(world, community, ADA, 'admin', true);
}

/** The primary link of an administrator of one of the cast's chats. */
export function primaryOf({ world }: Pick<SeededWorld, 'world'>, username: string, adminId: bigint): string {
  const chat = findChatByUsername(world, username);
  const primary = chat && primaryInvite(world, chat, adminId);
  if (!primary) throw new Error(`${adminId} has no primary link in ${username}`);
  return primary.link;
}

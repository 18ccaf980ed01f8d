import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { CallFault } from '../../src/sandbox/faults/fault.ts';
import { type Chat, chatOf, isPresent } from '../../src/sandbox/world/chats.ts';
import { addInvite, type Invite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin, takeRequests } from '../../src/sandbox/world/knock.ts';
import { leaveChat } from '../../src/sandbox/world/membership.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import type { World } from '../../src/sandbox/world.ts';
import { OWNER } from './sandbox-links.ts';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from './start-gateway.ts';

export const COMMUNITY = -1_002_000_000_001n;
export const JOINER = 7_000_000_007n;
export const STRANGER = 7_000_000_008n;
export const peer = 'sandbox_community';

const MUTATIONS = {
  exportChatInvite: '... on ExportedChatInvite { link revoked permanent }',
  revokeExportedChatInvite: `... on ExportedChatInvite { link revoked }
    ... on ExportedChatInviteReplaced { invite { link revoked } newInvite { link revoked } }`,
  editExportedChatInvite: '... on ExportedChatInvite { link title }',
  deleteExportedChatInvite: '... on DeletedExportedChatInvite { link }',
  deleteRevokedExportedChatInvites: '... on DeletedRevokedExportedChatInvites { admin { peer } }',
  hideChatJoinRequest: '... on ChatJoinRequestHidden { approved user { peer } }',
  hideAllChatJoinRequests: '... on ChatJoinRequestsHidden { approved }',
  importChatInvite: '... on ChatJoined { chat { peer } } ... on JoinRequestSent { link }',
};

/** The gateway and @sandbox_community behind it, to see what a mutation has done there. */
export interface LinkScene extends AsyncDisposable {
  readonly gateway: TestGateway;
  readonly world: World;
  readonly chat: Chat;
  /** The chat's links, whoever made them, oldest first. */
  invites(): Invite[];
  /** How many requests of a method have reached the sandbox. */
  sent(method: string): number;
  makeLink(fields?: Parameters<typeof addInvite>[3]): Invite;
  /** These and nobody else wait, for so many seconds already, and are not in the chat. */
  waiting(ids: readonly bigint[], seconds?: number): void;
  waitingIds(): bigint[];
  /** The next call of the method meets the fault. */
  meet(fault: CallFault, method: string): void;
  /** Its result, with `replayed: true` where the answer's extensions say so. */
  run(mutation: keyof typeof MUTATIONS, input: object): Promise<Readonly<Record<string, unknown>>>;
}

export async function openLinkScene(options: TestGatewayOptions = {}): Promise<LinkScene> {
  const gateway = await startTestGateway(options);
  // The account, the chat and a person are known from here on, so that faults meet the mutations alone.
  await gateway.query(`mutation { hideChatJoinRequest(input: { peer: "${peer}", user: "sandbox_stranger", approved: false })
    { __typename } }`);
  const { world, faults } = gateway.sandbox;
  const chat = chatOf(world, COMMUNITY);
  const makeLink: LinkScene['makeLink'] = (fields = {}) => addInvite(world, chat, OWNER, fields);
  return {
    gateway,
    world,
    chat,
    invites: () => world.invites.filter(({ chatId }) => chatId === COMMUNITY),
    sent: (method) => gateway.calls.filter((call) => call === method).length,
    makeLink,
    waiting(ids, seconds = 0) {
      takeRequests(world, chat, () => true);
      for (const id of [JOINER, STRANGER]) if (isPresent(chat, id)) leaveChat(world, chat, id);
      const invite = makeLink({ requestNeeded: true });
      for (const id of ids) requestToJoin(worldAt(world, -seconds), chat, userOf(world, id), invite);
    },
    waitingIds: () => chat.pendingRequests.map(({ userId }) => userId),
    meet: (fault, method) => void faults.add({ fault, method, account: options.account ?? 'owner' }),
    async run(mutation, input) {
      const type = `${mutation.replace(/^./, (letter) => letter.toUpperCase())}Input!`;
      const answer = await gateway.query(
        `mutation ($input: ${type}) { result: ${mutation}(input: $input) {
          __typename ${MUTATIONS[mutation]} ... on TelegramUnavailableError { outcome } } }`,
        { input },
      );
      expect(answer.errors).toBeUndefined();
      const result: Readonly<Record<string, unknown>> = answer.data?.['result'] ?? {};
      return isDeepStrictEqual(answer.extensions, { replayed: [['result']] }) ? { ...result, replayed: true } : result;
    },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}

/** The same world by a clock that is so many seconds ahead. */
export function worldAt(world: World, seconds: number): World {
  return { ...world, clock: () => world.clock() + seconds * 1000 };
}

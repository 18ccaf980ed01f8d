import { buildConsole } from '../../../src/build-console.ts';
import type { Chat } from '../../../src/sandbox/world/chats.ts';
import { chatOf } from '../../../src/sandbox/world/chats.ts';
import { addInvite } from '../../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../../src/sandbox/world/knock.ts';
import { userOf } from '../../../src/sandbox/world/users.ts';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../../support/start-gateway.ts';

export const COMMUNITY = '-1002000000001';
/** A channel of somebody else's, in which the owner may make links. */
export const NEWS = '-1002000000002';
export const JOINER = 7_000_000_007n;
export const STRANGER = 7_000_000_008n;
export const OWNER = 7_000_000_001n;

/** The real gateway with the console, which `npm run test:console` has built, on a world of its own. */
export async function startConsole(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const refuse = (line: object) => {
    throw new Error(`the console is not built: ${JSON.stringify(line)}`);
  };
  return startTestGateway({ ...options, buildConsole: () => buildConsole({ warn: refuse }) });
}

/** The address of a path of the gateway. */
export const at = ({ app }: TestGateway, path: string): string => new URL(path, app.url).href;

export const community = ({ sandbox }: TestGateway): Chat => chatOf(sandbox.world, BigInt(COMMUNITY));

/** A link of the owner's to @sandbox_community. */
export const makeInvite = (gateway: TestGateway, fields: Parameters<typeof addInvite>[3] = {}) =>
  addInvite(gateway.sandbox.world, community(gateway), OWNER, fields);

/** These people ask to join @sandbox_community by a link of the owner's named "Front door". */
export function knock(gateway: TestGateway, ids: readonly bigint[] = [JOINER, STRANGER]) {
  const { world } = gateway.sandbox;
  const door = makeInvite(gateway, { title: 'Front door', requestNeeded: true });
  for (const id of ids) requestToJoin(world, community(gateway), userOf(world, id), door);
  return door;
}

import { randomBytes } from 'node:crypto';
import { Api } from 'telegram';
import { BinaryReader } from 'telegram/extensions/index.js';
import { createDispatcher } from '../../src/sandbox/dispatcher.ts';
import { registerMethods } from '../../src/sandbox/methods/register-methods.ts';
import { RpcError } from '../../src/sandbox/rpc-error.ts';
import { seedWorld } from '../../src/sandbox/seeds.ts';
import { readRequest } from '../../src/sandbox/tl/read-request.ts';
import { findChatByUsername, markedIdOf } from '../../src/sandbox/world/chats.ts';
import { authorize } from '../../src/sandbox/world/sign-in.ts';
import { createWorld, type World } from '../../src/sandbox/world.ts';

/** Sends a request as one device, by its bytes; answers what the method answers, read back from its own. */
export type Invoke = <R extends Api.AnyRequest>(request: R) => Promise<R['__response']>;

export interface SeededWorld {
  readonly world: World;
  /** Unix milliseconds; tests move it. */
  readonly time: { now: number };
  /** A device on which nobody is signed in, its key being this. */
  device(authKeyId: string): Invoke;
  /** A device of one of the cast's accounts, by name. */
  as(name: 'owner' | 'bot' | 'guarded' | 'ada' | 'joiner' | 'stranger'): Invoke;
}

/** The cast's world with its methods and no server before them. */
export function seededWorld(): SeededWorld {
  const time = { now: Date.parse('2026-11-22T12:00:00Z') };
  const world = createWorld({ clock: () => time.now, random: randomBytes });
  const dispatcher = createDispatcher();
  registerMethods(dispatcher, world, () => ({ host: '127.0.0.1', port: 20443 }));
  for (const { name, user } of seedWorld(world)) authorize(world, name, user.id);
  const device = (authKeyId: string): Invoke => {
    return async <R extends Api.AnyRequest>(request: R) => {
      const answer = await dispatcher.dispatch(readRequest(request.getBytes()), { authKeyId, layer: 198 });
      // The dispatcher keeps methods of all types in one map; the request's class says what this one answers.
      return readBack(answer) as R['__response'];
    };
  };
  return { world, time, device, as: device };
}

/** What a client would read: proves that the answer can be written at all. */
function readBack(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(readBack);
  if (!hasBytes(answer)) return answer;
  return new BinaryReader(answer.getBytes()).tgReadObject();
}

function hasBytes(value: unknown): value is { getBytes(): Buffer } {
  return typeof value === 'object' && value !== null && 'getBytes' in value;
}

/** "400 CHAT_ADMIN_REQUIRED" for a refused call; fails the test where it was answered. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  const outcome = await call.then(
    () => 'answered',
    (error: unknown) => error,
  );
  if (outcome instanceof RpcError) return `${outcome.code} ${outcome.type}`;
  throw outcome instanceof Error ? outcome : new Error('expected a refusal, the call was answered');
}

/** The chat as one account addresses it, its hash looked up by username as any client would. */
export async function resolveChannel(invoke: Invoke, username: string): Promise<Api.InputPeerChannel> {
  const { chats } = await invoke(new Api.contacts.ResolveUsername({ username }));
  const chat = chats[0];
  if (!(chat instanceof Api.Channel || chat instanceof Api.ChannelForbidden) || !chat.accessHash) {
    throw new Error(`${username} is no channel with a hash`);
  }
  return new Api.InputPeerChannel({ channelId: chat.id, accessHash: chat.accessHash });
}

/** The same as the channels.* methods name it. */
export async function resolveInputChannel(invoke: Invoke, username: string): Promise<Api.InputChannel> {
  const { channelId, accessHash } = await resolveChannel(invoke, username);
  return new Api.InputChannel({ channelId, accessHash });
}

/** A person or bot as one account addresses them. */
export async function resolveUser(invoke: Invoke, username: string): Promise<Api.InputUser> {
  const { users } = await invoke(new Api.contacts.ResolveUsername({ username }));
  const user = users[0];
  if (!(user instanceof Api.User) || !user.accessHash) throw new Error(`${username} is no user with a hash`);
  return new Api.InputUser({ userId: user.id, accessHash: user.accessHash });
}

/** Marked id of one of the cast's chats. */
export function chatId(world: World, username: string): bigint {
  const chat = findChatByUsername(world, username);
  if (!chat) throw new Error(`no chat ${username}`);
  return markedIdOf(chat);
}

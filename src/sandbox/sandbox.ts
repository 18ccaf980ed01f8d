import { randomBytes } from 'node:crypto';
/**
 * A small Telegram: a world of chats, people and invite links behind a real MTProto 2.0 server, so that any client
 * connects to it over TCP as to Telegram itself, in a test, in a demo or while developing without an account.
 *
 * In scope: the transports, the key exchange and the encrypted session (server.ts); sign-in by code, password, QR code
 * and bot token; chats as each account sees them, with access hashes of its own; invite links from making to
 * deleting, with Telegram's rules and error names; joining by them, asking at the door and being let in; any error on
 * demand (`world.refusals`), and any fault of the network or the server (`faults/`).
 * Left out on purpose: messages, media and calls; sign-up, e-mail and SMS; more than one data centre; flood limits that
 * count; payments; secret chats; anything kept on disk. A method that is not here answers 400 INPUT_METHOD_INVALID.
 * docs/sandbox.md lists methods, cast and how to connect.
 */
import { type CallRecord, createDispatcher } from './dispatcher.ts';
import { startControl } from './faults/control.ts';
import { createFaultBox, type Faults } from './faults/faults.ts';
import { SANDBOX_DC } from './methods/help.ts';
import { registerMethods } from './methods/register-methods.ts';
import { pushUpdates } from './push-updates.ts';
import { type SeededAccount, seedWorld } from './seeds.ts';
import { type MtprotoServer, startMtprotoServer } from './server.ts';
import { startVisitors } from './visitors.ts';
import { authorize, revokeAuthorization } from './world/sign-in.ts';
import { createWorld, type World } from './world.ts';

export interface SandboxAccount {
  /** `owner`, `bot` and so on: the name documentation and tests use. */
  readonly name: string;
  /** The user id. */
  readonly id: string;
  /** International, digits only; `null` for bots. */
  readonly phone: string | null;
  /** The login code, always the same; `null` for bots. */
  readonly code: string | null;
  /** Two-step verification; `null` where the code is enough. */
  readonly password: string | null;
  /** `null` for people. */
  readonly botToken: string | null;
  /** A GramJS StringSession that is signed in already. */
  readonly session: string;
}

export interface Sandbox {
  readonly host: string;
  readonly port: number;
  /** The server's RSA key in PEM, which clients that make their own session must trust. */
  readonly publicKey: string;
  /** Owner first, then the bot. */
  readonly accounts: readonly SandboxAccount[];
  /** Tests look at it and act on it. */
  readonly world: World;
  /** What goes wrong on demand; docs/sandbox.md has the kinds. */
  readonly faults: Faults;
  /** Address of the HTTP port that drives the faults from outside; `null` unless asked for. */
  readonly control: string | null;
  /** Tells of every call before it is answered. The function returned stops that. */
  watch(observer: (record: CallRecord) => void): () => void;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** 0, the default, takes a free one below 32768: GramJS reads ports in session strings as int16. */
  readonly port?: number;
  /** A port of 127.0.0.1 for the faults (faults/control.ts), 0 for any free one. None is opened unless this is set. */
  readonly controlPort?: number | undefined;
  /** Unix milliseconds. */
  readonly clock?: () => number;
  readonly random?: (size: number) => Buffer;
  /** Whether people keep knocking at @sandbox_community (visitors.ts). They do not unless told. */
  readonly visitors?: boolean;
  /** Is told of faults of the sandbox itself (server.ts). */
  readonly onFault?: (error: unknown) => void;
}

/** The highest port that every reader of a session string reads alike; those above look negative to GramJS. */
export const MAX_PLAIN_PORT = 32_767;

/** Rejects with the system's error where a port is taken or the host is not ours. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, clock = Date.now, random = randomBytes, visitors = false } = options;
  const { onFault, controlPort } = options;
  const world = createWorld({ clock, random });
  const seeded = seedWorld(world);
  const dispatcher = createDispatcher();
  const address = { host, port };
  registerMethods(dispatcher, world, () => address);
  const faults = createFaultBox({
    clock,
    accountOf: (authKeyId) => accountOn(world, seeded, authKeyId),
    knowsAccount: (account) =>
      seeded.some(({ name }) => name === account) || (/^\d+$/.test(account) && world.users.has(BigInt(account))),
    knowsMethod: dispatcher.has,
    revoke: (authKeyId) => revokeAuthorization(world, authKeyId),
    refuse: (refusing) => server.refuse(refusing),
  });
  const server = await startMtprotoServer({
    host,
    port,
    dispatcher,
    faults,
    clock,
    random,
    ...(onFault && { onFault }),
  });
  address.port = server.port;
  const stopPushing = pushUpdates(world, (authKeyId, updates) => {
    if (!faults.dropsUpdate(authKeyId)) server.push(authKeyId, updates);
  });
  const control =
    controlPort === undefined
      ? null
      : await startControl({ port: controlPort, faults, dispatcher }).catch(async (error: unknown) => {
          await server.close();
          throw error;
        });
  const sendVisitorsAway = visitors ? startVisitors(world) : () => {};
  return {
    host: server.host,
    port: server.port,
    publicKey: server.publicKey,
    accounts: seeded.map((account) => signedIn(world, server, account)),
    world,
    faults,
    control: control?.url ?? null,
    watch: (observer) => dispatcher.watch(observer),
    async close() {
      sendVisitorsAway();
      stopPushing();
      await control?.close();
      await server.close();
    },
  };
}

/** Who is signed in on a key, by the name in the cast where there is one. */
function accountOn(world: World, cast: readonly SeededAccount[], authKeyId: string) {
  const userId = world.authorizations.get(authKeyId)?.userId;
  if (userId === undefined) return null;
  return { id: String(userId), name: cast.find(({ user }) => user.id === userId)?.name ?? null };
}

/** Signs the account in on a key made here, and writes the session that holds it. */
function signedIn(world: World, server: MtprotoServer, { name, user }: SeededAccount): SandboxAccount {
  const key = world.random(256);
  authorize(world, server.addAuthKey(key), user.id);
  const { phone, code, password, botToken } = user;
  return { name, id: String(user.id), phone, code, password, botToken, session: stringSession(server, key) };
}

/** GramJS's format 1 (sessions/StringSession): data centre, address with its length, port, key. */
function stringSession({ host, port }: { host: string; port: number }, key: Buffer): string {
  const address = Buffer.from(host);
  const head = Buffer.alloc(3);
  head.writeUInt8(SANDBOX_DC, 0);
  head.writeInt16BE(address.length, 1);
  const tail = Buffer.alloc(2);
  tail.writeUInt16BE(port, 0);
  return `1${Buffer.concat([head, address, tail, key]).toString('base64')}`;
}

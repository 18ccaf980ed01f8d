/**
 * `npm run login`: signs an account in, by phone, QR code or bot token, and prints its session, or keeps it in the store.
 * Everything for people goes to standard error; standard output gets one line, `TELEGRAM_SESSION=…`, so that it can be
 * redirected, or nothing.
 * Exit code 0: signed in; 1: refused or unreachable; 2: wrong arguments; 130: Ctrl-C.
 */
import { constants, fchmodSync, fstatSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { ACCOUNT_NAME } from '../base/account-name.ts';
import { explain } from '../base/explain.ts';
import { createLogger } from '../base/log.ts';
import { readServerAddress, USUAL_DC } from '../base/server-address.ts';
import { ConfigError, loadStoreConfig } from '../config/index.ts';
import { readServerKey } from '../config/server-key-file.ts';
import { openSeal, SealError } from '../store/seal.ts';
import { openAccounts } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { TelegramConnectError } from '../telegram/gramjs/connect-error.ts';
import { SignInError } from '../telegram/sign-in/errors.ts';
import { type SignedIn, type SignInOptions, type SignInWay, signIn } from '../telegram/sign-in/sign-in.ts';
import { signOut } from '../telegram/sign-in/sign-out.ts';
import { AccountConflict, type StoredAccounts } from '../workspace/stored-accounts.ts';
import { spokenDialog } from './spoken-dialog.ts';
import { createTerminal, NoAnswerError, type Terminal } from './terminal.ts';
import { drawQr } from './terminal-qr.ts';

const USAGE = `usage: npm run login -- [--phone | --qr | --bot] [--name NAME] [--server HOST:PORT [--dc N]]

  --phone   by phone number, code and, where there is one, password
  --qr      by a QR code that a Telegram app scans
  --bot     by a bot token from @BotFather
  --name    keeps the account under this name in the store (DATA_DIR or DATABASE_URL), sealed, instead of printing its
            session: 1 to 32 of a-z, 0-9 and -. An account that has the name gets the new session
  --server  another server than Telegram's, TELEGRAM_SERVER unless told; its key: TELEGRAM_SERVER_PUBLIC_KEY, the
            path of a PEM file
  --dc      the data centre that this server is; 2 unless told

TELEGRAM_API_ID and TELEGRAM_API_HASH come from the environment or .env, or are asked for. Answers may be piped in,
one line each.`;

const WHERE = 'https://my.telegram.org/apps';
/** After the end nothing is left that keeps the process; this ends it if a library disagrees. */
const EXIT_ANYWAY_AFTER_MS = 1_000;

class UsageError extends Error {}

const EXPECTED = [
  SignInError,
  TelegramConnectError,
  ConfigError,
  NoAnswerError,
  UsageError,
  StoreError,
  SealError,
  AccountConflict,
];

export async function login(args: readonly string[]): Promise<void> {
  const leaving = new AbortController();
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stderr,
    onInterrupt: () => leaving.abort(),
    signal: leaving.signal,
  });
  process.on('SIGINT', () => leaving.abort());
  try {
    const wanted = readArguments(args);
    if (wanted === null) terminal.say(USAGE);
    else if (wanted.name === null) await signInAndPrint(wanted, terminal, leaving.signal);
    else await signInAndKeep(wanted, wanted.name, terminal, leaving.signal);
  } catch (error) {
    process.exitCode = leaving.signal.aborted ? 130 : error instanceof UsageError ? 2 : 1;
    terminal.say(leaving.signal.aborted ? '\nLeft without signing in.' : `\n${explain(error, EXPECTED)}`);
  }
  terminal.close();
  setTimeout(() => process.exit(), EXIT_ANYWAY_AFTER_MS).unref();
}

interface Arguments {
  /** `null`: to be asked for. */
  readonly way: SignInWay | null;
  /** Under which the account is kept; `null`: its session is printed. */
  readonly name: string | null;
  readonly server: SignInOptions['server'];
}

async function signInAndPrint(wanted: Arguments, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const account = await signInBy(wanted, terminal, signal);
  terminal.say(welcome(account, account.apiId));
  closeToOthers(process.stdout.fd, terminal);
  process.stdout.write(`TELEGRAM_SESSION=${account.session}\n`);
}

/** What keeps the account from being kept is told before anybody is asked for a code, as far as it is known then. */
async function signInAndKeep(wanted: Arguments, name: string, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const { dataDir, database, accounts } = loadStoreConfig(process.env);
  const place = { dataDir, database };
  const seal = await openSeal(place, accounts.sessionKeys);
  seal.keyId();
  await using stored = await openAccounts(place, seal);
  const namesake = (await stored.list()).find((each) => each.name === name);
  if (namesake)
    terminal.say(`The account ${name} is in the store: sign in as the same Telegram user (${namesake.id}).`);
  const account = await signInBy(wanted, terminal, signal);
  await keepAs(stored, name, account).catch(async (error: unknown) => {
    // Nobody has the session, so it is not left among the account's devices.
    await signOut(account.session, account.application).catch(() => {});
    throw error;
  });
  const lines = [
    `\n${inWords(account)}. The account is kept as ${styleText('bold', name)} in ${database ? 'the database' : dataDir}.`,
    'The gateway acts as it from its next start on, where its environment has the API of this login:',
    `  TELEGRAM_API_ID=${account.apiId}\n  TELEGRAM_API_HASH=the api_hash you signed in with`,
    namesake &&
      'Until then the gateway acts by the old session. End that one afterwards in a Telegram app under Settings > Devices.',
    accounts.sessionKeys.length > 0
      ? 'Nothing but the same SESSION_KEYS opens the session.'
      : `Nothing but the file session-keys in ${dataDir} opens the session: back it up apart from the store.`,
  ];
  terminal.say(`${lines.filter(Boolean).join('\n')}\n`);
}

/** Throws `AccountConflict` where the name is another user's, or the user has another name. */
async function keepAs(stored: StoredAccounts, name: string, { user, session }: SignedIn): Promise<void> {
  const id = user.id.toString();
  const same = (await stored.list()).find((each) => each.id === id);
  if (same?.name === name && (await stored.renew(id, session))) return;
  await stored.insert({ id, name, kind: user.bot ? 'BOT' : 'USER' }, session);
}

async function signInBy(
  { way, server }: Arguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<SignedIn & { readonly apiId: number; readonly application: Parameters<typeof signOut>[1] }> {
  const keyPath = process.env['TELEGRAM_SERVER_PUBLIC_KEY'];
  const serverPublicKey = keyPath ? await readServerKey(keyPath) : null;
  const apiId = await askApiId(terminal);
  const apiHash = await askApiHash(terminal);
  const chosen = way ?? (await askWay(terminal));
  terminal.say(`Connecting to ${server ? `${server.host}:${server.port}` : 'Telegram'} …`);
  const log = createLogger({ level: 'silent' });
  const application = { apiId, apiHash, serverPublicKey, log };
  const account = await signIn({
    way: chosen,
    ...application,
    server,
    signal,
    dialog: spokenDialog({ ...terminal, showQr: (address) => terminal.draw(drawQr(address)) }),
  }).catch((error: unknown) => {
    if (server && !serverPublicKey && error instanceof TelegramConnectError) {
      terminal.say(
        'A server with a key of its own needs TELEGRAM_SERVER_PUBLIC_KEY, the path of that key as a PEM file.',
      );
    }
    throw error;
  });
  return { ...account, apiId, application };
}

/** A session that is redirected into a file is for this user's eyes only, whatever mode the shell has made the file with. */
function closeToOthers(fd: number, terminal: Terminal): void {
  const { mode, uid } = fstatSync(fd);
  if ((mode & constants.S_IFMT) !== constants.S_IFREG || (mode & 0o077) === 0 || !process.getuid) return;
  if (uid === process.getuid()) fchmodSync(fd, 0o600);
  else
    terminal.say(
      'Others may read the file that the session goes to, and it is not yours: make it private (chmod 600).',
    );
}

/** `null` when help was asked for. */
function readArguments(args: readonly string[]): Arguments | null {
  const values = parse(args);
  if (values.help) return null;
  const name = values.name ?? null;
  if (name !== null && !ACCOUNT_NAME.test(name)) throw new UsageError('--name is 1 to 32 of a-z, 0-9 and -.');
  const ways = (['phone', 'qr', 'bot'] as const).filter((way) => values[way]);
  if (ways.length > 1) throw new UsageError(`--${ways.join(' and --')} exclude each other.\n\n${USAGE}`);
  const inEnvironment = process.env['TELEGRAM_SERVER']?.trim() || undefined;
  const server = values.server ?? inEnvironment;
  if (server === undefined) {
    if (values.dc !== undefined) throw new UsageError('--dc says what --server is; give both.');
    return { way: ways[0] ?? null, name, server: null };
  }
  const dc = Number(values.dc ?? USUAL_DC);
  if (!Number.isInteger(dc) || dc < 1 || dc > 255) throw new UsageError('--dc is a number from 1 to 255.');
  const address = readServerAddress(server);
  if (typeof address === 'string') {
    throw new UsageError(`${values.server === undefined ? 'TELEGRAM_SERVER' : '--server'} ${address}`);
  }
  return { way: ways[0] ?? null, name, server: { ...address, dc } };
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  try {
    const options = { phone: flag, qr: flag, bot: flag, help: flag, name: text, server: text, dc: text };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split('. ')[0] : error}.\n\n${USAGE}`);
  }
}

async function askApiId(terminal: Terminal): Promise<number> {
  const given = process.env['TELEGRAM_API_ID']?.trim();
  if (!given) terminal.say(`Telegram tells programs apart by an api_id and api_hash. Get yours at ${WHERE}.`);
  const text = given || (await terminal.ask('api_id: ')).trim();
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= 0x7fff_ffff) return Number(text);
  throw new ConfigError([`TELEGRAM_API_ID is not a number that Telegram gives out: copy the api_id from ${WHERE}.`]);
}

async function askApiHash(terminal: Terminal): Promise<string> {
  const text = process.env['TELEGRAM_API_HASH']?.trim() || (await terminal.ask('api_hash: ', { hidden: true })).trim();
  if (/^\S+$/.test(text)) return text;
  throw new ConfigError([`TELEGRAM_API_HASH is empty or holds spaces: copy the api_hash from ${WHERE}.`]);
}

async function askWay(terminal: Terminal): Promise<SignInWay> {
  const answer = (await terminal.ask('Sign in by phone, qr or bot? [phone] ')).trim().toLowerCase() || 'phone';
  const way = (['phone', 'qr', 'bot'] as const).find((each) => each === answer);
  if (!way) throw new UsageError('Answer phone, qr or bot.');
  return way;
}

function inWords({ user, address }: SignedIn): string {
  const name = [user.firstName, user.lastName].filter(Boolean).join(' ');
  const handle = user.username ? ` (@${user.username})` : '';
  return `${styleText('green', 'Signed in')} as ${styleText('bold', name)}${handle}, a ${user.bot ? 'bot' : 'user'}, at ${address}`;
}

function welcome(account: SignedIn, apiId: number): string {
  return `
${inWords(account)}.

Put the account into .env, three lines, and start the gateway with "npm start":

  TELEGRAM_API_ID=${apiId}
  TELEGRAM_API_HASH=the api_hash you signed in with
  TELEGRAM_SESSION=the one long line on standard output (npm run -s login >> .env puts it there)

The session is as good as the account itself: whoever has it is signed in. Keep it out of version control and chats; a
lost one is ended in a Telegram app under Settings > Devices.
Each gateway that runs needs a session of its own: Telegram ends one that is used from two places (AUTH_KEY_DUPLICATED).
`;
}

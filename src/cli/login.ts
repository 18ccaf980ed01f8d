/**
 * `npm run login`: signs an account in, by phone, QR code or bot token, and prints its session. Everything for people
 * goes to standard error; standard output gets one line, `TELEGRAM_SESSION=…`, so that it can be redirected.
 * Exit code 0: signed in; 1: refused or unreachable; 2: wrong arguments; 130: Ctrl-C.
 */
import { constants, fchmodSync, fstatSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { explain } from '../base/explain.ts';
import { createLogger } from '../base/log.ts';
import { ConfigError } from '../config/index.ts';
import { readServerKey } from '../config/server-key-file.ts';
import { TelegramConnectError } from '../telegram/gramjs/connect-error.ts';
import { SignInError } from '../telegram/sign-in/errors.ts';
import { type SignedIn, type SignInOptions, type SignInWay, signIn } from '../telegram/sign-in/sign-in.ts';
import { spokenDialog } from './spoken-dialog.ts';
import { createTerminal, NoAnswerError, type Terminal } from './terminal.ts';
import { drawQr } from './terminal-qr.ts';

const USAGE = `usage: npm run login -- [--phone | --qr | --bot] [--server HOST:PORT [--dc N]]

  --phone   by phone number, code and, where there is one, password
  --qr      by a QR code that a Telegram app scans
  --bot     by a bot token from @BotFather
  --server  another server than Telegram's; its key: TELEGRAM_SERVER_PUBLIC_KEY, the path of a PEM file
  --dc      the data centre that this server is; 2 unless told

TELEGRAM_API_ID and TELEGRAM_API_HASH come from the environment or .env, or are asked for. Answers may be piped in,
one line each.`;

const WHERE = 'https://my.telegram.org/apps';
/** After the end nothing is left that keeps the process; this ends it if a library disagrees. */
const EXIT_ANYWAY_AFTER_MS = 1_000;

class UsageError extends Error {}

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
    else await signInAndPrint(wanted, terminal, leaving.signal);
  } catch (error) {
    process.exitCode = leaving.signal.aborted ? 130 : error instanceof UsageError ? 2 : 1;
    terminal.say(
      leaving.signal.aborted
        ? '\nLeft without signing in.'
        : `\n${explain(error, [SignInError, TelegramConnectError, ConfigError, NoAnswerError, UsageError])}`,
    );
  }
  terminal.close();
  setTimeout(() => process.exit(), EXIT_ANYWAY_AFTER_MS).unref();
}

interface Arguments {
  /** `null`: to be asked for. */
  readonly way: SignInWay | null;
  readonly server: SignInOptions['server'];
}

async function signInAndPrint({ way, server }: Arguments, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const keyPath = process.env['TELEGRAM_SERVER_PUBLIC_KEY'];
  const serverPublicKey = keyPath ? await readServerKey(keyPath) : null;
  const apiId = await askApiId(terminal);
  const apiHash = await askApiHash(terminal);
  const chosen = way ?? (await askWay(terminal));
  terminal.say(`Connecting to ${server ? `${server.host}:${server.port}` : 'Telegram'} …`);
  const account = await signIn({
    way: chosen,
    apiId,
    apiHash,
    server,
    serverPublicKey,
    signal,
    dialog: spokenDialog({ ...terminal, showQr: (address) => terminal.draw(drawQr(address)) }),
    log: createLogger({ level: 'silent' }),
  }).catch((error: unknown) => {
    if (server && !serverPublicKey && error instanceof TelegramConnectError) {
      terminal.say(
        'A server with a key of its own needs TELEGRAM_SERVER_PUBLIC_KEY, the path of that key as a PEM file.',
      );
    }
    throw error;
  });
  terminal.say(welcome(account, apiId));
  closeToOthers(process.stdout.fd, terminal);
  process.stdout.write(`TELEGRAM_SESSION=${account.session}\n`);
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
  const ways = (['phone', 'qr', 'bot'] as const).filter((way) => values[way]);
  if (ways.length > 1) throw new UsageError(`--${ways.join(' and --')} exclude each other.\n\n${USAGE}`);
  if (values.server === undefined) {
    if (values.dc !== undefined) throw new UsageError('--dc says what --server is; give both.');
    return { way: ways[0] ?? null, server: null };
  }
  const dc = Number(values.dc ?? '2');
  if (!Number.isInteger(dc) || dc < 1 || dc > 255) throw new UsageError('--dc is a number from 1 to 255.');
  return { way: ways[0] ?? null, server: { ...readAddress(values.server), dc } };
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  try {
    const options = { phone: flag, qr: flag, bot: flag, help: flag, server: text, dc: text };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split('. ')[0] : error}.\n\n${USAGE}`);
  }
}

/** `host:port` or `[IPv6]:port`. A string session is misread by GramJS when the address has fewer than 4 characters. */
function readAddress(text: string): { host: string; port: number } {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:\s]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port < 1 || port > 65_535) {
    throw new UsageError('--server is HOST:PORT, such as 127.0.0.1:20443.');
  }
  if (host.length < 4 || host.length > 100) {
    throw new UsageError('--server: a session holds addresses of 4 to 100 characters; write ::1 as 0:0:0:0:0:0:0:1.');
  }
  return { host, port };
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

function welcome({ user, address }: SignedIn, apiId: number): string {
  const name = [user.firstName, user.lastName].filter(Boolean).join(' ');
  const handle = user.username ? ` (@${user.username})` : '';
  return `
${styleText('green', 'Signed in')} as ${styleText('bold', name)}${handle}, a ${user.bot ? 'bot' : 'user'}, at ${address}.

Put the account into .env, three lines, and start the gateway with "npm start":

  TELEGRAM_API_ID=${apiId}
  TELEGRAM_API_HASH=the api_hash you signed in with
  TELEGRAM_SESSION=the one long line on standard output (npm run -s login >> .env puts it there)

The session is as good as the account itself: whoever has it is signed in. Keep it out of version control and chats; a
lost one is ended in a Telegram app under Settings > Devices.
Each gateway that runs needs a session of its own: Telegram ends one that is used from two places (AUTH_KEY_DUPLICATED).
`;
}

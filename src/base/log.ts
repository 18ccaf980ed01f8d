import { createRequire } from 'node:module';
import { isatty } from 'node:tty';
import pino from 'pino';
import { createSink } from './sink.ts';

/** The one logger of the process; children carry a request id. */
export type Logger = pino.Logger;

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Where lines go; standard error by default, because standard output belongs to people and to JSON that tools read. */
  readonly destination?: pino.DestinationStream;
  /** Coloured lines for a terminal instead of JSON; by default when standard error is a terminal. */
  readonly pretty?: boolean;
}

/** Fields that hold a secret whatever they look like, at the top of a line or one level down in what is logged. */
const SECRET_FIELDS = ['session', 'apiHash', 'authorization', 'cookie', 'password', 'phoneCode', 'botToken', 'apiKeys'];
const REDACTED = '[redacted]';

/**
 * A line's fields with nothing secret one level down; the top, and what a child carries, are Pino's. Its own paths with
 * wildcards would take four times as long as the whole rest of a line.
 */
function redactNested(fields: Record<string, unknown>): Record<string, unknown> {
  let redacted = fields;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'object' || value === null || isDescribed(name, value)) continue;
    const secrets = SECRET_FIELDS.filter((field) => field in value);
    if (secrets.length === 0) continue;
    if (redacted === fields) redacted = { ...fields };
    redacted[name] = { ...value, ...Object.fromEntries(secrets.map((field) => [field, REDACTED])) };
  }
  return redacted;
}

/** Errors under these names are written by `describeError`, which has to see them whole. */
function isDescribed(name: string, value: object): boolean {
  return value instanceof Error && (name === 'err' || name === 'error');
}

/**
 * Secrets known by their look, for texts that other people's code puts into messages and stacks. Each replacement keeps a
 * JSON string a JSON string. Invite links are bearer secrets too: the first four characters are enough to recognise one.
 */
const SECRETS: readonly (readonly [look: RegExp, replacement: string])[] = [
  // A string session, or the bare 256-byte auth key inside it, in base64. A word is looked at from its beginning alone.
  [/(?<![\w+/=-])[\w+/=-]{340,}/g, '[session]'],
  // An api_hash (32 hexadecimal digits) or an auth key in hexadecimal. A request id that a proxy chose may look the same. What stands
  // before is looked at behind the first digit, as V8 is twice as fast so.
  [/[0-9a-f](?<!"requestId":".|[0-9a-f].)[0-9a-f]{31,}/gi, '[hash]'],
  [/(t(?:elegram)?\.(?:me|dog)\/(?:\+|%2B|joinchat\/)|tg:\/\/join\?invite=)([\w-]{1,4})[\w-]*/gi, '$1$2…'],
  [/\b(Bearer)\s+[^\s"\\]+/gi, '$1 […]'],
  [/\b\d{5,}:[\w-]{30,}/g, '[bot token]'],
  [/(?<![\w+/])\+\d{7,15}\b/g, '[phone]'],
];

/** Takes out what nobody may read in a log. Works on plain text and on a line of JSON alike. */
export function scrub(text: string): string {
  return SECRETS.reduce((scrubbed, [look, replacement]) => scrubbed.replace(look, replacement), text);
}

/**
 * An error as it stands in the log. Only these fields: GramJS hangs whole requests and senders onto its errors, and those
 * hold keys.
 */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  return {
    type: error.constructor.name,
    message: error.message,
    stack: error.stack,
    ...(code !== null && { code }),
    ...(error.cause !== undefined && depth < 5 && { cause: describeError(error.cause, depth + 1) }),
  };
}

/**
 * A logger whose every line has passed `scrub`, and that can neither throw nor block: a line that cannot be written is lost and
 * counted, and the count is told as soon as there is room again.
 */
export function createLogger(options: LoggerOptions): Logger {
  let lost = 0;
  const lose = (lines: number) => {
    lost += lines;
  };
  const tellLost = () => {
    const lines = lost;
    lost = 0;
    if (lines > 0) logger.warn({ lines }, 'lines of the log are lost: it had no room for them');
  };
  const destination = options.destination ?? createSink(2, { onLost: lose, onTaken: tellLost });
  const wantsPretty = options.pretty ?? (options.destination === undefined && isatty(2));
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: redactNested },
      serializers: { err: (error: unknown) => describeError(error), error: (error: unknown) => describeError(error) },
      redact: { paths: SECRET_FIELDS, censor: REDACTED },
      hooks: {
        streamWrite: scrub,
        logMethod(args, method) {
          try {
            method.apply(this, args);
          } catch {
            lose(1); // What was logged cannot be read: no line is worth an answer.
          }
        },
      },
    },
    wantsPretty ? prettyLines(destination) : destination,
  );
  return logger;
}

/**
 * Formats line by line without a stream in between, which could still hold lines when the process exits. Loads the formatter
 * only here: a service has no terminal.
 */
function prettyLines(destination: pino.DestinationStream): pino.DestinationStream {
  const { prettyFactory }: typeof import('pino-pretty') = createRequire(import.meta.url)('pino-pretty');
  const format = prettyFactory({ singleLine: true, translateTime: 'SYS:HH:MM:ss.l' });
  return { write: (line) => destination.write(format(line)) };
}

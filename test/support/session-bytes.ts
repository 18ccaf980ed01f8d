import { randomBytes } from 'node:crypto';

const KEY_BYTES = 256;
const WINDOW_BYTES = 16;

/** A string session with a key of its own. */
export function makeSession(key: Buffer = randomBytes(KEY_BYTES)): string {
  const address = Buffer.from('149.154.167.91');
  const head = Buffer.from([2, 0, address.length, ...address, 443 >> 8, 443 & 0xff]);
  return `1${Buffer.concat([head, key]).toString('base64')}`;
}

/**
 * Whether any 16 bytes in a row of the session's key stand there: as they are, in hexadecimal digits, or in base64, at
 * whichever of its alignments and in either alphabet.
 */
export function holdsKeyOf(session: string, content: Buffer): boolean {
  const key = Buffer.from(session.slice(1), 'base64').subarray(-KEY_BYTES);
  const forms = [content, ...encodedIn(content)];
  for (let start = 0; start + WINDOW_BYTES <= KEY_BYTES; start += 1) {
    const window = key.subarray(start, start + WINDOW_BYTES);
    if (forms.some((form) => form.includes(window))) return true;
  }
  return false;
}

/** What every run of base64 and of hexadecimal digits stands for. */
function encodedIn(content: Buffer): Buffer[] {
  const text = content.toString('latin1');
  const runs = text.match(/[A-Za-z0-9+/_-]{20,}/g) ?? [];
  return [
    ...runs.flatMap((run) => [0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), 'base64'))),
    ...(text.match(/[0-9a-fA-F]{32,}/g) ?? []).flatMap((run) =>
      [0, 1].map((offset) => Buffer.from(run.slice(offset), 'hex')),
    ),
  ];
}

/** Sessions at rest: AES-256-GCM. What is sealed for one account opens for no other, nor when a bit of it was changed. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSessionKeys, SESSION_KEY_BYTES, type SessionKey } from '../base/session-keys.ts';
import { Misconfigured } from '../workspace/misconfigured.ts';
import { makePrivateDirectory, makePrivateFile } from './sqlite/private-file.ts';
import type { StorePlace } from './store.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The file's name in the data directory. */
export const KEY_FILE = 'session-keys';

/** The keys do not open a session, or there are none. The message is for operators, without paths and secrets. */
export class SealError extends Misconfigured {
  override readonly name = 'SealError';
}

/** Seals by the first key and opens by all. */
export interface Seal {
  /** A secret for another purpose, which lives as long as the key that seals; `null`: there is no key. */
  derive(purpose: string): Buffer | null;
  /** Why nothing can be sealed; `null`: it can. */
  unable(): string | null;
  /** Of the key that seals. Throws `SealError` where there is none. */
  keyId(): string;
  /** `KEY_ID.BASE64`: nonce, tag, cipher. `account` is Telegram's user id. Throws `SealError` where there is no key. */
  seal(secret: string, account: string): string;
  /** Throws `SealError`. */
  open(sealed: string, account: string): string;
}

const NO_KEYS =
  'SESSION_KEYS is not set, and a store in PostgreSQL keeps no session without: set it to ID:KEY, ' +
  `the key 32 bytes in base64 ("openssl rand -base64 32"). After "store copy" it is what stands in ${KEY_FILE} of DATA_DIR.`;

/** `source`: how messages name where the keys are; `whenNone`: what they say when there are none. */
export function createSeal(keys: readonly SessionKey[], source: string, whenNone: string = NO_KEYS): Seal {
  function first(): SessionKey {
    if (keys[0]) return keys[0];
    throw new SealError(whenNone);
  }

  return {
    unable: () => (keys[0] ? null : whenNone),
    keyId: () => first().id,
    derive: (purpose) => (keys[0] ? createHmac('sha256', keys[0].key).update(purpose).digest() : null),
    seal(secret, account) {
      const { id, key } = first();
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(account));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')}`;
    },
    open(sealed, account) {
      first();
      const [, id, encoded = ''] = /^([a-z0-9-]{1,32})\.([A-Za-z0-9+/]+=*)$/.exec(sealed) ?? [];
      if (id === undefined) throw new SealError('The session in the store is damaged. Sign in again.');
      const key = keys.find((each) => each.id === id)?.key;
      if (!key) {
        throw new SealError(
          `The session is sealed with the key ${JSON.stringify(id)}, which ${source} does not hold. ` +
            'Put that key back; nothing was changed.',
        );
      }
      try {
        const bytes = Buffer.from(encoded, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(account)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch (error) {
        throw new SealError(
          `The session does not open with the key ${JSON.stringify(id)} of ${source}: it was sealed with another key ` +
            'of that name, or the row was changed. Put the right key back, or sign in again; nothing was changed.',
          { cause: error },
        );
      }
    },
  };
}

/**
 * The seal of a store. Without `keys` the embedded store has them in a file of its own, which is made when it is not
 * there; one that ends with the process has a key that does as well. Throws `StoreError` where the file cannot be opened;
 * what cannot be read in it is told by the seal.
 */
export async function openSeal({ dataDir, database }: StorePlace, keys: readonly SessionKey[]): Promise<Seal> {
  if (keys.length > 0 || database) return createSeal(keys, 'SESSION_KEYS');
  if (dataDir === null) return createSeal([makeKey()], 'this process');
  const path = join(dataDir, KEY_FILE);
  await makePrivateDirectory(dataDir);
  await makePrivateFile(path, (draft) => {
    const { id, key } = makeKey();
    // A power cut must not leave a session whose key is gone.
    writeFileSync(draft, `${id}:${key.toString('base64')}\n`, { flush: true });
  });
  const source = `the file ${KEY_FILE} in DATA_DIR`;
  const text = await readFile(path, 'utf8');
  const read = readSessionKeys(text);
  if (typeof read !== 'string') return inPlace(createSeal(read, source), path, text);
  return createSeal(
    [],
    source,
    `The sessions cannot be opened: ${source} ${read} Put the right file back; nothing was changed.`,
  );
}

/** Seals only while the file still holds the keys: the next start opens nothing without it. */
function inPlace(seal: Seal, path: string, text: string): Seal {
  function unable(): string | null {
    try {
      if (readFileSync(path, 'utf8') === text) return seal.unable();
    } catch {} // told as what it comes to
    return `The file ${KEY_FILE} of DATA_DIR was removed or changed while the gateway runs: put it back as it was.`;
  }
  return {
    ...seal,
    unable,
    seal(secret, account) {
      const reason = unable();
      if (reason !== null) throw new SealError(reason);
      return seal.seal(secret, account);
    },
  };
}

/** Its id is as good as unique, so that a message can tell which file is missing. */
function makeKey(): SessionKey {
  return { id: randomBytes(4).toString('hex'), key: randomBytes(SESSION_KEY_BYTES) };
}

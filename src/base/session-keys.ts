/** A key that seals sessions at rest. */
export interface SessionKey {
  /** 1 to 32 of a-z, 0-9 and -; stands beside what it has sealed. */
  readonly id: string;
  /** 32 bytes. A secret. */
  readonly key: Buffer;
}

/** Bytes of a key of AES-256. */
export const SESSION_KEY_BYTES = 32;

/** Reads `ID:KEY`, separated by commas or ends of lines. A text: what is wrong, without the keys. */
export function readSessionKeys(text: string): readonly SessionKey[] | string {
  const keys: SessionKey[] = [];
  for (const part of text.split(/[,\n]/).map((each) => each.trim())) {
    if (part === '') continue;
    const [, id, encoded = ''] = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/.exec(part) ?? [];
    if (id === undefined) {
      return (
        'holds what is no ID:KEY: the ID is 1 to 32 of a-z, 0-9 and -, ' +
        'the KEY 32 bytes in base64, as by "openssl rand -base64 32".'
      );
    }
    if (keys.some((other) => other.id === id)) return `names the key ${JSON.stringify(id)} twice.`;
    keys.push({ id, key: Buffer.from(encoded, 'base64') });
  }
  return keys.length > 0 ? keys : 'holds no key.';
}

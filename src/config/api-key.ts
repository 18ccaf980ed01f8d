import { hash } from 'node:crypto';

/** A key that opens the API. */
export interface ApiKey {
  /** Of the client that has it; keys of one name are one client's, as while one takes the place of another. `null`: it has none. */
  readonly name: string | null;
  /** What the client sends. A secret. */
  readonly key: string;
}

/** Of a key's digest; enough to tell callers apart. */
const CALLER_BYTES = 8;

/** Reads `name:key`; what does not begin with a name is a key without one, colons and all. */
export function readApiKey(text: string): ApiKey {
  const [, name = null, key = text] = /^([a-z0-9-]{1,32}):(.+)$/.exec(text) ?? [];
  return { name, key };
}

/** All of a key, and nothing that it can be told from. */
export const digestOf = (key: string): Buffer => hash('sha256', key, 'buffer');

/** The caller that a key without a name stands for, which does not give the key away. */
export function unnamedCaller({ key }: ApiKey): string {
  return digestOf(key).toString('hex', 0, CALLER_BYTES);
}

/** The caller that a key stands for: its name, else its short digest. Idempotency keys, limits and log lines go by it. */
export function callerOf(apiKey: ApiKey): string {
  return apiKey.name ?? unnamedCaller(apiKey);
}

import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigError } from './config-error.ts';

/** The PEM text behind TELEGRAM_SERVER_PUBLIC_KEY. Throws `ConfigError` when the file cannot be read, or holds no RSA key. */
export async function readServerKey(path: string): Promise<string> {
  const refuse = (why: string) =>
    new ConfigError([`TELEGRAM_SERVER_PUBLIC_KEY: the file ${JSON.stringify(path)} ${why}.`]);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown error';
    throw refuse(`cannot be read (${code})`);
  }
  try {
    if (createPublicKey(text).asymmetricKeyType === 'rsa') return text;
  } catch {
    throw refuse('holds no public key in PEM form (a block that begins with "-----BEGIN PUBLIC KEY-----")');
  }
  throw refuse('holds a public key, but not an RSA one');
}

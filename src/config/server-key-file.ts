import { readFile } from 'node:fs/promises';
import { ConfigError } from './config-error.ts';

/** The PEM text behind TELEGRAM_SERVER_PUBLIC_KEY. Throws `ConfigError` when the file cannot be read. */
export async function readServerKey(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown error';
    throw new ConfigError([`TELEGRAM_SERVER_PUBLIC_KEY: the file ${JSON.stringify(path)} cannot be read (${code}).`]);
  }
}

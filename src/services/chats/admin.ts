import type { Api } from '../../telegram/tl.ts';
import { AdminIdInvalidError } from '../errors/telegram-errors.ts';
import { parsePerson, resolvePerson } from './person.ts';

/** An admin of a chat, found. */
export interface Admin {
  readonly id: string;
  /** As a request wants it. */
  readonly input: Api.TypeInputUser;
}

/** Throws as `parsePerson` does, with `AdminIdInvalidError` for what is no user's id. */
export function checkAdmin(text: string, path: readonly string[]): void {
  parsePerson(text, path, AdminIdInvalidError);
}

/** Finds the admin that a frontend's text names, as `resolvePerson` does. */
export async function resolveAdmin(
  text: string,
  path: readonly string[],
  deps: Parameters<typeof resolvePerson>[2],
): Promise<Admin> {
  const { user, input } = await resolvePerson(text, path, deps, AdminIdInvalidError);
  return { id: user.id, input };
}

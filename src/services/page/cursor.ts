import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { InvalidInputError } from '../errors/errors.ts';

/** Opaque cursors that carry all the next page needs, and notice when they were altered or belong to another list. */
export interface Cursors {
  /** `scope` names the list: a cursor opens for the list that it was sealed for, and no other. */
  seal(scope: readonly string[], place: readonly string[]): string;
  /** The place inside. Throws `InvalidInputError` at `path` for anything that `seal` did not give for this list. */
  open(cursor: string, scope: readonly string[], path: readonly string[]): readonly string[];
}

/** 128 bits are plenty for something that only lives as long as a walk through a list. */
const TAG_BYTES = 16;

/** `secret`: the same for as long as cursors shall be good, 32 bytes. */
export function createCursors(secret: Buffer): Cursors {
  // Made once: Node takes longer to find out that bytes are a key than to use it.
  const key = createSecretKey(secret);
  const tagOf = (scope: readonly string[], place: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([scope, place]))
      .digest()
      .subarray(0, TAG_BYTES);

  return {
    seal(scope, place) {
      const text = JSON.stringify(place);
      return Buffer.concat([tagOf(scope, text), Buffer.from(text)]).toString('base64url');
    },
    open(cursor, scope, path) {
      const bytes = Buffer.from(cursor, 'base64url');
      const tag = bytes.subarray(0, TAG_BYTES);
      const text = bytes.subarray(TAG_BYTES).toString();
      if (tag.length !== TAG_BYTES || !timingSafeEqual(tag, tagOf(scope, text))) {
        const message =
          'This cursor is not of this list, or was cut or altered. Take one from the list’s own pageInfo.';
        throw new InvalidInputError([{ path, message }]);
      }
      return JSON.parse(text);
    },
  };
}

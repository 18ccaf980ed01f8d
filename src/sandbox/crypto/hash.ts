import { hash } from 'node:crypto';

/** SHA-1 of the parts one after the other, 20 bytes. */
export function sha1(...parts: readonly Buffer[]): Buffer {
  return digest('sha1', parts);
}

/** SHA-256 of the parts one after the other, 32 bytes. */
export function sha256(...parts: readonly Buffer[]): Buffer {
  return digest('sha256', parts);
}

function digest(algorithm: string, parts: readonly Buffer[]): Buffer {
  return hash(algorithm, Buffer.concat(parts), 'buffer');
}

import { readFileSync } from 'node:fs';
import { getWasmUrl, ige256Decrypt, ige256Encrypt, initSync } from '@mtcute/wasm';

initSync(readFileSync(getWasmUrl()));

/**
 * AES-256-IGE on whole blocks, which MTProto encrypts by; the key and the iv are 32 bytes each. mtcute's, in WebAssembly: GramJS's
 * JavaScript takes three times as long, and makes two objects for each 16 bytes.
 */
export { ige256Decrypt as decryptIge, ige256Encrypt as encryptIge };

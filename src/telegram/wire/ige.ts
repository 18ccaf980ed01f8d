import { readFileSync } from 'node:fs';
import { getWasmUrl, ige256Decrypt, ige256Encrypt, initSync } from '@mtcute/wasm';

initSync(readFileSync(getWasmUrl()));

/**
 * AES-256-IGE on whole blocks (https://core.telegram.org/mtproto/description#protocol-description); the key and the iv have 32 bytes
 * each. It is mtcute's, in WebAssembly: GramJS's JavaScript takes three times as long, and makes two objects for each 16 bytes. Its
 * memory grows to twice the longest packet, 34 MB at the most, and stays.
 */
export { ige256Decrypt as decryptIge, ige256Encrypt as encryptIge };

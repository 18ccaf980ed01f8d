import { backward, forward, inverseSBox, sBox } from './aes-tables.ts';

/**
 * AES-256-IGE on whole blocks (https://core.telegram.org/mtproto/description): `iv` is the block before the first of
 * ciphertext and then of plaintext. MTProto makes a new key for every message, mostly of a dozen blocks. Node's own AES
 * takes longer to be set up than such a message takes here, and knows no IGE: decrypting hangs each block on the plaintext
 * before it, one native call a block. GramJS's implementation does the same in three to five times the time, with copies.
 * Nothing here awaits, so the scratch arrays are everybody's.
 */
const ROUNDS = 14;
const schedule = new Int32Array(4 * (ROUNDS + 1));
const inverseSchedule = new Int32Array(4 * (ROUNDS + 1));

/** Every index is in bounds by construction: a byte into 256 entries, or a round's word. */
function at(words: Int32Array | Uint8Array, index: number): number {
  return words[index] as number;
}

function substitute(word: number): number {
  return (
    (at(sBox, word >>> 24) << 24) |
    (at(sBox, (word >> 16) & 255) << 16) |
    (at(sBox, (word >> 8) & 255) << 8) |
    at(sBox, word & 255)
  );
}

function expandKey(key: Buffer): void {
  for (let index = 0; index < 8; index += 1) schedule[index] = key.readInt32BE(index * 4);
  let constant = 1;
  for (let index = 8; index < schedule.length; index += 1) {
    let word = at(schedule, index - 1);
    if (index % 8 === 0) {
      word = substitute((word << 8) | (word >>> 24)) ^ (constant << 24);
      constant <<= 1;
    } else if (index % 8 === 4) word = substitute(word);
    schedule[index] = at(schedule, index - 8) ^ word;
  }
}

/** The equivalent inverse cipher's keys: the rounds from the last to the first, those between them without MixColumns. */
function expandInverseKey(key: Buffer): void {
  expandKey(key);
  for (let index = 0; index < schedule.length; index += 1) {
    const word = at(schedule, (ROUNDS - (index >> 2)) * 4 + (index & 3));
    const outer = index < 4 || index >= ROUNDS * 4;
    inverseSchedule[index] = outer
      ? word
      : at(backward, at(sBox, word >>> 24)) ^
        at(backward, 256 + at(sBox, (word >> 16) & 255)) ^
        at(backward, 512 + at(sBox, (word >> 8) & 255)) ^
        at(backward, 768 + at(sBox, word & 255));
  }
}

/** Encrypts `data` in place. Key and iv are 32 bytes each. */
export function encryptIge(data: Buffer, key: Buffer, iv: Buffer): void {
  expandKey(key);
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  let y0 = iv.readInt32BE(0);
  let y1 = iv.readInt32BE(4);
  let y2 = iv.readInt32BE(8);
  let y3 = iv.readInt32BE(12);
  let x0 = iv.readInt32BE(16);
  let x1 = iv.readInt32BE(20);
  let x2 = iv.readInt32BE(24);
  let x3 = iv.readInt32BE(28);
  for (let place = 0; place < data.length; place += 16) {
    const p0 = view.getInt32(place);
    const p1 = view.getInt32(place + 4);
    const p2 = view.getInt32(place + 8);
    const p3 = view.getInt32(place + 12);
    let a = p0 ^ y0 ^ at(schedule, 0);
    let b = p1 ^ y1 ^ at(schedule, 1);
    let c = p2 ^ y2 ^ at(schedule, 2);
    let d = p3 ^ y3 ^ at(schedule, 3);
    let k = 4;
    for (; k < ROUNDS * 4; k += 4) {
      const e = column(forward, a, b, c, d) ^ at(schedule, k);
      const f = column(forward, b, c, d, a) ^ at(schedule, k + 1);
      const g = column(forward, c, d, a, b) ^ at(schedule, k + 2);
      d = column(forward, d, a, b, c) ^ at(schedule, k + 3);
      a = e;
      b = f;
      c = g;
    }
    y0 = lastColumn(sBox, a, b, c, d) ^ at(schedule, k) ^ x0;
    y1 = lastColumn(sBox, b, c, d, a) ^ at(schedule, k + 1) ^ x1;
    y2 = lastColumn(sBox, c, d, a, b) ^ at(schedule, k + 2) ^ x2;
    y3 = lastColumn(sBox, d, a, b, c) ^ at(schedule, k + 3) ^ x3;
    view.setInt32(place, y0);
    view.setInt32(place + 4, y1);
    view.setInt32(place + 8, y2);
    view.setInt32(place + 12, y3);
    x0 = p0;
    x1 = p1;
    x2 = p2;
    x3 = p3;
  }
}

/** Decrypts `from` into `to`, which is as long. Key and iv are 32 bytes each. */
export function decryptIge(from: Buffer, to: Buffer, key: Buffer, iv: Buffer): void {
  expandInverseKey(key);
  const keys = inverseSchedule;
  const input = new DataView(from.buffer, from.byteOffset, from.length);
  const output = new DataView(to.buffer, to.byteOffset, to.length);
  let y0 = iv.readInt32BE(0);
  let y1 = iv.readInt32BE(4);
  let y2 = iv.readInt32BE(8);
  let y3 = iv.readInt32BE(12);
  let x0 = iv.readInt32BE(16);
  let x1 = iv.readInt32BE(20);
  let x2 = iv.readInt32BE(24);
  let x3 = iv.readInt32BE(28);
  for (let place = 0; place < from.length; place += 16) {
    const c0 = input.getInt32(place);
    const c1 = input.getInt32(place + 4);
    const c2 = input.getInt32(place + 8);
    const c3 = input.getInt32(place + 12);
    let a = c0 ^ x0 ^ at(keys, 0);
    let b = c1 ^ x1 ^ at(keys, 1);
    let c = c2 ^ x2 ^ at(keys, 2);
    let d = c3 ^ x3 ^ at(keys, 3);
    let k = 4;
    for (; k < ROUNDS * 4; k += 4) {
      const e = column(backward, a, d, c, b) ^ at(keys, k);
      const f = column(backward, b, a, d, c) ^ at(keys, k + 1);
      const g = column(backward, c, b, a, d) ^ at(keys, k + 2);
      d = column(backward, d, c, b, a) ^ at(keys, k + 3);
      a = e;
      b = f;
      c = g;
    }
    x0 = lastColumn(inverseSBox, a, d, c, b) ^ at(keys, k) ^ y0;
    x1 = lastColumn(inverseSBox, b, a, d, c) ^ at(keys, k + 1) ^ y1;
    x2 = lastColumn(inverseSBox, c, b, a, d) ^ at(keys, k + 2) ^ y2;
    x3 = lastColumn(inverseSBox, d, c, b, a) ^ at(keys, k + 3) ^ y3;
    output.setInt32(place, x0);
    output.setInt32(place + 4, x1);
    output.setInt32(place + 8, x2);
    output.setInt32(place + 12, x3);
    y0 = c0;
    y1 = c1;
    y2 = c2;
    y3 = c3;
  }
}

/** One column of a round: SubBytes, ShiftRows and MixColumns, or the inverse of them. */
function column(table: Int32Array, first: number, second: number, third: number, fourth: number): number {
  return (
    at(table, first >>> 24) ^
    at(table, 256 + ((second >> 16) & 255)) ^
    at(table, 512 + ((third >> 8) & 255)) ^
    at(table, 768 + (fourth & 255))
  );
}

/** One column of the last round, which mixes nothing. */
function lastColumn(box: Uint8Array, first: number, second: number, third: number, fourth: number): number {
  return (
    (at(box, first >>> 24) << 24) |
    (at(box, (second >> 16) & 255) << 16) |
    (at(box, (third >> 8) & 255) << 8) |
    at(box, fourth & 255)
  );
}

/**
 * The tables of AES (FIPS 197) as other implementations in software keep them: the S-box, its inverse, and each of them
 * multiplied with the four rotations of the MixColumns polynomial, one after the other in one array: 4 × 256 words.
 */
export const sBox = new Uint8Array(256);
export const inverseSBox = new Uint8Array(256);
export const forward = new Int32Array(1024);
export const backward = new Int32Array(1024);

/** Multiplication in GF(2^8) by x, modulo x^8 + x^4 + x^3 + x + 1. */
function double(byte: number): number {
  return ((byte << 1) ^ ((byte >> 7) * 0x11b)) & 0xff;
}

function rotateRight8(word: number): number {
  return (word >>> 8) | (word << 24);
}

let value = 1;
let inverse = 1;
// 3 generates the field and 0xf6 is its inverse: `value` passes through all but 0, and `inverse` beside it.
do {
  value ^= double(value);
  for (const shift of [1, 2, 4]) inverse = (inverse ^ (inverse << shift)) & 0xff;
  if (inverse & 0x80) inverse ^= 0x09;
  fill(value, inverse);
} while (value !== 1);
fill(0, 0);

function fill(byte: number, itsInverse: number): void {
  const spread = itsInverse * 0x01010101;
  const rotated = (count: number) => (spread >>> (8 - count)) & 0xff;
  const substitute = itsInverse ^ rotated(1) ^ rotated(2) ^ rotated(3) ^ rotated(4) ^ 0x63;
  sBox[byte] = substitute;
  inverseSBox[substitute] = byte;

  const twice = double(substitute);
  const two = double(byte);
  const four = double(two);
  const eight = double(four);
  let column = (twice << 24) | (substitute << 16) | (substitute << 8) | (twice ^ substitute);
  let inverseColumn =
    ((eight ^ four ^ two) << 24) | ((eight ^ byte) << 16) | ((eight ^ four ^ byte) << 8) | (eight ^ two ^ byte);
  for (let rotation = 0; rotation < 1024; rotation += 256) {
    forward[rotation + byte] = column;
    backward[rotation + substitute] = inverseColumn;
    column = rotateRight8(column);
    inverseColumn = rotateRight8(inverseColumn);
  }
}

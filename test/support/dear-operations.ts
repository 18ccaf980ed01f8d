// Small operations that would cost much; `$n` is the length of their pages.

const ELEVEN = Array.from({ length: 11 }, (_, n) => `q${n}: qrCode(format: PNG, size: 512)`).join(' ');

/** Eleven drawings of each link. */
export const QR_CODES = `query ($n: Int) { chat(peer: "sandbox_big") { exportedInvites(first: $n) { edges { node { ${ELEVEN} } } } } }`;

/** A chat's links, each with its chat's, each with its chat's. */
export const NESTED = `query ($n: Int) { chat(peer: "sandbox_big") {
  exportedInvites(first: $n) { edges { node { chat { exportedInvites(first: $n) { edges { node { chat {
    exportedInvites(first: $n) { edges { cursor } } } } } } } } } } } }`;

import { createEnvelope, type Envelope } from './envelope.ts';

const envelopes = new WeakMap<Buffer, Envelope>();

/** The envelope of GramJS's authorization key, made once for the buffer that it keeps the key in. */
export function envelopeOf(authKey: Buffer): Envelope {
  const known = envelopes.get(authKey);
  if (known) return known;
  const envelope = createEnvelope(authKey);
  envelopes.set(authKey, envelope);
  return envelope;
}

/** The control port cannot be opened. The message is for the person who chose it. */
export class ControlPortError extends Error {
  override readonly name = 'ControlPortError';
}

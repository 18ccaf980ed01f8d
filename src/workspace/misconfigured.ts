/** Only the operator can help: the same attempt would fail again. The message is for operators, without secrets. */
export class Misconfigured extends Error {
  override readonly name: string = 'Misconfigured';
}

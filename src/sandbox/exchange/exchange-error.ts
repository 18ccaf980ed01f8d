/** The client broke the exchange; `code` is the transport error that it is told before the connection closes. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly code: number;

  constructor(message: string, code = -404) {
    super(message);
    this.code = code;
  }
}

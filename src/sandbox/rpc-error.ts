/**
 * An answer of `rpc_error`: what a method throws to refuse a call as Telegram would.
 * `type` is Telegram's name with its argument in place (`FLOOD_WAIT_30`), `code` the number sent with it.
 */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: number;
  readonly type: string;

  constructor(code: number, type: string) {
    super(`${code} ${type}`);
    this.code = code;
    this.type = type;
  }
}

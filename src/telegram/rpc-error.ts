import { errors } from 'telegram';
import { rpcErrorRe } from 'telegram/errors/RPCErrorList.js';

/**
 * What a failed call is to the rest of the code, whatever shape GramJS gave it.
 * https://core.telegram.org/api/errors: the name is what counts, the number is only its family.
 */
export class RpcFailure extends Error {
  override readonly name = 'RpcFailure';
  /** The number as sent: 400, 401, 403, 406, 420, 500, −503 … */
  readonly code: number;
  /** The name as sent: `FLOOD_WAIT_30`. */
  readonly fullType: string;
  /** The name without its argument: `FLOOD_WAIT`. */
  readonly type: string;
  /** The number inside or behind the name (`30` of `FLOOD_WAIT_30`); `null` where there is none. */
  readonly argument: number | null;

  constructor(code: number, fullType: string) {
    super(`${code} ${fullType}`);
    this.code = code;
    this.fullType = fullType;
    const { type, argument } = splitName(fullType);
    this.type = type;
    this.argument = argument;
  }
}

/** What a call without an answer may still come to. */
export interface Afterwards {
  readonly late?: Promise<unknown> | null | undefined;
  readonly isOver?: boolean;
}

/** No answer came: the connection was lost, is not there, or the call's time ran out. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  /**
   * `NOT_EXECUTED`: the request never left, or Telegram has said that it did not get it and it will not be sent again.
   * `UNKNOWN`: it left, and whether Telegram ran it cannot be told.
   */
  readonly outcome: 'NOT_EXECUTED' | 'UNKNOWN';
  /**
   * With UNKNOWN: the answer that may still come, of the type of the request's response. Rejects with `RpcFailure` when Telegram
   * refused, or with a `TransportFailure` whose `late` is `null`. Settles within 330 s of the sending; nobody has to listen.
   * `null`: no answer will come.
   */
  readonly late: Promise<unknown> | null;
  /** With UNKNOWN: Telegram is through with the request, but its answer cannot be had. */
  readonly isOver: boolean;

  constructor(message: string, outcome: 'NOT_EXECUTED' | 'UNKNOWN', { late = null, isOver = false }: Afterwards = {}) {
    super(message);
    this.outcome = outcome;
    this.late = late;
    this.isOver = isOver;
    late?.catch(() => {});
  }
}

/**
 * Splits the argument off a name: `FLOOD_WAIT_30` → `FLOOD_WAIT` and 30. In `INTERDC_2_CALL_ERROR` the number stands
 * inside and is taken out as `INTERDC_CALL_ERROR`. A name without a number is itself.
 */
export function splitName(fullType: string): { type: string; argument: number | null } {
  const found = /_(\d+)(?=_|$)/.exec(fullType);
  if (!found?.[1]) return { type: fullType, argument: null };
  return { type: fullType.replace(found[0], ''), argument: Number(found[1]) };
}

/**
 * GramJS turns some names into classes that lose them (`FLOOD_WAIT_30` becomes `errorMessage: "FLOOD"`, and a
 * `FLOOD_PREMIUM_WAIT` the same). Its table is exported: without these entries every such error arrives as a plain
 * `RPCError` with the name and number as sent. The `*_MIGRATE` ones stay, because GramJS's sign-in acts on them.
 */
export function keepErrorNames(): void {
  for (const pattern of rpcErrorRe.keys()) {
    if (!/(PHONE|USER|NETWORK)_MIGRATE/.test(pattern.source)) rpcErrorRe.delete(pattern);
  }
}

/** The failure behind whatever GramJS threw; an error that is neither an RPC error nor ours comes back as it is. */
export function toFailure(error: unknown): unknown {
  if (error instanceof RpcFailure || error instanceof TransportFailure) return error;
  if (error instanceof errors.InvalidDCError) return new RpcFailure(303, migrateName(error));
  if (error instanceof errors.RPCError) return new RpcFailure(error.code ?? 500, error.errorMessage || 'UNKNOWN');
  if (error instanceof errors.BadMessageError) {
    return new TransportFailure(error.message, isMaybeReceived(error) ? 'UNKNOWN' : 'NOT_EXECUTED');
  }
  return error;
}

/** Of all notifications of bad messages, 20 alone leaves open whether the server has it (core.telegram.org/mtproto/service_messages_about_messages). */
function isMaybeReceived(error: Error): boolean {
  return 'code' in error && error.code === 20;
}

/** The name that GramJS has put into prose: `USER_MIGRATE_4`. */
function migrateName(error: Error): string {
  const family = error.constructor.name.replace(/MigrateError$/, '').toUpperCase();
  return `${family}_MIGRATE_${'newDc' in error ? error.newDc : ''}`;
}

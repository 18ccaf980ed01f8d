import type { TelegramPort } from '../../telegram/port.ts';
import { RpcFailure, TransportFailure } from '../../telegram/rpc-error.ts';
import { TelegramUnavailableError } from '../errors/errors.ts';
import { toDomainError } from '../errors/refusal-table.ts';

/** Throws a `GatewayError` in place of each failure of the connection to Telegram. */
export function withDomainErrors(port: TelegramPort, clock: () => Date): TelegramPort {
  return {
    async invoke(request) {
      try {
        return await port.invoke(request);
      } catch (error) {
        throw asDomainError(error, clock);
      }
    },
  };
}

function asDomainError(error: unknown, clock: () => Date): unknown {
  if (error instanceof RpcFailure) return toDomainError(error, clock());
  if (!(error instanceof TransportFailure)) return error;
  const { message, outcome, isOver } = error;
  const late = error.late?.catch((later: unknown) => {
    throw asDomainError(later, clock);
  });
  return new TelegramUnavailableError(message, outcome, null, { late, isOver });
}

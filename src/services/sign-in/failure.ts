import { TelegramConnectError } from '../../telegram/gramjs/connect-error.ts';
import { RpcFailure, TransportFailure } from '../../telegram/rpc-error.ts';
import { SignInError } from '../../telegram/sign-in/errors.ts';
import { GatewayError, SignInEndedError, TelegramUnavailableError } from '../errors/errors.ts';
import { toDomainError } from '../errors/refusal-table.ts';

/** What ended a sign-in as a caller may read it. `null`: a bug. */
export function asFailure(error: unknown, now: Date): GatewayError | null {
  if (error instanceof GatewayError) return error;
  if (error instanceof RpcFailure) return toDomainError(error, now);
  if (error instanceof TransportFailure) return new TelegramUnavailableError(error.message, error.outcome);
  if (error instanceof TelegramConnectError) {
    return new TelegramUnavailableError('Telegram cannot be reached for a sign-in.', 'NOT_EXECUTED');
  }
  if (!(error instanceof SignInError)) return null;
  if (error.cause instanceof RpcFailure) return toDomainError(error.cause, now);
  if (error.end === 'UNSUPPORTED') return new SignInEndedError('SIGN_IN_UNSUPPORTED', error.message);
  return new TelegramUnavailableError(error.message, 'UNKNOWN');
}

import { MSGS_ACK, REQ_DH_PARAMS, REQ_PQ, REQ_PQ_MULTI, SET_CLIENT_DH_PARAMS } from '../tl/constructors.ts';
import { tlReader } from '../tl/reader.ts';
import { ExchangeError } from './exchange-error.ts';
import type { ExchangeOptions } from './exchange-options.ts';
import { answerPq, type PqState } from './step-1-pq.ts';
import { answerDhParams, type DhState } from './step-2-dh-params.ts';
import { answerClientDh } from './step-3-dh-gen.ts';

/** Where one connection stands: each step is answered only after the one before it. */
export type ExchangeState = { readonly step: 0 } | PqState | DhState;

/** Key exchanges one connection may begin before it is told −429: each costs the server two powers modulo 2048 bits. */
const MAX_STARTS = 32;

/**
 * The server's side of core.telegram.org/mtproto/auth_key, one state machine per connection:
 *
 * 1. req_pq_multi or req_pq → resPQ (`step-1-pq.ts`)
 * 2. req_DH_params → server_DH_params_ok or _fail (`step-2-dh-params.ts`)
 * 3. set_client_DH_params → dh_gen_ok, _retry or _fail (`step-3-dh-gen.ts`)
 *
 * A client may begin anew at any time. A step out of order, or one that does not repeat the nonces, throws ExchangeError.
 * `null` means that there is nothing to answer.
 */
export function createExchange(options: ExchangeOptions): (body: Buffer) => Buffer | null {
  let state: ExchangeState = { step: 0 };
  let starts = 0;
  return (body) => {
    const reader = tlReader(body);
    const id = reader.uint();
    if (id === MSGS_ACK) return null;
    if (id === REQ_PQ || id === REQ_PQ_MULTI) {
      starts += 1;
      if (starts > MAX_STARTS) throw new ExchangeError('too many exchanges on one connection', -429);
      const first = answerPq(reader, options);
      state = first.state;
      return first.answer;
    }
    if (id === REQ_DH_PARAMS && state.step === 1) {
      const second = answerDhParams(reader, state, options);
      state = second.state;
      return second.answer;
    }
    if (id === SET_CLIENT_DH_PARAMS && state.step === 2) {
      const third = answerClientDh(reader, state, options);
      state = third.state;
      return third.answer;
    }
    throw new ExchangeError(`constructor ${id.toString(16)} after step ${state.step}`);
  };
}

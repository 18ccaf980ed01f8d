/**
 * What may go wrong on demand, as plain data: the same shapes in a test, on the command line and over the control port.
 * docs/sandbox.md has the table of kinds with an example of each.
 */

/**
 * `before`: the method does not run; where no answer is given either, the call is as one that never arrived.
 * `after`: it ran, the world has changed, and the fault strikes before the answer leaves. `before` unless told.
 */
export type When = 'before' | 'after';

/** The connection that brought the call closes. After execution the answer is kept for a client that returns to its session. */
interface Cut {
  readonly kind: 'cut';
  readonly when?: When;
}

/** The call waits, others go on. */
interface Delay {
  readonly kind: 'delay';
  readonly ms: number;
  /** The connection that brought the call closes when so much of the wait is over; the call goes on. It never does unless told. */
  readonly cutAfterMs?: number;
  readonly when?: When;
}

/** No answer ever; the connection stays and pings are answered. */
interface Silence {
  readonly kind: 'silence';
  readonly when?: When;
}

/** Any error in place of the answer. */
interface AnswerError {
  readonly kind: 'rpcError';
  /** As 400, 420, 500, −503. */
  readonly code: number;
  /** Telegram's name with its argument in place: `FLOOD_WAIT_30`. */
  readonly type: string;
  readonly when?: When;
}

/** A packet of random bytes in place of the answer: sound to the transport, of no key that the client knows. */
interface Garbage {
  readonly kind: 'garbage';
  readonly when?: When;
}

/** bad_server_salt in place of running the call: clients send it again at once. */
interface BadSalt {
  readonly kind: 'badSalt';
}

/** A transport error (core.telegram.org/mtproto/mtproto-transports#transport-errors), after which the connection closes. */
interface TransportError {
  readonly kind: 'transportError';
  /** −404, a key that is not known, unless told. */
  readonly code?: number;
  readonly when?: When;
}

/** TCP stays up and the server is gone: what comes is thrown away, pings too, and nothing goes out on this connection. */
interface HalfOpen {
  readonly kind: 'halfOpen';
  readonly when?: When;
}

/** The server loses the MTProto session, as when it moves: no answer, and the next message in it begins it anew. */
interface ForgetSession {
  readonly kind: 'forgetSession';
  readonly when?: When;
}

/** The calling key is signed out. This call is told 401 with `type`, later ones 401 AUTH_KEY_UNREGISTERED. */
interface RevokeSession {
  readonly kind: 'revokeSession';
  /** AUTH_KEY_UNREGISTERED unless told. */
  readonly type?: string;
  readonly when?: When;
}

/** An update is not sent, and nothing tells of it later. */
interface DropUpdates {
  readonly kind: 'dropUpdates';
}

/** Open connections are cut and the port refuses new ones for as long as the rule is there. */
interface Refuse {
  readonly kind: 'refuse';
}

/** The server's clock goes wrong by so many seconds: message ids are judged and made by it. The world's time stays right. */
interface ClockSkew {
  readonly kind: 'clockSkew';
  readonly seconds: number;
}

/** Faults that wait for a call. */
export type CallFault =
  | Cut
  | Delay
  | Silence
  | AnswerError
  | Garbage
  | BadSalt
  | TransportError
  | HalfOpen
  | ForgetSession
  | RevokeSession;

/** Faults of the whole server, there from the moment they are added until they are taken away. */
type StandingFault = Refuse | ClockSkew;

export type Fault = CallFault | DropUpdates | StandingFault;

/** Which call, or update, meets which fault. What is absent is not looked at. */
export interface FaultRule {
  readonly fault: Fault;
  /** A name of the cast (`owner`) or a user's id in digits. Calls of who is not signed in belong to nobody. */
  readonly account?: string;
  /** As core.telegram.org writes it or as GramJS does: `messages.exportChatInvite`, `messages.ExportChatInvite`. */
  readonly method?: string;
  /** How often it applies, 1 unless told; `null`: until it is removed. Standing faults take none. */
  readonly times?: number | null;
  /** So many calls that would meet it pass first. */
  readonly skip?: number;
  /** From above 0 to 1: how likely a call meets it. */
  readonly chance?: number;
  /** Where the chances begin, so that a run can be had again: a whole number, 1 unless told. */
  readonly seed?: number;
  /** The rule goes by itself after so many seconds. */
  readonly seconds?: number;
}

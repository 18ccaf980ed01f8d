import { FloodWaitError, GatewayBusyError, TelegramUnavailableError } from '../errors/errors.ts';

export interface ReconcilerOptions {
  /** Asks Telegram how things stand. What it has not taken in when it rejects it has to find again the next time. */
  readonly run: () => Promise<void>;
  /** How often that happens by itself. */
  readonly everyMs: number;
  /** A failure that another try does not mend. Nothing runs any more. */
  readonly onFailure: (error: unknown) => void;
}

/** Compares with Telegram whenever there is reason to. */
export interface Reconciler {
  /** From here on it runs: at once when it was poked before, and by its timer. */
  begin(): void;
  /** There may be news. However often this is said during a run or a pause, one run follows. */
  poke(): void;
  stop(): void;
}

/** Between two runs, so that a burst of updates is no burst of calls. */
const PAUSE_MS = 500;
/** A call waits for the connection by itself, so pauses between tries need not grow far. */
const LONGEST_PAUSE_MS = 8_000;

/** One run at a time. A wait that is asked for is waited out; Telegram's trouble is tried again, with pauses that double. */
export function createReconciler({ run, everyMs, onFailure }: ReconcilerOptions): Reconciler {
  let state: 'IDLE' | 'BUSY' | 'STOPPED' = 'BUSY';
  let poked = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function poke(): void {
    poked = true;
    if (state === 'IDLE') void start();
  }

  async function start(): Promise<void> {
    clearTimeout(timer);
    state = 'BUSY';
    poked = false;
    const pause = await attempt();
    if (!isStopped()) timer = setTimeout(rest, pause);
  }

  /** Answers how long to pause behind it, in milliseconds. */
  async function attempt(): Promise<number> {
    try {
      await run();
      failures = 0;
      return PAUSE_MS;
    } catch (error) {
      if (isStopped()) return 0;
      poked = true;
      failures += 1;
      if (error instanceof FloodWaitError || error instanceof GatewayBusyError)
        return Math.max(error.retryAfterSeconds * 1000, PAUSE_MS);
      if (error instanceof TelegramUnavailableError) return Math.min(PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      stop();
      onFailure(error);
      return 0;
    }
  }

  function rest(): void {
    state = 'IDLE';
    if (poked) void start();
    else timer = setTimeout(poke, everyMs);
  }

  function stop(): void {
    state = 'STOPPED';
    clearTimeout(timer);
  }

  const isStopped = () => state === 'STOPPED';

  return { begin: rest, poke, stop };
}

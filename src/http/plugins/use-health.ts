import type { Plugin } from 'graphql-yoga';
import { detached } from '../../base/call-scope.ts';
import type { ApiKey } from '../../config/api-key.ts';
import { refuse } from '../request/refusal.ts';
import { currentRecord } from '../request/request-record.ts';
import type { KeyCheck } from './use-api-keys.ts';

/**
 * Whether Telegram can be reached through us. `reason` and `warning` (it can, but not all is well) are sentences for an
 * operator and hold no secret.
 */
export type Readiness =
  | { readonly ready: true; readonly warning?: string }
  | { readonly ready: false; readonly reason: string };

export interface HealthOptions {
  readonly readiness: () => Promise<Readiness>;
  /** Milliseconds after which a silent check counts as not ready. */
  readonly deadlineMs: number;
  /** True once `close()` was called. */
  readonly isClosing: () => boolean;
  /** Only callers with one of them read reasons and warnings; everybody does where there are none. */
  readonly apiKeys: readonly ApiKey[];
  readonly checkKey: KeyCheck;
}

/** Milliseconds for which everybody gets the answer that was found last. */
const KEPT_MS = 1_000;

/** `/healthz`: the process serves. `/readyz`: so does Telegram. Neither needs a key; without one, neither tells more than that. */
export function useHealth(options: HealthOptions): Plugin {
  const probe = createProbe(options.readiness);

  async function ready(request: Request, Answer: typeof Response): Promise<Response> {
    const authorization = request.headers.get('authorization');
    const caller = options.apiKeys.length === 0 ? '' : options.checkKey(authorization, currentRecord().address);
    if (typeof caller !== 'string' && caller.status === 429) return refuse(request, caller);
    const { ready: isReady, ...why } = await check(options, probe);
    return health(Answer, isReady ? 200 : 503, {
      status: isReady ? 'ready' : 'not ready',
      ...(typeof caller === 'string' && why),
    });
  }

  return {
    // A promise only where one is needed: Yoga would wait a turn for it with every request.
    onRequest({ request, url: { pathname }, endResponse, fetchAPI: { Response: Answer } }) {
      if (pathname === '/healthz') endResponse(health(Answer, 200, { status: 'ok' }));
      return pathname === '/readyz' ? ready(request, Answer).then(endResponse) : undefined;
    },
  };
}

/** One question at a time, whoever asks, which ends with nobody's request; its answer holds for a moment. */
function createProbe(readiness: () => Promise<Readiness>): () => Promise<Readiness> {
  let asked: Promise<Readiness> | null = null;
  return () => {
    asked ??= detached(readiness).finally(() => {
      setTimeout(() => {
        asked = null;
      }, KEPT_MS).unref();
    });
    return asked;
  };
}

/** `Answer` is Yoga's: the platform's comes with all of undici. */
function health(Answer: typeof Response, status: number, body: object): Response {
  return Answer.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

async function check({ isClosing, deadlineMs }: HealthOptions, probe: () => Promise<Readiness>): Promise<Readiness> {
  if (isClosing()) return { ready: false, reason: 'The gateway is shutting down.' };
  const { promise: tooLate, resolve } = Promise.withResolvers<Readiness>();
  const timer = setTimeout(
    () => resolve({ ready: false, reason: `Telegram did not answer within ${deadlineMs / 1000} s.` }),
    deadlineMs,
  );
  try {
    return await Promise.race([probe(), tooLate]);
  } catch (error) {
    currentRecord().scope.log().error({ err: error }, 'the readiness check failed');
    return { ready: false, reason: 'The readiness check failed; the log says why.' };
  } finally {
    clearTimeout(timer);
  }
}

import type { Plugin } from 'graphql-yoga';
import { currentRecord } from './request-record.ts';

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
}

/** `/healthz`: the process serves. `/readyz`: so does Telegram. Neither needs a key, neither tells more than that. */
export function useHealth(options: HealthOptions): Plugin {
  return {
    // A promise only where one is needed: Yoga would wait a turn for it with every request.
    onRequest({ url: { pathname }, endResponse }) {
      if (pathname === '/healthz') endResponse(health(200, { status: 'ok' }));
      return pathname === '/readyz' ? ready(options).then(endResponse) : undefined;
    },
  };
}

async function ready(options: HealthOptions): Promise<Response> {
  const readiness = await check(options);
  return readiness.ready
    ? health(200, { status: 'ready', ...(readiness.warning !== undefined && { warning: readiness.warning }) })
    : health(503, { status: 'not ready', reason: readiness.reason });
}

function health(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

async function check(options: HealthOptions): Promise<Readiness> {
  if (options.isClosing()) return { ready: false, reason: 'The gateway is shutting down.' };
  const { promise: tooLate, resolve } = Promise.withResolvers<Readiness>();
  const timer = setTimeout(
    () => resolve({ ready: false, reason: `Telegram did not answer within ${options.deadlineMs / 1000} s.` }),
    options.deadlineMs,
  );
  try {
    return await Promise.race([options.readiness(), tooLate]);
  } catch (error) {
    currentRecord().scope.log().error({ err: error }, 'the readiness check failed');
    return { ready: false, reason: 'The readiness check failed; the log says why.' };
  } finally {
    clearTimeout(timer);
  }
}

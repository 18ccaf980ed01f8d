import { createServerAdapter } from '@whatwg-node/server';
import type { YogaServer, YogaServerInstance } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import type { NodeContext } from './plugins/use-body-limit.ts';

/** Yoga, behind Node's server. */
export type Pipeline = YogaServerInstance<NodeContext, GatewayContext>;

/**
 * Puts Yoga behind Node's server as `createYoga` does, which gives the adapter no way to say beforehand whose `Request` it gets:
 * the adapter compares it with the platform's, and this one look loads undici, which nothing here uses. It may go when Yoga
 * hands `__useCustomAbortCtrl` on, which its options name already.
 *
 * Gain, with `node-http.ts`: 10 ms of 450 before a start is ready, 5 of 27 of the first export, 3 MB.
 */
export function behindNode(yoga: YogaServer<NodeContext, GatewayContext>): Pipeline {
  return createServerAdapter(yoga, { fetchAPI: yoga.fetchAPI, plugins: yoga['plugins'], __useCustomAbortCtrl: true });
}

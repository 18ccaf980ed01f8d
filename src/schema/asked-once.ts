import { createContextCache } from '@pothos/core';
import type { GatewayContext } from '../context.ts';

/**
 * Equal questions that an operation has under way share one call. An answer is not kept beyond that: a later mutation of
 * the same operation may have changed it, and a subscription asks anew with each event.
 */
export function askedOnce<Question extends object, Answer>(
  ask: (question: Question, context: GatewayContext) => Promise<Answer>,
): (question: Question, context: GatewayContext) => Promise<Answer> {
  const underWayIn = createContextCache((_context: GatewayContext) => new Map<string, Promise<Answer>>());
  return (question, context) => {
    const underWay = underWayIn(context);
    const key = JSON.stringify(question);
    const asked = underWay.get(key) ?? ask(question, context).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };
}

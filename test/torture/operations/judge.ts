import * as v from 'valibot';
import { DEFAULT_LIMITS } from '../../../src/http/limits.ts';
import type { Answered } from './ask.ts';

/** The parts of an answer that tell how it went; an event stream's only event is its answer. */
const Answer = v.object({
  data: v.optional(v.unknown()),
  errors: v.optional(
    v.array(
      v.object({ message: v.string(), extensions: v.optional(v.looseObject({ code: v.optional(v.string()) }), {}) }),
    ),
    [],
  ),
});

/** Of a document that is larger than any sensible one, whatever it costs. */
const TOO_LARGE = /^(TOO_MANY_\w+|QUERY_TOO_DEEP)$/;

/** How an operation went, and what is wrong with that; `null` when it was served or refused as it should be. */
export function judge({ status, text }: Answered): { readonly outcome: string; readonly problem: string | null } {
  if (status === 200 && text === '') return { outcome: 'subscribed', problem: null };
  const parsed = v.safeParse(Answer, readJson(text));
  if (!parsed.success) return { outcome: 'unreadable', problem: `${status} ${text.slice(0, 200)}` };
  const { data, errors } = parsed.output;
  const [first] = errors;
  const code = first?.extensions.code ?? '';
  if (errors.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')) {
    return { outcome: 'broken', problem: 'a bug' };
  }
  if (data !== undefined && status === 200) {
    const isTooLong = text.length > DEFAULT_LIMITS.price.bytes;
    return { outcome: 'served', problem: isTooLong ? `an answer of ${text.length} bytes` : null };
  }
  if (status === 400 && code === 'QUERY_TOO_COSTLY') {
    const isTold = /would cost [1-9]\d* .*at most \d+.* (Ask for|Split)|selects more than/.test(first?.message ?? '');
    return {
      outcome: 'refused for its price',
      problem: isTold ? null : `a refusal without a price: ${first?.message}`,
    };
  }
  if (status === 400 && TOO_LARGE.test(code)) return { outcome: 'refused for its size', problem: null };
  if (status === 400 && code === 'BAD_USER_INPUT') return { outcome: 'refused for its input', problem: null };
  return { outcome: `${status} ${code}`, problem: `${status} ${code} ${first?.message}` };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^.*?data: |\n\n.*$/gs, (part) => (text.startsWith('{') ? part : '')));
  } catch {
    return null;
  }
}

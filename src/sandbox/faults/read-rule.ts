import { z } from 'zod';
import type { FaultRule } from './fault.ts';

/** A rule that cannot be used. The message says every thing that is wrong, one sentence. */
export class FaultRuleError extends Error {
  override readonly name = 'FaultRuleError';
}

/** A day: longer waits and rules are slips of the keyboard. */
const LONGEST_SECONDS = 86_400;

const when = z.enum(['before', 'after']).exactOptional();
const errorType = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be a name as Telegram writes it: FLOOD_WAIT_30');
const seconds = z.number().positive().max(LONGEST_SECONDS);

const kinds = [
  z.strictObject({ kind: z.literal('cut'), when }),
  z.strictObject({
    kind: z.literal('delay'),
    ms: z
      .int()
      .min(0)
      .max(LONGEST_SECONDS * 1000),
    when,
  }),
  z.strictObject({ kind: z.literal('silence'), when }),
  z.strictObject({ kind: z.literal('rpcError'), code: z.int32(), type: errorType, when }),
  z.strictObject({ kind: z.literal('garbage'), when }),
  z.strictObject({ kind: z.literal('badSalt') }),
  z.strictObject({ kind: z.literal('transportError'), code: z.int32().negative().exactOptional(), when }),
  z.strictObject({ kind: z.literal('halfOpen'), when }),
  z.strictObject({ kind: z.literal('revokeSession'), type: errorType.exactOptional(), when }),
  z.strictObject({ kind: z.literal('dropUpdates') }),
  z.strictObject({ kind: z.literal('refuse') }),
  z.strictObject({ kind: z.literal('clockSkew'), seconds: z.int().min(-LONGEST_SECONDS).max(LONGEST_SECONDS) }),
] as const;

const fault = z.discriminatedUnion('kind', kinds, {
  error: ({ code }) =>
    code === 'invalid_union' ? `must be one of ${kinds.map(({ shape }) => shape.kind.value).join(', ')}` : undefined,
});

/** What a standing fault has no use for, and an update no method. */
const UNUSED: Readonly<Record<string, readonly (keyof FaultRule)[]>> = {
  refuse: ['account', 'method', 'times', 'skip', 'chance', 'seed'],
  clockSkew: ['account', 'method', 'times', 'skip', 'chance', 'seed'],
  dropUpdates: ['method'],
};

const faultRule: z.ZodType<FaultRule> = z
  .strictObject({
    fault,
    account: z.string().min(1).exactOptional(),
    method: z
      .string()
      .regex(/^[a-z]+\.[A-Za-z][A-Za-z0-9]*$/, 'must be a method with its namespace: messages.exportChatInvite')
      .exactOptional(),
    times: z.int().positive().nullable().exactOptional(),
    skip: z.int().min(0).exactOptional(),
    chance: z.number().positive().max(1).exactOptional(),
    seed: z.int32().exactOptional(),
    seconds: seconds.exactOptional(),
  })
  .superRefine((rule, context) => {
    for (const field of UNUSED[rule.fault.kind] ?? []) {
      if (rule[field] === undefined) continue;
      context.addIssue({ code: 'custom', path: [field], message: `means nothing with ${rule.fault.kind}` });
    }
  });

/** A rule out of JSON that anybody may have written. Throws FaultRuleError for a field that is missing, unknown or out of range. */
export function readRule(value: unknown): FaultRule {
  const parsed = faultRule.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new FaultRuleError(problems.join('; '));
}

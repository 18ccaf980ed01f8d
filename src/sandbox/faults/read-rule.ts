import * as v from 'valibot';
import type { FaultRule } from './fault.ts';

/** A rule that cannot be used. The message says every thing that is wrong, one sentence. */
export class FaultRuleError extends Error {
  override readonly name = 'FaultRuleError';
}

/** A day: longer waits and rules are slips of the keyboard. */
const LONGEST_SECONDS = 86_400;

const int = v.pipe(v.number(), v.integer());
const int32 = v.pipe(int, v.minValue(-0x8000_0000), v.maxValue(0x7fff_ffff));
const milliseconds = v.pipe(int, v.minValue(0), v.maxValue(LONGEST_SECONDS * 1000));
const seconds = v.pipe(v.number(), v.gtValue(0), v.maxValue(LONGEST_SECONDS));
const when = v.exactOptional(v.picklist(['before', 'after']));
const errorType = v.pipe(
  v.string(),
  v.regex(/^[A-Z][A-Z0-9_]*$/, 'must be a name as Telegram writes it: FLOOD_WAIT_30'),
);

const kinds = [
  v.strictObject({ kind: v.literal('cut'), when }),
  v.strictObject({ kind: v.literal('delay'), ms: milliseconds, cutAfterMs: v.exactOptional(milliseconds), when }),
  v.strictObject({ kind: v.literal('silence'), when }),
  v.strictObject({ kind: v.literal('rpcError'), code: int32, type: errorType, when }),
  v.strictObject({ kind: v.literal('garbage'), when }),
  v.strictObject({ kind: v.literal('badSalt') }),
  v.strictObject({
    kind: v.literal('transportError'),
    code: v.exactOptional(v.pipe(int32, v.ltValue(0))),
    when,
  }),
  v.strictObject({ kind: v.literal('halfOpen'), when }),
  v.strictObject({ kind: v.literal('forgetSession'), when }),
  v.strictObject({ kind: v.literal('revokeSession'), type: v.exactOptional(errorType), when }),
  v.strictObject({ kind: v.literal('dropUpdates') }),
  v.strictObject({ kind: v.literal('refuse') }),
  v.strictObject({
    kind: v.literal('clockSkew'),
    seconds: v.pipe(int, v.minValue(-LONGEST_SECONDS), v.maxValue(LONGEST_SECONDS)),
  }),
] as const;

const fault = v.variant(
  'kind',
  kinds,
  `must be one of ${kinds.map(({ entries }) => entries.kind.literal).join(', ')}, with its fields`,
);

/** What a standing fault has no use for, and an update no method. */
const UNUSED: Readonly<Record<string, readonly (keyof FaultRule)[]>> = {
  refuse: ['account', 'method', 'times', 'skip', 'chance', 'seed'],
  clockSkew: ['account', 'method', 'times', 'skip', 'chance', 'seed'],
  dropUpdates: ['method'],
};

const faultRule: v.GenericSchema<unknown, FaultRule> = v.pipe(
  v.strictObject({
    fault,
    account: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
    method: v.exactOptional(
      v.pipe(
        v.string(),
        v.regex(/^[a-z]+\.[A-Za-z][A-Za-z0-9]*$/, 'must be a method with its namespace: messages.exportChatInvite'),
      ),
    ),
    times: v.exactOptional(v.nullable(v.pipe(int, v.gtValue(0)))),
    skip: v.exactOptional(v.pipe(int, v.minValue(0))),
    chance: v.exactOptional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
    seed: v.exactOptional(int32),
    seconds: v.exactOptional(seconds),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const rule = dataset.value;
    for (const key of UNUSED[rule.fault.kind] ?? []) {
      if (rule[key] === undefined) continue;
      const field = { type: 'object', origin: 'value', input: rule, key, value: rule[key] } as const;
      addIssue({ path: [field], message: `means nothing with ${rule.fault.kind}` });
    }
  }),
);

/** A rule out of JSON that anybody may have written. Throws FaultRuleError for a field that is missing, unknown or out of range. */
export function readRule(value: unknown): FaultRule {
  const parsed = v.safeParse(faultRule, value);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map((issue) => {
    const place = v.getDotPath(issue);
    return place === null ? issue.message : `${place}: ${issue.message}`;
  });
  throw new FaultRuleError(problems.join('; '));
}

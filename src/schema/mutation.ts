import type { InputFieldMap, InputShapeFromFields, ObjectRef } from '@pothos/core';
import type { TelegramErrorClass } from '../services/errors/errors.ts';
import type { Services } from '../services/index.ts';
import { isReplay, type Keyed } from '../services/once/idempotency.ts';
import type { RoutedCall } from '../services/routing/route.ts';
import { afterChange } from './after-change.ts';
import { chatErrors } from './chat/chat-errors.ts';
import { type commonErrors, withTypes } from './error/errors.ts';
import { ACCOUNT_FIELD, route } from './route.ts';
import { type InputFieldBuilder, type SchemaTypes, unionMutation } from './union-mutation.ts';

interface Mutation<Fields extends InputFieldMap, Answer extends object, Other extends object> {
  readonly description: string;
  /** Telegram calls that it makes at the most. */
  readonly calls: number;
  readonly input: {
    readonly description: string;
    /** Of the argument. */
    readonly argument: string;
    readonly fields: (t: InputFieldBuilder) => Fields;
  };
  readonly result: {
    readonly description: string;
    readonly success: ObjectRef<SchemaTypes, Answer>;
    /** Successes of other types, by the `kind` of the answer. */
    readonly others?: Readonly<Record<string, ObjectRef<SchemaTypes, Other>>>;
    /** The method's own errors. */
    readonly errors: readonly TelegramErrorClass[];
    /** The errors that it shares with others; `chatErrors` where absent. */
    readonly commonErrors?: typeof commonErrors;
  };
  /** What the choice of an account goes by. */
  readonly call: (
    input: InputShapeFromFields<Fields>,
  ) => Pick<RoutedCall, 'method' | 'user' | 'link' | 'isMine'> & Partial<Pick<RoutedCall, 'peer'>>;
  readonly resolve: (input: InputShapeFromFields<Fields> & Keyed, services: Services) => Promise<Answer | Other>;
}

const IDEMPOTENCY_KEY =
  'A key of your choice, a UUID for instance: 1 to 255 printable ASCII characters. For 24 hours, the gateway carries ' +
  'out a key with the same input once and answers the same link and outcome, with their present fields: also while ' +
  'the first request is under way, and after a restart of the gateway. `extensions.replayed` of the response lists ' +
  'the paths of such answers. The same key with another input is IdempotencyKeyReusedError. A failure frees the key, ' +
  'unless its outcome is UNKNOWN: then repeating the request finds out what was done. Every caller has keys of its ' +
  'own. Absent or `null`: no key.';

/** A mutation: its `…Input` with an `account` and an `idempotencyKey`, its `…Result` of successes and errors, and the note of a replay. */
export function mutation<Fields extends InputFieldMap, Answer extends object, Other extends object = never>(
  name: string,
  { description, calls, input, result, call, resolve }: Mutation<Fields, Answer, Other>,
): void {
  const { success, others = {}, errors } = result;
  unionMutation<InputShapeFromFields<Fields> & Keyed>(name, {
    description,
    calls,
    input: {
      ...input,
      fields: (t) => ({
        ...input.fields(t),
        account: t.string({ description: ACCOUNT_FIELD }),
        idempotencyKey: t.string({ description: IDEMPOTENCY_KEY }),
      }),
    },
    result: {
      description: result.description,
      types: [success, ...Object.values(others), ...withTypes(errors), ...(result.commonErrors ?? chatErrors)],
      resolveType: (answer) => ('kind' in answer && others[String(answer.kind)]) || success,
    },
    async resolve(given, context, info) {
      const { account, idempotencyKey = null } = given;
      const routed = { peer: null, ...call(given), account, idempotencyKey };
      const answer: object = await route(context, info, routed, (services) => resolve(given, services));
      if (isReplay(answer)) context.replayed.push([info.path.key]);
      afterChange(context).isSo = true;
      return answer;
    },
  });
}

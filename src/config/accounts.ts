import * as v from 'valibot';
import { ACCOUNT_NAME } from '../base/account-name.ts';
import { readSessionKeys, type SessionKey } from '../base/session-keys.ts';
import { guarded, quote } from './values.ts';

export interface AccountsConfig {
  /** Seal the sessions in the store: the first one seals, all open. Empty: the embedded store has a file of its own. */
  readonly sessionKeys: readonly SessionKey[];
  /** The account that is meant where a request names none; `null`: `default`, else the sandbox's `owner`, else the oldest. */
  readonly defaultAccount: string | null;
}

export const accountVariables = {
  SESSION_KEYS: v.optional(
    v.pipe(
      v.string(),
      v.rawTransform(({ dataset, addIssue, NEVER }): readonly SessionKey[] => {
        const keys = readSessionKeys(dataset.value);
        if (typeof keys !== 'string') return keys;
        addIssue({ message: `SESSION_KEYS ${keys}` });
        return NEVER;
      }),
    ),
  ),
  DEFAULT_ACCOUNT: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        ACCOUNT_NAME,
        ({ input }) => `DEFAULT_ACCOUNT is ${quote(input)}: the name of an account is 1 to 32 of a-z, 0-9 and -.`,
      ),
    ),
  ),
} as const;

export function readAccounts(
  values: v.InferOutput<v.ObjectSchema<typeof accountVariables, undefined>>,
): AccountsConfig {
  const sessionKeys = Object.freeze(values.SESSION_KEYS ?? []);
  return guarded<AccountsConfig>(
    { sessionKeys, defaultAccount: values.DEFAULT_ACCOUNT ?? null },
    { sessionKeys: `[${sessionKeys.length} hidden]` },
  );
}

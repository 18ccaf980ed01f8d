import { AccountExistsError, AccountNameTakenError } from '../../src/services/errors/errors.ts';
import type { AccountKeeper, NewAccount } from '../../src/services/sign-in/sign-in.ts';

/** Keeps accounts for as long as a test lasts: each name and each Telegram user once. */
export function createMemoryKeeper(): AccountKeeper & { readonly accounts: readonly NewAccount[] } {
  const accounts: NewAccount[] = [];
  const refusal = async (name: string) =>
    accounts.some((account) => account.name === name) ? new AccountNameTakenError(name) : null;
  return {
    accounts,
    refusal,
    async keep(account) {
      const same = accounts.find(({ user }) => user.id === account.user.id);
      const refused = (await refusal(account.name)) ?? (same ? new AccountExistsError(same.name) : null);
      if (refused) throw refused;
      accounts.push(account);
    },
  };
}

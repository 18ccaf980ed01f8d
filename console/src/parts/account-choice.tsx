import { Select } from '@mantine/core';
import { mayAct, STATUSES, useAccounts } from '../data/accounts.ts';

interface AccountChoiceProps {
  /** A name; `null`: the gateway chooses. */
  value: string | null;
  onChange: (name: string | null) => void;
  /** Whom the gateway takes where nobody is named. */
  automatic?: string;
  /** Why nobody can be taken without a name. */
  error?: string | undefined;
  /** Telegram does not let bots do it. */
  isForUsers?: boolean;
  /** The label is for screen readers alone. */
  isLabelHidden?: boolean;
}

/** Which account does it: the one that the gateway takes, or one by its name. Where there is one account alone there is nothing to choose. */
export function AccountChoice(props: AccountChoiceProps) {
  const { value, onChange, automatic, error, isForUsers = false, isLabelHidden = false } = props;
  const { accounts } = useAccounts();
  const able = accounts.filter(({ kind }) => !isForUsers || kind !== 'BOT');
  if (able.length < 2 && value === null) return null;
  const known = able.map((account) => ({
    value: account.name,
    label: mayAct(account) ? account.name : `${account.name} (${STATUSES[account.state.status].label.toLowerCase()})`,
  }));
  const isKnown = value === null || known.some((each) => each.value === value);
  const nobody = { value: '', label: isLabelHidden ? 'Automatic account' : 'Automatic' };
  return (
    <Select
      {...(isLabelHidden ? { 'aria-label': 'Account' } : { label: 'Account' })}
      description={value === null && automatic ? `Automatic: ${automatic}` : undefined}
      data={[nobody, ...known, ...(isKnown ? [] : [{ value, label: value }])]}
      value={value ?? ''}
      onChange={(name) => onChange(name || null)}
      error={error}
      searchable={known.length > 10}
    />
  );
}

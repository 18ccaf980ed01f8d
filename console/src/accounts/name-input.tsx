import { TextInput } from '@mantine/core';

interface NameInputProps {
  value: string;
  onChange: (name: string) => void;
  /** Why the gateway has refused it. */
  refused: string | undefined;
}

/** The operator's name for an account. */
export function NameInput({ value, onChange, refused }: NameInputProps) {
  const isWrong = value !== '' && !/^[a-z0-9-]{1,32}$/.test(value);
  return (
    <TextInput
      label="Name"
      description="By which requests name the account: 1 to 32 small letters (a-z), digits and hyphens."
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={isWrong ? 'Only small letters (a-z), digits and hyphens, 32 at most.' : refused}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      required
      data-autofocus
    />
  );
}

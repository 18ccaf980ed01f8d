import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Act, useAct } from '../data/act.ts';
import { type ChatRowFragment, EditLinkDocument, type LinkRowFragment, MakeLinkDocument } from '../gql/graphql.ts';
import { AccountChoice } from './account-choice.tsx';
import { AsGraphql } from './as-graphql.tsx';
import { useSecondsUntil } from './countdown.ts';
import { useIsHere } from './is-here.ts';
import classes from './link-form.module.css';
import {
  asLocal,
  inputToEdit,
  inputToMake,
  type LinkField,
  type LinkValues,
  LONGEST_TITLE,
  NOTHING,
  problemsOf,
  reasonToEdit,
  reasonToMake,
  valuesOf,
} from './link-rules.ts';
import { Refused } from './refusal.tsx';
import { useNow } from './time.tsx';

interface MakeProps {
  mode: 'make';
  /** The chat that the link leads to. */
  peer: string;
  /** What is known of that chat: paid links are for channels, and a new primary link asks for the title. */
  chat: Pick<ChatRowFragment, 'title' | 'kind'> | null;
  /** The account that is chosen at first; `null`: the gateway chooses. */
  account: string | null;
  /** The link is made; `null`: Telegram made none, because people ask to join by the chat's username. */
  onDone: (link: LinkRowFragment | null) => void;
  onCancel: () => void;
}

interface EditProps {
  mode: 'edit';
  /** The chat that the link leads to. */
  peer: string;
  /** The link as it is now. Only what the user changes is sent. */
  link: LinkRowFragment;
  /** The link is edited; the cache has it already. */
  onDone: (link: LinkRowFragment) => void;
  onCancel: () => void;
}

/**
 * The settings of a link, to make one or to edit one: the contents of a dialog, which the caller opens and closes (`<Modal opened title>`).
 * It checks the rules while somebody types, greys what excludes each other, sends the mutation and shows why it was refused.
 */
export function LinkForm(props: MakeProps | EditProps) {
  return props.mode === 'make' ? <MakeForm {...props} /> : <EditForm {...props} />;
}

function MakeForm({ peer, chat, account, onDone, onCancel }: MakeProps) {
  const act = useAct(MakeLinkDocument);
  return (
    <Form
      act={act}
      action="Make link"
      first={NOTHING}
      reasonFor={(field, values) => reasonToMake(field, values, chat?.kind ?? null)}
      inputOf={(values) => inputToMake(peer, values)}
      mayReplace={chat?.title ?? peer}
      firstAccount={account}
      onDone={(done) => onDone('link' in done ? done : null)}
      onCancel={onCancel}
    />
  );
}

function EditForm({ peer, link, onDone, onCancel }: EditProps) {
  const act = useAct(EditLinkDocument);
  const [first] = useState(() => valuesOf(link));
  return (
    <Form
      act={act}
      action="Save"
      first={first}
      reasonFor={(field, values) => reasonToEdit(field, values, link)}
      inputOf={(values) => inputToEdit(peer, link, values)}
      mayReplace={null}
      firstAccount={null}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

interface FormProps<Done, Input> {
  act: Act<Done, Input>;
  /** A verb for the button. */
  action: string;
  first: LinkValues;
  reasonFor: (field: LinkField, values: LinkValues) => string | null;
  inputOf: (values: LinkValues) => Input;
  /** The title to type before the primary link is replaced; `null`: a link that is there, which has no such choice nor a price. */
  mayReplace: string | null;
  firstAccount: string | null;
  onDone: (done: Done) => void;
  onCancel: () => void;
}

/** Whom the gateway takes (docs/accounts.md). */
function automaticOf(isNew: boolean, { legacyRevokePermanent }: LinkValues): string {
  if (!isNew) return 'the account that made the link, else the one that owns the chat.';
  return legacyRevokePermanent
    ? 'the default account, or the only one that may.'
    : 'an account that may invite into the chat: its owner first, then a user before a bot.';
}

const PRESETS = [
  ['In a day', 86_400_000],
  ['In a week', 604_800_000],
  ['In 30 days', 2_592_000_000],
] as const;

function Form<Done extends object, Input extends object>(props: FormProps<Done, Input>) {
  const { act, action, first, reasonFor, mayReplace, firstAccount, onDone, onCancel } = props;
  const [values, setValues] = useState(first);
  const [account, setAccount] = useState(firstAccount);
  const inputOf = (of: LinkValues) => ({ ...props.inputOf(of), ...(account !== null && { account }) });
  const [sent, setSent] = useState<LinkValues | null>(null);
  const [typed, setTyped] = useState('');
  const wait = useSecondsUntil(act.refusal?.retryAt ?? null);
  const isHere = useIsHere();
  useNow();
  const problems = problemsOf(values, Date.now());

  const set = (change: Partial<LinkValues>) => setValues({ ...values, ...change });
  const isUnchanged = (Object.keys(first) as LinkField[]).every((name) => values[name] === first[name]);
  const isWrong = (Object.keys(problems) as LinkField[]).some((name) => values[name] !== first[name]);
  /** Another account is another wish. */
  function choose(name: string | null) {
    setAccount(name);
    setSent(null);
  }
  const hasToType = values.legacyRevokePermanent && typed !== mayReplace;
  const mayNotSend = isWrong || hasToType || (mayReplace === null && isUnchanged);

  async function finish(outcome: ReturnType<typeof act.again>) {
    const result = await outcome;
    // Another dialog may be open by now; the cache has the link anyway.
    if (isHere.current && result && 'done' in result) onDone(result.done);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (mayNotSend || wait > 0 || act.isRunning) return;
    // The very same once more, when nobody knows whether it was done, is no new wish: it keeps its key.
    if (act.refusal?.isUnknown && sent === values) {
      finish(act.again());
      return;
    }
    setSent(values);
    finish(act.run(inputOf(values)));
  }

  /** Of a field: why it is greyed, else what it says of itself; and what is wrong with it, until it is changed. */
  function about(name: LinkField, description: ReactNode) {
    const reason = reasonFor(name, values);
    const wrong = values[name] === first[name] ? undefined : problems[name];
    const refused = sent?.[name] === values[name] ? act.refusal?.fields[name] : undefined;
    return { description: reason ?? description, disabled: reason !== null, error: wrong ?? refused };
  }
  const field = (name: Exclude<LinkField, 'requestNeeded' | 'legacyRevokePermanent'>, description: ReactNode) => ({
    ...about(name, description),
    name,
    value: values[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => set({ [name]: currentTarget.value }),
    autoComplete: 'off',
  });
  const box = (name: 'requestNeeded' | 'legacyRevokePermanent', description: ReactNode) => ({
    ...about(name, description),
    name,
    checked: values[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => set({ [name]: currentTarget.checked }),
  });

  const expiry = field(
    'expireDate',
    `By your clock (${Intl.DateTimeFormat().resolvedOptions().timeZone}). Empty: never.`,
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label="Title"
          {...field('title', `Only admins see it. ${[...values.title.trim()].length} of ${LONGEST_TITLE} characters.`)}
          data-autofocus
        />
        <TextInput
          label="Limit of members"
          inputMode="numeric"
          {...field(
            'usageLimit',
            'How many may be in the chat by the link at the same time, 1 to 99999. Empty: no limit.',
          )}
        />
        <div>
          <TextInput label="Expires" type="datetime-local" {...expiry} />
          {!expiry.disabled && (
            <div className={classes.presets}>
              {PRESETS.map(([label, ms]) => (
                <Button
                  key={label}
                  variant="subtle"
                  size="compact-xs"
                  aria-label={`Expires ${label.toLowerCase()}`}
                  onClick={() => set({ expireDate: asLocal(Date.now() + ms) })}
                >
                  {label}
                </Button>
              ))}
              {values.expireDate !== '' && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  onClick={() => set({ expireDate: '' })}
                  aria-label="Expires never"
                >
                  Never
                </Button>
              )}
            </div>
          )}
        </div>
        <Checkbox
          label="An admin approves everybody who comes"
          {...box('requestNeeded', 'They wait among the requests.')}
        />
        {mayReplace !== null && (
          <>
            <TextInput
              label="Price in Telegram Stars"
              inputMode="numeric"
              {...field('subscriptionPricing', 'For every 30 days. Empty: free.')}
            />
            <Checkbox
              label="Replace the primary link"
              {...box('legacyRevokePermanent', 'The old one stops working at once, on every poster that shows it.')}
            />
            {values.legacyRevokePermanent && (
              <TextInput
                label={`Type “${mayReplace}” to confirm`}
                value={typed}
                onChange={({ currentTarget }) => setTyped(currentTarget.value)}
                autoComplete="off"
              />
            )}
          </>
        )}
        <AccountChoice
          value={account}
          onChange={choose}
          automatic={automaticOf(mayReplace !== null, values)}
          error={sent ? act.refusal?.fields['account'] : undefined}
        />
      </Stack>
      {act.refusal && <Refused refusal={act.refusal} again={() => finish(act.again())} isRunning={act.isRunning} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <AsGraphql action={action} operation={() => act.operation(inputOf(values))} />
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={act.isRunning} disabled={mayNotSend || wait > 0}>
          {action}
        </Button>
      </Group>
    </form>
  );
}

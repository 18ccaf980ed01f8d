import {
  Button,
  Group,
  PasswordInput,
  type PasswordInputProps,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core';
import type { DocumentNode } from 'graphql';
import { type FormEvent, type ReactNode, useState } from 'react';
import { connection } from '../data/client.ts';
import {
  BeginSignInDocument,
  type BeginSignInInput,
  CancelSignInDocument,
  FollowSignInDocument,
  GiveCodeDocument,
  GivePasswordDocument,
  ResendCodeDocument,
  type SignInCodeDelivery,
  type SignInNowFragment,
} from '../gql/graphql.ts';
import { AsGraphql } from '../parts/as-graphql.tsx';
import { asDuration, useSecondsUntil } from '../parts/countdown.ts';
import { Refused } from '../parts/refusal.tsx';
import classes from './accounts.module.css';
import { NameInput } from './name-input.tsx';
import type { SignInFlow } from './use-sign-in.ts';

/** One sort of step. */
export type Step<Name> = Extract<SignInNowFragment['step'], { __typename: Name }>;

interface StepProps {
  flow: SignInFlow;
  /** Of the sign-in. */
  id: string;
  /** The operator's name for the account. */
  name: string;
  close: () => void;
}

/** Moves the focus to what a step begins with, as what had it is gone. */
export const focusOn = (element: HTMLElement | null) => element?.focus();

export function Foot({ children }: { children: ReactNode }) {
  return (
    <Group justify="flex-end" gap="xs" mt="md">
      {children}
    </Group>
  );
}

const operation = (document: DocumentNode, variables: object) => () => ({ document, variables });

/** Takes a secret out of its field, which holds it no longer than it takes to send it. */
function takeFrom(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return '';
  const { value } = field;
  field.value = '';
  field.focus();
  return value;
}

/** A secret of an account. A password manager files it under that owner, not under the key of the gateway. */
function SecretInput({ owner, label, ...props }: PasswordInputProps & { owner: string; label: string }) {
  const toggle = { 'aria-label': `Show the ${label.toLowerCase()}` };
  return (
    <>
      <input hidden readOnly autoComplete="username" value={owner} />
      <PasswordInput
        {...props}
        label={label}
        autoComplete="current-password"
        spellCheck={false}
        visibilityToggleButtonProps={toggle}
        required
      />
    </>
  );
}

interface FormProps extends Pick<StepProps, 'flow' | 'close'> {
  /** A verb for the button. */
  action: string;
  document: DocumentNode;
  /** What is sent, with a word in the place of each secret. */
  shown: object;
  submit: (form: HTMLFormElement) => unknown;
  children: ReactNode;
}

/** One step that asks for something. */
function StepForm({ flow, close, action, document, shown, submit, children }: FormProps) {
  const wait = useSecondsUntil(flow.refusal?.retryAt ?? null);
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (wait === 0 && !flow.isRunning) submit(event.currentTarget);
  }
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">{children}</Stack>
      {flow.refusal && <Refused refusal={flow.refusal} />}
      <Foot>
        <AsGraphql action={action} operation={operation(document, { input: shown })} />
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={flow.isRunning} disabled={wait > 0}>
          {wait > 0 ? `${action} in ${asDuration(wait)}` : action}
        </Button>
      </Foot>
    </form>
  );
}

const WAYS = [
  { value: 'qr', label: 'QR code' },
  { value: 'phone', label: 'Phone' },
  { value: 'bot', label: 'Bot token' },
] as const;

/** What the account is to be called, and how it comes in. */
export function Begin({ flow, name, setName, close }: StepProps & { setName: (name: string) => void }) {
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>('qr');
  const fields = flow.refusal?.fields ?? {};
  function inputOf(phoneNumber: string, token: string): BeginSignInInput {
    if (way === 'qr') return { qr: { name } };
    return way === 'phone' ? { phone: { name, phoneNumber } } : { bot: { name, token } };
  }
  const inputIn = (form: HTMLFormElement) =>
    inputOf(`${new FormData(form).get('phoneNumber')}`, way === 'bot' ? takeFrom(form, 'token') : '');
  return (
    <StepForm
      flow={flow}
      close={close}
      action="Sign in"
      document={BeginSignInDocument}
      shown={inputOf('PHONE NUMBER', 'TOKEN')}
      submit={(form) => flow.give(BeginSignInDocument, inputIn(form))}
    >
      <NameInput value={name} onChange={setName} refused={fields['name']} />
      <SegmentedControl aria-label="Way to sign in" data={[...WAYS]} value={way} onChange={setWay} />
      {way === 'qr' && <p className={classes.lead}>A Telegram app in which the account is signed in scans a code.</p>}
      {way === 'phone' && (
        <TextInput
          name="phoneNumber"
          label="Phone number"
          description="With the country code: +447700900123. Telegram sends a code there."
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          error={fields['phoneNumber'] !== undefined}
          required
        />
      )}
      {way === 'bot' && (
        <SecretInput
          name="token"
          owner={`Telegram bot ${name}`}
          label="Token"
          description="From @BotFather. The gateway keeps it nowhere."
          error={fields['token'] !== undefined}
        />
      )}
    </StepForm>
  );
}

export function ScanQr({ flow, id, close, step }: StepProps & { step: Step<'SignInScanQr'> }) {
  const isInterrupted = connection.use().state === 'interrupted';
  return (
    <>
      <p ref={focusOn} tabIndex={-1} className={classes.lead}>
        In a Telegram app where the account is signed in, choose Settings, Devices, Link Desktop Device, and scan this
        code. The code changes by itself about every half minute.
      </p>
      {step.qrCode && <img className={classes.qr} src={step.qrCode} width={256} height={256} alt="QR code to scan" />}
      <Group gap="xs">
        <span role="status">
          {isInterrupted
            ? 'The connection to the gateway is lost. Wait until the code changes, then scan it.'
            : 'Waiting for the app to scan the code.'}
        </span>
        <AsGraphql action="Follow the sign-in" operation={operation(FollowSignInDocument, { id })} />
      </Group>
      {flow.refusal && <Refused refusal={flow.refusal} />}
      <Foot>
        <AsGraphql action="Cancel the sign-in" operation={operation(CancelSignInDocument, { input: { id } })} />
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </Foot>
    </>
  );
}

const DELIVERIES: Record<SignInCodeDelivery, string> = {
  APP: "to the Telegram app on the account's other devices, in the chat named Telegram",
  SMS: 'by SMS',
  SMS_WORDS: 'by SMS, as words',
  CALL: 'by a call that reads it out',
  MISSED_CALL: 'by a call that nobody takes: the last digits of its number are the code',
  FRAGMENT: 'to the page of the number at Fragment',
};

export function EnterCode({ flow, id, close, step }: StepProps & { step: Step<'SignInEnterCode'> }) {
  const { delivery, length, codeHint, canResendAt } = step;
  const wait = useSecondsUntil(canResendAt === null ? null : Date.parse(canResendAt));
  const resend = 'Send it in another way';
  return (
    <StepForm
      flow={flow}
      close={close}
      action="Go on"
      document={GiveCodeDocument}
      shown={{ id, code: 'CODE' }}
      submit={(form) => flow.give(GiveCodeDocument, { id, code: takeFrom(form, 'code') })}
    >
      <p className={classes.lead} role="status">
        Telegram has sent a code {length !== null && `of ${length} digits `}
        {DELIVERIES[delivery]}.{codeHint !== null && ` Its hint: ${codeHint}`}
      </p>
      <TextInput
        name="code"
        label="Code"
        inputMode={length === null ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        spellCheck={false}
        error={flow.refusal?.fields['code'] !== undefined}
        required
        autoFocus
      />
      {canResendAt === null ? (
        <span className={classes.dim}>Telegram has no other way to send it.</span>
      ) : (
        <Group gap="xs">
          <Button
            variant="default"
            disabled={wait > 0 || flow.isRunning}
            onClick={() => flow.give(ResendCodeDocument, { id })}
          >
            {wait > 0 ? `${resend} in ${asDuration(wait)}` : resend}
          </Button>
          <AsGraphql action={resend} operation={operation(ResendCodeDocument, { input: { id } })} />
        </Group>
      )}
    </StepForm>
  );
}

export function EnterPassword({ flow, id, name, close, step }: StepProps & { step: Step<'SignInEnterPassword'> }) {
  return (
    <StepForm
      flow={flow}
      close={close}
      action="Go on"
      document={GivePasswordDocument}
      shown={{ id, password: 'PASSWORD' }}
      submit={(form) => flow.give(GivePasswordDocument, { id, password: takeFrom(form, 'password') })}
    >
      <SecretInput
        name="password"
        owner={`Telegram account ${name}`}
        label="Password"
        description={`Of the account's two-step verification.${step.hint === null ? '' : ` Its hint: ${step.hint}`}`}
        error={flow.refusal?.fields['password'] !== undefined}
        autoFocus
      />
    </StepForm>
  );
}

import { Alert, Button, PasswordInput, Title } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { boot } from '../data/boot.ts';
import { findSession, session, signIn } from '../data/session.ts';
import { LinksIcon } from '../parts/icons.tsx';
import classes from './sign-in.module.css';

const isFromElsewhere = document.referrer !== '' && new URL(document.referrer).origin !== location.origin;

/** Asks for a key of the gateway, which is held no longer than it takes to send it. */
export function SignIn() {
  const [isAsked, setAsked] = useState(session.get() === 'ended' || !isFromElsewhere);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);

  useEffect(() => {
    if (!isAsked) findSession().then((isThere) => (isThere ? session.set('done') : setAsked(true)));
  }, [isAsked]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setRunning(true);
    setRefusal(await signIn(`${new FormData(form).get('key')}`.trim()));
    setRunning(false);
    form.reset();
  }

  if (!isAsked) return null;
  return (
    <main className={classes.page} id="main">
      <title>Sign in · Telegram gateway</title>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.brand}>
          <LinksIcon /> Telegram gateway
        </p>
        <Title order={1} size="h3">
          Sign in
        </Title>
        {session.get() === 'ended' && <Alert color="gray">The session has ended. Sign in again.</Alert>}
        {boot.secure ? (
          <>
            {/* By which a password manager files the key. */}
            <input hidden readOnly autoComplete="username" value="Telegram gateway" />
            <PasswordInput
              name="key"
              label="API key"
              description="One of GATEWAY_API_KEYS. This browser keeps a session, not the key."
              autoComplete="current-password"
              error={refusal}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the key' }}
              required
              withAsterisk={false}
              autoFocus
            />
            <Button type="submit" size="sm" loading={isRunning}>
              Sign in
            </Button>
          </>
        ) : (
          <Alert color="red" title="Signing in needs HTTPS">
            A browser keeps a session only over HTTPS. Put TLS in front of the gateway, or open it as 127.0.0.1.
          </Alert>
        )}
      </form>
    </main>
  );
}

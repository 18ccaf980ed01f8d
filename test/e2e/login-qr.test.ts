import { Api } from 'telegram';
import { expect, test } from 'vitest';
import { attemptSignIn } from '../support/sign-in.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';

/** What the app does that scans: GramJS as it comes from npm, signed in already. */
function scannedBy(client: Awaited<ReturnType<typeof connectGramjs>>['client']) {
  return async (address: string) => {
    const token = Buffer.from(/^tg:\/\/login\?token=([\w-]+)$/.exec(address)?.[1] ?? '', 'base64url');
    await client.invoke(new Api.auth.AcceptLoginToken({ token }));
  };
}

test('a QR code: signs in whose app accepts it, as soon as it does', async () => {
  await using sandbox = await startSandbox();
  await using phone = await connectGramjs(sandbox, account(sandbox, 'ada').session);
  const startedAt = performance.now();
  const { result, transcript } = attemptSignIn(sandbox, 'qr', { onQr: scannedBy(phone.client) });
  expect(await result).toMatchObject({ name: 'Ada Marlow', isBot: false });
  expect(transcript).toHaveLength(1);
  expect(performance.now() - startedAt, 'told by an update, not found out when the token ended').toBeLessThan(15_000);
});

test('a QR code of an account with a password: asks for it as well', async () => {
  await using sandbox = await startSandbox();
  await using phone = await connectGramjs(sandbox, account(sandbox, 'guarded').session);
  const { result, transcript } = attemptSignIn(sandbox, 'qr', {
    onQr: scannedBy(phone.client),
    answers: ['wrong', 'correct horse'],
  });
  expect((await result).username).toBe('sandbox_guarded');
  expect(transcript).toContain('The password is wrong. Try again.');
});

test('a QR code that nobody scanned in time: another one is shown', async () => {
  // The world runs 29 s behind, so that its tokens seem to end at once and are asked for again after the shortest wait.
  let shift = -29_000;
  await using sandbox = await startSandbox({ clock: () => Date.now() + shift });
  await using phone = await connectGramjs(sandbox, account(sandbox, 'ada').session);
  const scan = scannedBy(phone.client);
  const shown: string[] = [];
  const { result } = attemptSignIn(sandbox, 'qr', {
    async onQr(address, count) {
      shown.push(address);
      if (count === 1) shift += 31_000;
      else await scan(address);
    },
  });
  expect((await result).name).toBe('Ada Marlow');
  expect(new Set(shown).size).toBe(2);
});

import { createServer } from 'node:net';
import { Api } from 'telegram';
import { StringSession } from 'telegram/sessions/index.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { attemptSignIn } from '../support/sign-in.ts';
import { account, connectGramjs } from '../support/start-sandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const phoneOf = (name: string) => account(sandbox, name).phone ?? '';

test('phone and code: signs in on a new key, and the session works at once', async () => {
  const { result, transcript } = attemptSignIn(sandbox, 'phone', { answers: [`+${phoneOf('ada')}`, '22222'] });
  const { session, ...who } = await result;
  expect(who).toEqual({
    name: 'Ada Marlow',
    username: 'sandbox_ada',
    isBot: false,
    address: `127.0.0.1:${sandbox.port}`,
  });
  expect(session).not.toBe(account(sandbox, 'ada').session);
  expect(transcript).toEqual([
    'Phone number with country code, such as +447700900123:',
    'The code was sent to the Telegram app on your other devices, in the chat named Telegram.',
    'Code:',
  ]);

  await using connected = await connectGramjs(sandbox, session);
  const [self] = await connected.client.invoke(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }));
  expect(self).toMatchObject({ firstName: 'Ada', self: true });
});

test('a wrong code: is told and asked for again', async () => {
  const { result, transcript } = attemptSignIn(sandbox, 'phone', { answers: [phoneOf('owner'), '11111', '222-22'] });
  expect((await result).username).toBe('sandbox_owner');
  expect(transcript.slice(2)).toEqual(['Code:', 'The code is wrong. Try again.', 'Code:']);
});

test('three wrong codes: end the sign-in', async () => {
  const answers = [phoneOf('owner'), '1', '', '3'];
  const { result, transcript } = attemptSignIn(sandbox, 'phone', { answers });
  await expect(result).rejects.toMatchObject({
    name: 'SignInError',
    message: 'The code is wrong. That was the last of 3 tries.',
  });
  expect(transcript).toContain('No code was given. Try again.');
});

test('a password: is asked for with its hint, a wrong one told, the right one taken', async () => {
  const answers = [phoneOf('guarded'), '22222', 'wrong horse', 'correct horse'];
  const { result, transcript } = attemptSignIn(sandbox, 'phone', { answers });
  expect((await result).username).toBe('sandbox_guarded');
  expect(transcript.slice(3)).toEqual([
    'Two-step verification password (hint: horse):',
    'The password is wrong. Try again.',
    'Two-step verification password (hint: horse):',
  ]);
});

test('three wrong passwords: end the sign-in', async () => {
  const answers = [phoneOf('guarded'), '22222', 'a', '', 'c'];
  await expect(attemptSignIn(sandbox, 'phone', { answers }).result).rejects.toThrow(
    'The password is wrong. That was the last of 3 tries.',
  );
});

test('a number nobody has, and one that is none: are told, and no sign-up is offered', async () => {
  const unknown = attemptSignIn(sandbox, 'phone', { answers: ['+9996629999'] });
  await expect(unknown.result).rejects.toThrow('No account has this number. Make one in a Telegram app first.');
  const malformed = attemptSignIn(sandbox, 'phone', { answers: ['12'] });
  await expect(malformed.result).rejects.toThrow('This is not a phone number that Telegram can use.');
});

test('a code that has run out: another one is sent', async () => {
  let late = 0;
  const slow = await startSandbox({ clock: () => Date.now() + late });
  const answers = ['9996620004', '22222', '22222'];
  const { result, transcript } = attemptSignIn(slow, 'phone', { answers });
  slow.watch(({ method }) => {
    if (method === 'auth.SignIn' && late === 0) late = 301_000;
  });
  expect((await result).username).toBe('sandbox_ada');
  expect(transcript).toContain('The code has run out. Another one is sent.');
  await slow.close();
});

test('a bot token: signs the bot in; a wrong one is told', async () => {
  const { result } = attemptSignIn(sandbox, 'bot', { answers: [` ${account(sandbox, 'bot').botToken} `] });
  expect(await result).toMatchObject({ name: 'Sandbox Bot', username: 'sandbox_doorman_bot', isBot: true });
  const wrong = attemptSignIn(sandbox, 'bot', { answers: ['7000000002:wrong'] });
  await expect(wrong.result).rejects.toThrow('Telegram does not know this bot token. Copy it whole from @BotFather.');
});

test('a server on a port above 32767: its session holds the port', async () => {
  const port = await freeHighPort();
  const high = await startSandbox({ port });
  const { session, address } = await attemptSignIn(high, 'phone', { answers: ['9996620004', '22222'] }).result;
  expect(address).toBe(`127.0.0.1:${port}`);
  expect(new StringSession(session).port & 0xffff).toBe(port);
  await high.close();
});

test('nobody listens: is told with the address', async () => {
  const gone = await startSandbox();
  await gone.close();
  await expect(attemptSignIn(gone, 'phone', {}).result).rejects.toMatchObject({
    name: 'TelegramConnectError',
    message: expect.stringContaining(`127.0.0.1:${gone.port} cannot be reached`),
  });
});

/** Systems hand out free ports above 32767 of their own accord. */
async function freeHighPort(): Promise<number> {
  for (;;) {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    if (typeof address === 'object' && address && address.port > 32_767) return address.port;
  }
}

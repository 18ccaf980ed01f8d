import { Api } from 'telegram';
import { StringSession } from 'telegram/sessions/index.js';
import { expect, test } from 'vitest';
import { RpcError } from '../../src/sandbox/rpc-error.ts';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';
import { toLong } from '../../src/telegram/tl.ts';
import { attemptSignIn } from '../support/sign-in.ts';
import { OTHER_DC, startDataCentre } from '../support/start-data-centre.ts';
import { account, startSandbox } from '../support/start-sandbox.ts';

const NOWHERE = { host: '127.0.0.1', port: 1 };

function refuse(code: number, type: string): () => never {
  return () => {
    throw new RpcError(code, type);
  };
}

test('a number or a bot of another data centre: goes on there, and the session names it', async () => {
  await using home = await startSandbox();
  trustServerKey(home.publicKey);
  await using lobby = await startDataCentre(home, (dispatcher) => {
    dispatcher.register(Api.auth.SendCode, refuse(303, `PHONE_MIGRATE_${OTHER_DC}`));
    dispatcher.register(Api.auth.ImportBotAuthorization, refuse(303, `USER_MIGRATE_${OTHER_DC}`));
  });

  const person = await attemptSignIn(lobby, 'phone', { answers: ['9996620004', '22222'] }).result;
  expect(person).toMatchObject({ name: 'Ada Marlow', address: `127.0.0.1:${home.port}` });
  expect(new StringSession(person.session).dcId).toBe(OTHER_DC);

  const bot = await attemptSignIn(lobby, 'bot', { answers: [account(home, 'bot').botToken ?? ''] }).result;
  expect(bot).toMatchObject({ isBot: true, address: `127.0.0.1:${home.port}` });
});

test('a QR code scanned by an account of another data centre: its token is taken there', async () => {
  await using home = await startDataCentre(NOWHERE, (dispatcher) => {
    dispatcher.register(Api.auth.ImportLoginToken, ({ token }) => {
      if (token.toString() !== 'handed over') throw new RpcError(400, 'AUTH_TOKEN_INVALID');
      const user = new Api.User({ id: toLong(7n), firstName: 'Ada', self: true });
      return new Api.auth.LoginTokenSuccess({ authorization: new Api.auth.Authorization({ user }) });
    });
  });
  trustServerKey(home.publicKey);
  await using lobby = await startDataCentre(home, (dispatcher) => {
    const token = Buffer.from('handed over');
    dispatcher.register(Api.auth.ExportLoginToken, () => new Api.auth.LoginTokenMigrateTo({ dcId: OTHER_DC, token }));
  });
  const { name, address } = await attemptSignIn(lobby, 'qr', {}).result;
  expect({ name, address }).toEqual({ name: 'Ada', address: `127.0.0.1:${home.port}` });
});

test('refusals: waits are told in words, known names in sentences, unknown ones as they came', async () => {
  let type = '';
  await using server = await startDataCentre(NOWHERE, (dispatcher) => {
    dispatcher.register(Api.auth.SendCode, () => refuse(400, type)());
  });
  const told: Record<string, string> = {};
  for (type of [
    'FLOOD_WAIT_7',
    'FLOOD_WAIT_3601',
    'FLOOD_PREMIUM_WAIT_86400',
    'PHONE_NUMBER_BANNED',
    'BRAND_NEW_NAME',
  ]) {
    const { result } = attemptSignIn(server, 'phone', { answers: ['9996620004'] });
    told[type] = await result.then(
      () => 'signed in',
      (error: Error) => error.message,
    );
  }
  expect(told).toEqual({
    FLOOD_WAIT_7: 'Telegram asks to wait 7 seconds before the next try (FLOOD_WAIT_7).',
    FLOOD_WAIT_3601: 'Telegram asks to wait 61 minutes before the next try (FLOOD_WAIT_3601).',
    FLOOD_PREMIUM_WAIT_86400: 'Telegram asks to wait 24 hours before the next try (FLOOD_PREMIUM_WAIT_86400).',
    PHONE_NUMBER_BANNED: 'Telegram has banned this number.',
    BRAND_NEW_NAME: 'Telegram refused the sign-in: 400 BRAND_NEW_NAME.',
  });
});

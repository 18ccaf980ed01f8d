import { Api, type TelegramClient } from 'telegram';
import { returnBigInt } from 'telegram/Helpers.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';

/** One listening sandbox and two clients for the whole file; each test looks at chats of its own. */
let sandbox: Sandbox & AsyncDisposable;
let ownerLink: Awaited<ReturnType<typeof connectGramjs>>;
let botLink: Awaited<ReturnType<typeof connectGramjs>>;
let owner: TelegramClient;
let bot: TelegramClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  ownerLink = await connectGramjs(sandbox, account(sandbox, 'owner').session);
  botLink = await connectGramjs(sandbox, account(sandbox, 'bot').session);
  owner = ownerLink.client;
  bot = botLink.client;
});

afterAll(async () => {
  await ownerLink[Symbol.asyncDispose]();
  await botLink[Symbol.asyncDispose]();
  await sandbox.close();
});

async function errorOf(call: Promise<unknown>): Promise<object> {
  return call.then(
    () => ({ answered: true }),
    (error: unknown) => (error instanceof Error ? { ...error } : { error }),
  );
}

describe('an unmodified GramJS over TCP', () => {
  test('is signed in by the ready-made session', async () => {
    expect(await owner.checkAuthorization()).toBe(true);
    expect(await owner.getMe()).toMatchObject({ username: 'sandbox_owner', self: true, phone: '9996620001' });
    expect(await bot.getMe()).toMatchObject({ username: 'sandbox_doorman_bot', bot: true });
  });

  test('accounts: owner and bot come first, one has a password, ports fit int16', () => {
    expect(sandbox.accounts.map(({ name }) => name)).toEqual(['owner', 'bot', 'guarded', 'ada', 'joiner', 'stranger']);
    expect(account(sandbox, 'guarded').password).toBe('correct horse');
    expect(account(sandbox, 'bot')).toMatchObject({ phone: null, code: null, password: null });
    expect(sandbox.port).toBeLessThan(32_768);
    expect(sandbox.publicKey).toContain('BEGIN');
  });

  test('lists its chats by its own paging', async () => {
    const dialogs = await owner.getDialogs({});
    expect([...dialogs].map(({ id }) => id?.toString())).toEqual([
      '-1002000000001',
      '-1002000000002',
      '-7001',
      '-1002000000006',
      '-1002000000005',
      '-1002000000004',
      '-1002000000003',
      '-1002000000007',
    ]);
  });
});

describe('the cast, as exportChatInvite answers it', () => {
  const exportIn = (client: TelegramClient, peer: string | Api.TypeInputPeer, title?: string) =>
    client.invoke(new Api.messages.ExportChatInvite(title === undefined ? { peer } : { peer, title }));

  test('@sandbox_community: a link, for the owner and for the bot', async () => {
    const answer = await exportIn(owner, 'sandbox_community', 'My very normal title');
    expect(answer).toMatchObject({ className: 'ChatInviteExported', title: 'My very normal title', permanent: false });
    expect(sandbox.world.invites.at(-1)).toMatchObject({ title: 'My very normal title', adminId: 7_000_000_001n });
    expect(await exportIn(bot, 'sandbox_community')).toMatchObject({ className: 'ChatInviteExported' });
  });

  test('@sandbox_news: a paid link', async () => {
    const subscriptionPricing = new Api.StarsSubscriptionPricing({ period: 2_592_000, amount: returnBigInt(500) });
    const request = new Api.messages.ExportChatInvite({ peer: 'sandbox_news', subscriptionPricing });
    expect(await owner.invoke(request)).toMatchObject({ subscriptionPricing: { period: 2_592_000 } });
  });

  test('basic group -7001: a link', async () => {
    const peer = new Api.InputPeerChat({ chatId: returnBigInt(7001) });
    expect(await exportIn(owner, peer)).toMatchObject({ className: 'ChatInviteExported' });
  });

  test.each([
    ['sandbox_private', 400, 'CHANNEL_PRIVATE'],
    ['sandbox_member_only', 400, 'CHAT_ADMIN_REQUIRED'],
    ['sandbox_readonly', 403, 'CHAT_WRITE_FORBIDDEN'],
    ['sandbox_user', 400, 'PEER_ID_INVALID'],
  ])('@%s: %i %s', async (username, code, errorMessage) => {
    expect(await errorOf(exportIn(owner, username))).toMatchObject({ code, errorMessage });
  });

  test('@sandbox_flood: FLOOD_WAIT_30', async () => {
    expect(await errorOf(exportIn(owner, 'sandbox_flood'))).toMatchObject({ code: 420, seconds: 30 });
  });

  test('basic group -40404: 400 CHAT_ID_INVALID', async () => {
    const peer = new Api.InputPeerChat({ chatId: returnBigInt(40404) });
    const outcome = await errorOf(exportIn(owner, peer));
    expect(outcome).toMatchObject({ code: 400, errorMessage: 'CHAT_ID_INVALID' });
  });

  test('@sandbox_nobody: 400 USERNAME_NOT_OCCUPIED', async () => {
    const outcome = errorOf(owner.invoke(new Api.contacts.ResolveUsername({ username: 'sandbox_nobody' })));
    expect(await outcome).toMatchObject({ code: 400, errorMessage: 'USERNAME_NOT_OCCUPIED' });
  });
});

test('watch: tells of each call, until it is stopped', async () => {
  const seen: string[] = [];
  const stop = sandbox.watch(({ method }) => seen.push(method));
  await owner.invoke(new Api.help.GetNearestDc());
  stop();
  await owner.invoke(new Api.help.GetNearestDc());
  expect(seen.filter((method) => method === 'help.GetNearestDc')).toHaveLength(1);
});

describe('signing in from nothing, key exchange included', () => {
  const app = { apiId: 1, apiHash: 'hash' };
  const onError = (error: Error) => {
    throw error;
  };

  test('by phone, code and password; the saved session works again', async () => {
    const { phone, code, password } = account(sandbox, 'guarded');
    let session: string;
    {
      await using link = await connectGramjs(sandbox, '');
      await link.client.signInUser(app, {
        phoneNumber: phone ?? '',
        phoneCode: async () => code ?? '',
        password: async (hint) => (hint === 'horse' ? (password ?? '') : ''),
        onError,
      });
      session = String(link.client.session.save());
    }
    await using again = await connectGramjs(sandbox, session);
    expect(await again.client.getMe()).toMatchObject({ username: 'sandbox_guarded' });
  });

  test('by bot token', async () => {
    await using link = await connectGramjs(sandbox, '');
    await link.client.signInBot(app, { botAuthToken: account(sandbox, 'bot').botToken ?? '' });
    expect(await link.client.getMe()).toMatchObject({ bot: true });
  });

  test('by QR code: the waiting client is told of the scan by an update', async () => {
    await using link = await connectGramjs(sandbox, '');
    const user = await link.client.signInUserWithQrCode(app, {
      qrCode: async ({ token }) => {
        await owner.invoke(new Api.auth.AcceptLoginToken({ token }));
      },
      onError,
    });
    expect(user).toMatchObject({ username: 'sandbox_owner' });
    await link.client.invoke(new Api.auth.LogOut());
    expect(await link.client.checkAuthorization()).toBe(false);
  });
});

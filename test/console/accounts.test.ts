import type { Page } from 'playwright-core';
import { Api } from 'telegram';
import { expect, test } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';
import type { TestGateway, TestGatewayOptions } from '../support/start-gateway.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';
import { at, NEWS, OWNER, startConsole } from './support/gateway.ts';
import { hasFocus, use } from './support/keyboard.ts';
import { type ConsolePage, openConsole, sidewaysOf } from './support/open-console.ts';
import { scan } from './support/scan.ts';

const ADA = 7_000_000_004n;

/** A gateway that acts as two of the cast, and trusts its sandbox's key, as a sign-in makes a new one with it. */
async function start(options: TestGatewayOptions = {}, world: SandboxOptions = {}): Promise<TestGateway> {
  const sandbox = await startSandbox(world);
  trustServerKey(sandbox.publicKey);
  return startConsole({ sandbox, accounts: ['owner', 'bot'], ...options });
}

const row = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'Accounts' })
    .locator('tbody tr')
    .filter({ has: page.getByText(name, { exact: true }) });

async function openAccounts(gateway: TestGateway): Promise<ConsolePage> {
  const opened = await openConsole(at(gateway, '/console/accounts'));
  await row(opened.page, 'owner').getByText('Ready').waitFor();
  return opened;
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Sign in an account' });

/** Opens the dialog, with the keyboard alone, and gives the name. */
async function openSignIn(page: Page, name = 'support') {
  await use(page, page.getByRole('button', { name: 'Sign in an account' }));
  const field = fieldOf(page, 'Name');
  await expect.poll(() => hasFocus(field)).toBe(true);
  await page.keyboard.type(name);
}

/** With the keyboard: the first of the ways is chosen as the dialog opens. */
async function choose(page: Page, way: 'Phone' | 'Bot token') {
  await page.keyboard.press('Tab');
  for (const _ of way === 'Bot token' ? [1, 2] : [1]) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('radio', { name: way }).isChecked()).toBe(true);
}

const fieldOf = (page: Page, label: string) =>
  dialog(page).getByLabel(label).and(page.locator('input:not([type=radio])'));

async function type(page: Page, label: string, text: string) {
  const field = fieldOf(page, label);
  await expect.poll(() => hasFocus(field)).toBe(true);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Free of what axe finds, light and dark, and no wider than 320 px. */
async function check(opened: ConsolePage, name: string) {
  const { page } = opened;
  await opened.checkAccess();
  await page.setViewportSize({ width: 320, height: 640 });
  await opened.screenshot(`${name}-320`);
  expect(await sidewaysOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await opened.screenshot(name);
}

/** What “as GraphQL” gives for an action. */
async function copied(page: Page, action: string): Promise<string> {
  await page.getByRole('button', { name: `${action} as GraphQL` }).click();
  await page.getByRole('menuitem', { name: 'Copy as GraphQL' }).click();
  await page.getByText('Operation copied.').first().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Everything that a page keeps and shows, as text. */
const tracesIn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      Array.from(document.querySelectorAll('input'), ({ value }) => value),
      { ...localStorage },
      { ...sessionStorage },
      location.href,
      history.state,
      performance.getEntriesByType('resource').map(({ name }) => name),
    ]),
  );

/** What the app does that scans: GramJS as it comes from npm, signed in already. */
async function accept({ sandbox }: TestGateway, name: string, link = ''): Promise<void> {
  await using phone = await connectGramjs(sandbox, account(sandbox, name).session);
  const token = Buffer.from(/^tg:\/\/login\?token=([\w-]+)$/.exec(link)?.[1] ?? '', 'base64url');
  await phone.client.invoke(new Api.auth.AcceptLoginToken({ token }));
}

test('signed in by QR code, with the keyboard alone: the code is renewed, scanned, and the account is shown', async () => {
  // The world runs 29 s behind, so that its codes seem to end at once and are asked for again after the shortest wait.
  let shift = -29_000;
  await using gateway = await start(
    { env: { GATEWAY_API_KEYS: 'web:key-of-the-console-4f1c9a' } },
    { clock: () => Date.now() + shift },
  );
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  const { page } = opened;
  await page.getByLabel('API key').fill('key-of-the-console-4f1c9a');
  await page.keyboard.press('Enter');
  await row(page, 'owner').getByText('Ready').waitFor();
  await check(opened, 'accounts');
  await openSignIn(page);
  await check(opened, 'sign-in-begin');
  await page.keyboard.press('Enter');
  const code = dialog(page).getByRole('img', { name: 'QR code to scan' });
  await code.waitFor();
  const [first] = [await code.getAttribute('src')];
  shift += 31_000;
  await expect.poll(() => code.getAttribute('src'), { timeout: 10_000 }).not.toBe(first);
  await check(opened, 'sign-in-qr');
  expect(await copied(page, 'Cancel the sign-in')).toContain('mutation CancelSignIn');

  await accept(gateway, 'ada', await scan(page, `${await code.getAttribute('src')}`));
  await dialog(page).getByText('@sandbox_ada').waitFor();
  await dialog(page).getByText('Ready').waitFor();
  await check(opened, 'sign-in-done');
  await use(page, dialog(page).getByRole('button', { name: 'Close' }).last());
  await dialog(page).waitFor({ state: 'detached' });
  await row(page, 'support').getByText('@sandbox_ada').waitFor();
});

test('signed in by phone: another code, a wrong one, the password; no secret stays anywhere', async () => {
  await using gateway = await start();
  await using opened = await openAccounts(gateway);
  const { page, context } = opened;
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  await openSignIn(page);
  await choose(page, 'Phone');
  await type(page, 'Phone number', '+12');
  await dialog(page).getByText('PHONE_NUMBER_INVALID').waitFor();
  await check(opened, 'sign-in-phone');
  expect(await copied(page, 'Sign in')).toContain('"phoneNumber": "PHONE NUMBER"');
  await fieldOf(page, 'Phone number').fill('+9996620003');
  await page.keyboard.press('Enter');

  await dialog(page)
    .getByText(/of 5 digits to the Telegram app/)
    .waitFor();
  await dialog(page).getByRole('button', { name: 'Send it in another way', exact: true }).press('Enter');
  await dialog(page)
    .getByText(/of 5 digits by SMS/)
    .waitFor();
  await dialog(page).getByText('Telegram has no other way to send it.').waitFor();
  const code = fieldOf(page, 'Code');
  expect([await code.getAttribute('autocomplete'), await code.getAttribute('inputmode')]).toEqual([
    'one-time-code',
    'numeric',
  ]);
  await code.focus();
  await type(page, 'Code', '77777');
  await dialog(page).getByText('PHONE_CODE_INVALID').waitFor();
  expect(await code.inputValue()).toBe('');
  await check(opened, 'sign-in-code');
  expect(await copied(page, 'Go on')).toContain('"code": "CODE"');
  await code.focus();
  await type(page, 'Code', '22222');

  await dialog(page)
    .getByText(/Its hint: horse/)
    .waitFor();
  await type(page, 'Password', 'a wrong horse');
  await dialog(page).getByText('PASSWORD_HASH_INVALID').waitFor();
  await check(opened, 'sign-in-password');
  expect(await copied(page, 'Go on')).toContain('"password": "PASSWORD"');
  const password = fieldOf(page, 'Password');
  expect([await password.getAttribute('type'), await password.inputValue()]).toEqual(['password', '']);
  await password.focus();
  await type(page, 'Password', 'correct horse');
  await dialog(page).getByText('@sandbox_guarded').waitFor();

  const traces = [await tracesIn(page), ...addresses, ...gateway.logLines].join('\n');
  for (const secret of ['77777', '22222', 'wrong horse', 'correct horse']) expect(traces).not.toContain(secret);
});

test('signed in by the token of a bot', async () => {
  await using gateway = await start({ accounts: ['owner', 'ada'] });
  await using opened = await openAccounts(gateway);
  const { page } = opened;
  const token = account(gateway.sandbox, 'bot').botToken ?? '';
  await openSignIn(page, 'doorman');
  await choose(page, 'Bot token');
  await type(page, 'Token', '7000000002:wrong');
  await dialog(page).getByText('ACCESS_TOKEN_INVALID').waitFor();
  expect(await fieldOf(page, 'Token').inputValue()).toBe('');
  await check(opened, 'sign-in-bot');
  expect(await copied(page, 'Sign in')).toContain('"token": "TOKEN"');
  await fieldOf(page, 'Token').focus();
  await type(page, 'Token', token);
  await dialog(page).getByText('@sandbox_doorman_bot').waitFor();
  expect([await tracesIn(page), ...gateway.logLines].join('\n')).not.toContain(token.slice(12));
});

test('refusals: a wrong name, a wait, and the third wrong code, after which it begins again', async () => {
  await using gateway = await start();
  await using opened = await openAccounts(gateway);
  const { page } = opened;
  await openSignIn(page, 'Support!');
  await dialog(page).getByText('Only small letters (a-z), digits and hyphens, 32 at most.').waitFor();
  await page.keyboard.press('Enter');
  await dialog(page).getByText('INVALID_INPUT').waitFor();
  await fieldOf(page, 'Name').fill('support');

  const wait = gateway.sandbox.faults.add({
    method: 'auth.sendCode',
    fault: { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_2' },
  });
  await fieldOf(page, 'Name').focus();
  await choose(page, 'Phone');
  await type(page, 'Phone number', '+9996620004');
  await dialog(page)
    .getByRole('button', { name: /^Sign in in \d s$/ })
    .waitFor();
  await wait.done;
  await dialog(page).getByRole('button', { name: 'Sign in', exact: true }).press('Enter');
  for (const code of ['1', '2', '3']) {
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('GiveCode') ?? false);
    await type(page, 'Code', code);
    await answered;
  }
  const again = dialog(page).getByRole('button', { name: 'Begin again' });
  await expect.poll(() => hasFocus(again)).toBe(true);
  await dialog(page).getByText('PHONE_CODE_INVALID').waitFor();
  await check(opened, 'sign-in-failed');
  await again.press('Enter');
  expect(await fieldOf(page, 'Name').inputValue()).toBe('support');
});

test('closing the dialog cancels the sign-in, and so does leaving the page', async () => {
  await using gateway = await start();
  await using opened = await openAccounts(gateway);
  const { page } = opened;
  const sent = (name: string) =>
    page.waitForResponse((response) => response.request().postData()?.includes(name) ?? false);
  const begin = async () => {
    await openSignIn(page);
    const begun = sent('BeginSignIn');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('img', { name: 'QR code to scan' }).waitFor();
    return (await (await begun).json()).data.answer.id;
  };
  const giveCode = async (id: string) => {
    const { data } = await gateway.query(
      `mutation ($input: SubmitSignInCodeInput!) { submitSignInCode(input: $input) { ... on Error { message } } }`,
      { input: { id, code: '22222' } },
    );
    return data?.['submitSignInCode'];
  };
  const ended = { message: 'The sign-in has ended: it is FAILED.' };

  const closed = await begin();
  expect(await giveCode(closed)).toEqual({ message: 'The sign-in stands at SCAN_QR and takes no code now.' });
  const cancelled = sent('CancelSignIn');
  await page.keyboard.press('Escape');
  await cancelled;
  expect(await giveCode(closed)).toEqual(ended);
  await expect.poll(() => hasFocus(page.getByRole('button', { name: 'Sign in an account' }))).toBe(true);

  const left = await begin();
  await page.goto('about:blank');
  await expect.poll(() => giveCode(left)).toEqual(ended);
});

/** Signs in with a number of the cast, from the dialog that is open. */
async function signInByPhone(page: Page, phoneNumber: string) {
  await dialog(page).getByText('Phone', { exact: true }).click();
  await fieldOf(page, 'Phone number').fill(phoneNumber);
  await page.keyboard.press('Enter');
  await type(page, 'Code', '22222');
  // It may have to start first, and the states are asked for every ten seconds, which costs Telegram nothing.
  await dialog(page).getByText('Ready').waitFor({ timeout: 15_000 });
  await use(page, dialog(page).getByRole('button', { name: 'Close' }).last());
  await dialog(page).waitFor({ state: 'detached' });
}

test('no account at first; one that came in is renamed, dies, comes in anew and is removed', async () => {
  await using gateway = await start({ accounts: [] });
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  const { page } = opened;
  const badge = page.getByRole('link', { name: /Acts as/ });
  await page.getByText('No account: sign in').waitFor();
  await badge.getByText('No account').waitFor();
  await check(opened, 'no-account');
  await page.getByRole('button', { name: 'Sign in an account' }).click();
  await fieldOf(page, 'Name').fill('support');
  await signInByPhone(page, '+9996620004');
  await row(page, 'support').getByText('Nothing to do.').waitFor();
  await row(page, 'support').getByText('user, default').waitFor();
  await badge.getByText('Ada Marlow').waitFor();

  await use(page, page.getByRole('button', { name: 'Rename: support' }));
  const rename = page.getByRole('dialog', { name: 'Rename support' });
  await expect.poll(() => hasFocus(rename.getByRole('textbox'))).toBe(true);
  await rename.getByRole('textbox').fill('helpdesk');
  await check(opened, 'rename');
  expect(await copied(page, 'Rename')).toMatch(/mutation RenameAccount[\s\S]*"newName": "helpdesk"/);
  await rename.getByRole('textbox').press('Enter');
  await rename.waitFor({ state: 'detached' });
  await row(page, 'helpdesk').getByText('Nothing to do.').waitFor();
  expect(await row(page, 'support').count()).toBe(0);

  gateway.sandbox.faults.add({ account: 'ada', fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
  await gateway.query('{ chats { edges { node { id } } } }');
  const dead = row(page, 'helpdesk');
  await dead.getByText('Needs sign-in').waitFor({ timeout: 15_000 });
  await dead.getByText('SESSION_REVOKED').waitFor();
  await dead.getByText(/^Sign in again\. If/).waitFor();
  await badge.getByText('Needs sign-in').waitFor();
  await check(opened, 'account-dead');
  await use(page, page.getByRole('button', { name: 'Sign in again: helpdesk' }));
  expect(await fieldOf(page, 'Name').inputValue()).toBe('helpdesk');
  await signInByPhone(page, '+9996620004');
  await row(page, 'helpdesk').getByText('Nothing to do.').waitFor();

  const sessions = () =>
    [...gateway.sandbox.world.authorizations.values()].filter(({ userId }) => userId === ADA).length;
  const before = sessions();
  await use(page, page.getByRole('button', { name: 'Remove: helpdesk' }));
  const remove = page.getByRole('dialog', { name: 'Remove helpdesk?' });
  expect(await remove.getByRole('checkbox', { name: 'End its session at Telegram' }).isChecked()).toBe(true);
  await check(opened, 'remove');
  expect(await copied(page, 'Remove')).toMatch(/mutation RemoveAccount[\s\S]*"logOut": true/);
  expect(await remove.getByRole('button', { name: 'Remove', exact: true }).isDisabled()).toBe(true);
  await remove.getByLabel('Type “helpdesk” to confirm').fill('helpdesk');
  await page.keyboard.press('Enter');
  await remove.waitFor({ state: 'detached' });
  await page.getByText('helpdesk is removed.').waitFor();
  await page.getByText('No account: sign in').waitFor();
  expect(gateway.calls).toContain('auth.LogOut');
  expect(sessions()).toBe(before - 1);
}, 90_000);

test('an account that Telegram limits is resumed; what is refused says why', async () => {
  await using gateway = await start();
  await using opened = await openAccounts(gateway);
  const { page } = opened;
  gateway.sandbox.faults.add({ account: 'owner', fault: { kind: 'rpcError', code: 400, type: 'PEER_FLOOD' } });
  await gateway.query(
    'mutation { exportChatInvite(input: { peer: "sandbox_community", account: "owner" }) { __typename } }',
  );
  await row(page, 'owner').getByText('Limited').waitFor({ timeout: 15_000 });
  await page
    .getByRole('link', { name: /Acts as/ })
    .getByText('1 of 2 can act')
    .waitFor();
  expect(await copied(page, 'Resume owner')).toContain('mutation ResumeAccount');
  await use(page, page.getByRole('button', { name: 'Resume: owner' }));
  await row(page, 'owner').getByText('Ready').waitFor();
  await page
    .getByRole('link', { name: /Acts as/ })
    .getByText('2 of 2 can act')
    .waitFor();

  await use(page, page.getByRole('button', { name: 'Rename: owner' }));
  const rename = page.getByRole('dialog', { name: 'Rename owner' });
  await rename.getByRole('textbox').fill('bot');
  await page.keyboard.press('Enter');
  await rename
    .getByText(/The account comes from TELEGRAM_SESSION/)
    .first()
    .waitFor();
  await check(opened, 'rename-refused');
});

test('which account: the one that the gateway takes, or one by its name; the list of one is asked for by its name', async () => {
  // Nobody is the default account here, as it is in neither chat.
  await using gateway = await start({
    accounts: ['ada', 'owner', 'stranger'],
    env: { DEFAULT_ACCOUNT: 'stranger' },
  });
  // By an id the gateway finds no chat that none of its accounts has seen.
  const seen = 'edges { node { id } }';
  await gateway.query(`{ ada: chats(account: "ada") { ${seen} } owner: chats(account: "owner") { ${seen} } }`);
  await using opened = await openConsole(at(gateway, `/console/links/${NEWS}`));
  const { page } = opened;
  const choice = (within: Page | ReturnType<typeof dialog>) => within.getByRole('combobox', { name: 'Account' });
  const pick = async (within: Parameters<typeof choice>[0], name: string) => {
    await choice(within).press('Enter');
    await page.getByRole('option', { name, exact: true }).click();
  };
  // A list of the account's own links, and two may be meant.
  await page.getByText('INVALID_INPUT').waitFor();
  await page.getByRole('combobox', { name: 'Admin' }).waitFor();
  await page.getByText('INVALID_INPUT').waitFor();
  await check(opened, 'which-account');
  await pick(page, 'owner');
  await page.getByRole('table', { name: 'Links' }).or(page.getByText('No links yet')).waitFor();
  expect(new URL(page.url()).searchParams.get('account')).toBe('owner');
  await page.reload();
  await page.getByRole('table', { name: 'Links' }).or(page.getByText('No links yet')).waitFor();

  const sent: object[] = [];
  page.on('request', (request) => {
    const body = request.url().endsWith('/graphql') && request.method() === 'POST' ? request.postDataJSON() : {};
    if (body.operationName === 'MakeLink') sent.push(body.variables.input);
  });
  const make = page.getByRole('dialog', { name: /^Make a link/ });
  await page.getByRole('button', { name: 'Make a link' }).click();
  expect(await choice(make).inputValue()).toBe('owner');
  await make.getByRole('textbox', { name: 'Title' }).fill('Of the owner');
  await check(opened, 'make-link-of-account');
  await make.getByRole('button', { name: 'Make link', exact: true }).click();
  await page.getByRole('table', { name: 'Links' }).getByText('Of the owner').waitFor();

  await page.getByRole('button', { name: 'Make a link' }).click();
  await pick(make, 'Automatic');
  await make.getByText(/^Automatic: an account that may invite/).waitFor();
  await make.getByRole('textbox', { name: 'Title' }).fill('Of whoever may');
  await make.getByRole('button', { name: 'Make link', exact: true }).click();
  await page.getByRole('status').getByText('Made:').waitFor();
  expect(sent).toMatchObject([{ title: 'Of the owner', account: 'owner' }, { title: 'Of whoever may' }]);
  expect(sent[1]).not.toHaveProperty('account');
  const makers = gateway.sandbox.world.invites.flatMap(({ title, adminId }) =>
    title?.startsWith('Of ') ? [adminId] : [],
  );
  expect(makers).toEqual([OWNER, ADA]);
  // The list is the owner's, so the other's link is not among them.
  expect(await page.getByRole('table', { name: 'Links' }).getByText('Of whoever may').count()).toBe(0);

  // A primary link is an account's own: the refusal leads to the choice.
  await page.getByRole('button', { name: 'Make a link' }).click();
  await pick(make, 'Automatic');
  await make.getByRole('checkbox', { name: 'Replace the primary link' }).check();
  await make.getByText('Automatic: the default account, or the only one that may.').waitFor();
  await make.getByRole('textbox', { name: /^Type/ }).fill('Sandbox News');
  await make.getByRole('button', { name: 'Make link', exact: true }).click();
  await make
    .getByText(/several accounts may be meant/)
    .first()
    .waitFor();
  expect(await choice(make).getAttribute('aria-invalid')).toBe('true');
  await pick(make, 'ada');
  await make.getByRole('button', { name: 'Make link', exact: true }).click();
  await make.waitFor({ state: 'detached' });
  expect(sent.at(-1)).toMatchObject({ account: 'ada', legacyRevokePermanent: true });
});

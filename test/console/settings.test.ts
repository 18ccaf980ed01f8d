import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { addChat } from '../../src/sandbox/world/membership.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import { now } from '../../src/sandbox/world.ts';
import type { TestGateway } from '../support/start-gateway.ts';
import { at, COMMUNITY, community, makeInvite, NEWS, OWNER, startConsole } from './support/gateway.ts';
import { use } from './support/keyboard.ts';
import { openConsole } from './support/open-console.ts';
import { scan } from './support/scan.ts';

const WEEK = 604_800;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startConsole();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const invite = (title: string) => gateway.sandbox.world.invites.find((each) => each.title === title);

test('a link that expires: in a week, at a time of one’s own, and never again', async () => {
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}`));
  const { page } = opened;
  const form = page.getByRole('dialog');
  const expires = form.getByLabel('Expires', { exact: true });
  const price = form.getByRole('textbox', { name: 'Price in Telegram Stars' });
  await page.getByRole('button', { name: 'Make a link' }).click();
  await form.getByRole('textbox', { name: 'Title' }).fill('For a week');
  await expect.poll(() => price.isDisabled(), { message: 'a price is for channels' }).toBe(true);
  await form.getByRole('button', { name: 'Expires in a week' }).click();
  const inAWeek = Date.now() / 1000 + WEEK;
  await use(page, form.getByRole('button', { name: 'Make link', exact: true }));
  await page.getByText('Made:').waitFor();
  // The field knows minutes.
  expect(Math.abs((invite('For a week')?.expireDate ?? 0) - inAWeek)).toBeLessThan(120);
  const row = page.getByRole('table', { name: 'Links' }).getByRole('row', { name: /For a week/ });
  await row.getByText('in 6 days').waitFor();

  await row.getByRole('link', { name: 'For a week' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expires.fill('2037-05-06T07:08');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  const asked = await page.evaluate(() => Date.parse('2037-05-06T07:08') / 1000);
  await expect.poll(() => invite('For a week')?.expireDate).toBe(asked);
  await page
    .getByRole('definition')
    .getByText(/^in \d+ years$/)
    .waitFor();

  await page.getByRole('button', { name: 'Edit' }).click();
  await form.getByRole('button', { name: 'Expires never' }).click();
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('definition').getByText('Never').first().waitFor();
  expect(invite('For a week')?.expireDate).toBe(null);
});

test('a paid link: for a channel, with nothing that excludes a price, and only its title can be changed', async () => {
  await using opened = await openConsole(at(gateway, `/console/links/${NEWS}`));
  const { page } = opened;
  const form = page.getByRole('dialog');
  const field = (name: string) => form.getByRole('textbox', { name });
  await page.getByRole('button', { name: 'Make a link' }).click();
  await field('Title').fill('Patrons');
  await field('Price in Telegram Stars').fill('0');
  await form.getByText('A whole number from 1.').waitFor();
  expect(await form.getByRole('button', { name: 'Make link', exact: true }).isDisabled()).toBe(true);
  await field('Price in Telegram Stars').fill('250');
  for (const greyed of [field('Limit of members'), form.getByLabel('Expires', { exact: true })])
    expect(await greyed.isDisabled()).toBe(true);
  expect(await form.getByText('Not together with a price.').count()).toBe(3);
  await opened.checkAccess();
  await use(page, form.getByRole('button', { name: 'Make link', exact: true }));
  await page.getByText('Made:').waitFor();
  expect(invite('Patrons')?.subscriptionPricing).toEqual({ amount: 250n, period: 2_592_000 });

  await page
    .getByRole('row', { name: /Patrons/ })
    .getByText('250 Stars')
    .waitFor();
  await page.getByRole('link', { name: 'Patrons', exact: true }).click();
  await page.getByRole('definition').getByText('250 Stars').waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => form.getByText('Of a paid link only the title can be changed.').count()).toBe(3);
  await field('Title').fill('Patrons of old');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Patrons of old' }).waitFor();
  expect(invite('Patrons of old')?.subscriptionPricing).toEqual({ amount: 250n, period: 2_592_000 });
});

test('printed: one page with the QR code and the link alone, however many wait', async () => {
  const { world } = gateway.sandbox;
  const poster = makeInvite(gateway, { title: 'Poster', requestNeeded: true });
  for (let each = 0; each < 60; each += 1)
    requestToJoin(
      world,
      community(gateway),
      addUser(world, { id: 7_400_000_001n + BigInt(each), firstName: 'Ann' }),
      poster,
    );
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}/${poster.hash}`));
  const { page } = opened;
  await page.getByText('Who waits (60)').waitFor();
  await page.getByRole('row', { name: /Ann/ }).last().waitFor();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await use(page, page.getByRole('button', { name: 'Print' }));
  await page.locator('body[data-printed]').waitFor();

  await page.setViewportSize({ width: 700, height: 900 });
  await page.emulateMedia({ media: 'print' });
  expect((await page.locator('body').innerText()).trim()).toBe(poster.link);
  const paper = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  await page.emulateMedia({ media: 'screen' });
  expect([pages?.length, await scan(page, paper)]).toEqual([1, poster.link]);
});

test('links are counted when somebody asks, and what it asks can be taken as GraphQL', async () => {
  await using opened = await openConsole(at(gateway, '/console/chats'));
  const { page } = opened;
  const counts = page.getByRole('link', { name: /^\d+ links of Sandbox/ });
  await page.getByRole('link', { name: /^\d+ requests of Sandbox Community/ }).waitFor();
  const asked = () => gateway.calls.filter((method) => method === 'messages.GetExportedChatInvites').length;
  const before = asked();
  expect(await counts.count()).toBe(0);
  await use(page, page.getByRole('button', { name: 'Count my links', exact: true }));
  const own = gateway.sandbox.world.invites.filter(
    ({ chatId, adminId, revoked, deleted }) => `${chatId}` === COMMUNITY && adminId === OWNER && !revoked && !deleted,
  );
  await page.getByRole('link', { name: `${own.length} links of Sandbox Community` }).waitFor();
  expect(await page.getByRole('button', { name: 'Count my links', exact: true }).isDisabled()).toBe(true);
  expect(asked()).toBeGreaterThan(before);
  await use(page, page.getByRole('button', { name: /^Count my links .*as GraphQL/ }));
  await use(page, page.getByRole('menuitem', { name: 'Copy as GraphQL' }));
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^query ChatLinks/);
});

test('who waits is counted in the chats that come into view, not in all at once', async () => {
  await using gateway = await startConsole();
  const { world } = gateway.sandbox;
  for (let each = 1; each <= 80; each += 1)
    addChat(world, {
      id: 2_100_000_000n + BigInt(each),
      kind: 'supergroup',
      title: `Branch ${each}`,
      date: now(world) - WEEK,
      creator: OWNER,
    });
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  const { page } = opened;
  const asked = new Set<string>();
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('"operationName":"ChatWaiting"')) asked.add(JSON.parse(body).variables.peer);
  });
  await page.goto(at(gateway, '/console/chats'));
  const rows = page.getByRole('table', { name: 'Chats' }).locator('tbody tr');
  await expect.poll(() => rows.count()).toBeGreaterThan(80);
  await page
    .getByRole('link', { name: /^\d+ requests of/ })
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.size).toBeGreaterThan(3);
  expect(asked.size).toBeLessThan(45);
  const before = asked.size;
  await rows.last().scrollIntoViewIfNeeded();
  await rows
    .last()
    .getByRole('link', { name: /^\d+ requests of/ })
    .waitFor();
  expect(asked.size).toBeGreaterThan(before);
});

test('what has read a QR code, or the requests, can be taken as GraphQL too', async () => {
  const { link, hash } = makeInvite(gateway, { title: 'As GraphQL' });
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}/${hash}`));
  const { page } = opened;
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await use(page, page.getByRole('button', { name: 'Read the QR code as GraphQL' }));
  await use(page, page.getByRole('menuitem', { name: 'Copy as GraphQL' }));
  await expect.poll(clipboard).toMatch(/^query Link\b[\s\S]*qrCode\(format: PNG/);
  const [document = '', variables = ''] = (await clipboard()).split('# Variables:');
  const { data } = await gateway.query(document, JSON.parse(variables.replaceAll(/^# /gm, '')));
  expect(data?.['chat']).toMatchObject({ exportedInvite: { link, png: expect.stringMatching(/^data:image\/png/) } });

  await page.goto(at(gateway, `/console/requests/${COMMUNITY}`));
  await use(page, page.getByRole('button', { name: 'Read requests as GraphQL' }));
  await use(page, page.getByRole('menuitem', { name: 'Copy as GraphQL' }));
  await expect.poll(clipboard).toMatch(/^query Requests\b/);
});

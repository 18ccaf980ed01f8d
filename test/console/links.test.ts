import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { primaryInvite } from '../../src/sandbox/world/invites.ts';
import type { TestGateway } from '../support/start-gateway.ts';
import { at, COMMUNITY, community, makeInvite, OWNER, startConsole } from './support/gateway.ts';
import { hasFocus, tabTo, use } from './support/keyboard.ts';
import { openConsole } from './support/open-console.ts';
import { scan } from './support/scan.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startConsole();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const invites = (title: string) => gateway.sandbox.world.invites.filter((invite) => invite.title === title);

test('with the keyboard alone: make a link, copy it, scan its QR code, edit, revoke and delete it', async () => {
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}`));
  const { page } = opened;
  await page.getByRole('table', { name: 'Links' }).waitFor();

  // Make: by its letter or by its button.
  await use(page, button(page, 'Make a link'));
  await field(page, 'Title').waitFor();
  await expect.poll(() => hasFocus(field(page, 'Title'))).toBe(true);
  await opened.checkAccess();
  await page.keyboard.type('Poster');
  await tabTo(page, field(page, 'Limit of members'));
  await page.keyboard.type('0');
  await page
    .getByText(/1 to 99999/)
    .first()
    .waitFor();
  expect(await button(page, 'Make link').isDisabled(), 'a limit of no members').toBe(true);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('5');
  const approval = page.getByRole('checkbox', { name: /^An admin approves/ });
  expect(await approval.isDisabled(), 'a limit excludes approval').toBe(true);
  await opened.checkAccess();
  await opened.screenshot('make-a-link');
  await use(page, button(page, 'Make link'));
  await page.getByText('Made:').waitFor();
  const [made, ...more] = invites('Poster');
  if (!made) throw new Error('no link was made');
  expect(more).toEqual([]);
  expect(made).toMatchObject({ usageLimit: 5, requestNeeded: false, revoked: false });
  await page.getByRole('table', { name: 'Links' }).getByRole('link', { name: 'Poster' }).waitFor();

  // Copy.
  const note = page.getByRole('status').filter({ hasText: 'Made:' });
  await use(page, note.getByRole('button', { name: 'Copy link' }));
  await page.getByText('Link copied.').waitFor();
  expect(await clipboard(page)).toBe(made.link);
  await opened.checkAccess();

  // The link with its QR code, as it stands there and as its files.
  await use(page, note.getByRole('link', { name: 'Open Poster' }));
  await page.getByRole('heading', { level: 1, name: 'Poster' }).waitFor();
  const image = page.getByRole('img', { name: `QR code of ${made.link}` });
  expect(await scan(page, (await image.getAttribute('src')) ?? '')).toBe(made.link);
  for (const [name, type] of [
    ['SVG', 'image/svg+xml'],
    ['PNG', 'image/png'],
  ] as const) {
    const downloading = page.waitForEvent('download');
    await use(page, page.getByRole('link', { name: `Download ${name}` }));
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`invite-link.${name.toLowerCase()}`);
    const bytes = await readFile(await download.path());
    expect(await scan(page, `data:${type};base64,${bytes.toString('base64')}`)).toBe(made.link);
  }

  // Edit.
  await use(page, button(page, 'Edit'));
  await expect.poll(() => hasFocus(field(page, 'Title'))).toBe(true);
  await opened.checkAccess();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Poster in the hall');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Poster in the hall' }).waitFor();
  expect(made).toMatchObject({ title: 'Poster in the hall', usageLimit: 5 });
  await expect.poll(() => hasFocus(button(page, 'Edit')), { message: 'the focus goes back' }).toBe(true);

  // Revoke, after a look at what it would send.
  await use(page, button(page, 'Revoke'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('There is no way back.').waitFor();
  await opened.checkAccess();
  await use(page, dialog.getByRole('button', { name: 'Revoke as GraphQL' }));
  await page.getByRole('menuitem', { name: 'Copy as GraphQL' }).waitFor();
  await opened.checkAccess();
  await use(page, page.getByRole('menuitem', { name: 'Copy as GraphQL' }));
  await expect.poll(() => clipboard(page)).toMatch(/^mutation RevokeLink[\s\S]*revokeExportedChatInvite/);
  expect(await clipboard(page)).toContain(made.link);
  await use(page, dialog.getByRole('button', { name: 'Revoke', exact: true }));
  await page.getByText('Revoked', { exact: true }).waitFor();
  expect(made.revoked).toBe(true);

  // Delete.
  await use(page, button(page, 'Delete'));
  await opened.checkAccess();
  await use(page, page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }));
  await page.getByRole('heading', { level: 1, name: 'Links' }).waitFor();
  await page.getByRole('table', { name: 'Links' }).waitFor();
  expect(await page.getByText('Poster in the hall').count()).toBe(0);
  expect(made.deleted).toBe(true);
});

test('what is copied as GraphQL is the very operation, and opens in GraphiQL', async () => {
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}`));
  const { page, context } = opened;
  await page.getByRole('table', { name: 'Links' }).waitFor();
  await button(page, 'Make a link').click();
  await field(page, 'Title').fill('By GraphQL');
  await page.getByRole('button', { name: 'Make link as GraphQL' }).click();
  const opening = context.waitForEvent('page');
  await page.getByRole('menuitem', { name: 'Open in GraphiQL' }).click();
  const address = new URL((await opening).url());
  await (await opening).close();
  const [query, variables] = [address.searchParams.get('query'), address.searchParams.get('variables') ?? ''];
  expect(address.pathname).toBe('/graphql');
  expect(JSON.parse(variables).input).toEqual({
    peer: COMMUNITY,
    title: 'By GraphQL',
    idempotencyKey: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  const { data } = await gateway.query(query ?? '', JSON.parse(variables));
  expect(data?.['answer']).toMatchObject({ __typename: 'ExportedChatInvite', title: 'By GraphQL' });
});

test('search and filters are in the address; many are selected and revoked', async () => {
  for (const title of ['Flyer 1', 'Flyer 2', 'Sticker']) makeInvite(gateway, { title });
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}`));
  const { page } = opened;
  const table = page.getByRole('table', { name: 'Links' });
  await table.getByText('Flyer 1').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('flyer');
  await expect.poll(() => table.locator('tbody tr').count()).toBe(2);
  expect(new URL(page.url()).searchParams.get('q')).toBe('flyer');
  await page.reload();
  await table.waitFor();
  expect(await table.locator('tbody tr').count()).toBe(2);

  await tabTo(page, page.getByRole('checkbox', { name: 'Select all that are shown' }));
  await page.keyboard.press('Space');
  await page.getByText('2 selected').waitFor();
  await opened.checkAccess();
  await use(page, button(page, 'Revoke'));
  await page.getByRole('dialog', { name: 'Revoke 2 links' }).waitFor();
  await opened.checkAccess();
  await use(page, button(page, 'Revoke 2 links'));
  await page.getByText('2 revoked, 0 refused, 0 not tried yet.').waitFor();
  await opened.checkAccess();
  expect(['Flyer 1', 'Flyer 2', 'Sticker'].map((title) => invites(title)[0]?.revoked)).toEqual([true, true, false]);
  await use(page, page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last());
  await page.getByText('No such link among those that are loaded').waitFor();
  await use(page, button(page, 'Show all'));
  await table.getByText('Sticker').waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('a primary link is replaced only after the title of the chat was typed', async () => {
  const old = primaryInvite(gateway.sandbox.world, community(gateway), OWNER);
  const hash = old?.link.replace('https://t.me/+', '');
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}/${hash}`));
  const { page } = opened;
  await page.getByRole('heading', { level: 1, name: 'Primary link' }).waitFor();
  await use(page, button(page, 'Revoke'));
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  await expect.poll(() => hasFocus(field(page, 'Type “Sandbox Community” to confirm'))).toBe(true);
  await page.keyboard.type('sandbox community');
  expect(await confirm.isDisabled()).toBe(true);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Sandbox Community');
  await opened.checkAccess();
  await page.keyboard.press('Enter');
  await page.getByText('The primary link is replaced. This is the new one.').waitFor();
  const next = primaryInvite(gateway.sandbox.world, community(gateway), OWNER);
  expect([old?.revoked, next?.revoked]).toEqual([true, false]);
  await page.getByRole('img', { name: `QR code of ${next?.link}` }).waitFor();
});

test('the list of shortcuts, which can be switched off', async () => {
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}`));
  const { page } = opened;
  await page.getByRole('table', { name: 'Links' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Make a link').waitFor();
  await opened.checkAccess();
  await tabTo(page, page.getByRole('switch', { name: 'Shortcuts of a single letter' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

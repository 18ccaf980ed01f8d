import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { primaryInvite } from '../../src/sandbox/world/invites.ts';
import type { TestGateway } from '../support/start-gateway.ts';
import { at, COMMUNITY, community, knock, makeInvite, OWNER, startConsole } from './support/gateway.ts';
import { openConsole, sidewaysOf } from './support/open-console.ts';

let gateway: TestGateway;
const paths = { door: '', primary: '', revoked: '' };
beforeAll(async () => {
  gateway = await startConsole();
  const linkPath = (link = '') => `/links/${COMMUNITY}/${link.replace('https://t.me/+', '')}`;
  const title = 'A title of thirty-two characters';
  paths.door = linkPath(knock(gateway).link);
  paths.primary = linkPath(primaryInvite(gateway.sandbox.world, community(gateway), OWNER)?.link);
  paths.revoked = linkPath(makeInvite(gateway, { title, revoked: true }).link);
  for (const each of [1, 2, 3]) makeInvite(gateway, { title: `${each} ${title}`.slice(0, 32) });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** Something that opens over a screen: how, and what is there then. */
interface Opening {
  readonly open: (page: Page) => Promise<unknown>;
  readonly shown: (page: Page) => Locator;
}

const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();
const dialog = (name: string | RegExp, ...clicks: readonly (string | RegExp)[]): Opening => ({
  open: async (page) => {
    for (const each of clicks) await click(page, each);
  },
  shown: (page) => page.getByRole('dialog', { name }),
});
const menu = (...clicks: readonly (string | RegExp)[]): Opening => ({
  ...dialog('', ...clicks),
  shown: (page) => page.getByRole('menuitem', { name: 'Copy as GraphQL' }).first(),
});
const choice = (name: string): Opening => ({
  open: (page) => page.getByRole('combobox', { name, exact: true }).click(),
  shown: (page) => page.getByRole('option').first(),
});
const tooltip = (name: string, text: string): Opening => ({
  open: (page) => page.getByRole('button', { name }).focus(),
  shown: (page) => page.getByRole('tooltip', { name: text }),
});
const MAKE = 'Make a link to Sandbox Community';
const wrongForm: Opening = {
  open: async (page) => {
    await click(page, 'Make a link');
    await page.getByRole('textbox', { name: 'Title' }).fill('x'.repeat(40));
    await page.getByRole('textbox', { name: 'Limit of members' }).fill('0');
    await page.getByLabel('Expires', { exact: true }).fill('2020-01-01T00:00');
  },
  shown: (page) => page.getByText('A time in the future.'),
};
const revokeMany: Opening = {
  open: async (page) => {
    await page.getByRole('textbox', { name: 'Search title or link' }).or(page.getByRole('searchbox')).fill('title');
    for (const each of [1, 2])
      await page.getByRole('checkbox', { name: new RegExp(`^Select ${each} A title`) }).check();
    await click(page, 'Revoke');
  },
  shown: (page) => page.getByRole('dialog', { name: 'Revoke 2 links' }),
};

const SCREENS: readonly [name: string, path: () => string, isThere: string | RegExp, readonly Opening[]][] = [
  [
    'links',
    () => `/links/${COMMUNITY}`,
    'Make a link',
    [
      dialog(MAKE, 'Make a link'),
      wrongForm,
      menu('Make a link', 'Make link as GraphQL'),
      menu('Read links as GraphQL'),
      choice('Chat'),
      choice('Status'),
      choice('Kind of link'),
      revokeMany,
      tooltip('Keyboard shortcuts', 'Keyboard shortcuts'),
      dialog('Keyboard shortcuts', 'Keyboard shortcuts'),
    ],
  ],
  [
    'a link',
    () => paths.door,
    'Download SVG',
    [
      dialog('Edit the link', 'Edit'),
      dialog('Revoke this link?', 'Revoke'),
      menu('Revoke', 'Revoke as GraphQL'),
      menu('Read the link as GraphQL'),
      menu('Read who waits as GraphQL'),
      menu('Read who joined as GraphQL'),
    ],
  ],
  ['a primary link', () => paths.primary, 'Download SVG', [dialog('Revoke this link?', 'Revoke')]],
  ['a revoked link', () => paths.revoked, 'Download SVG', [dialog('Delete this link?', 'Delete')]],
  [
    'requests',
    () => `/requests/${COMMUNITY}`,
    /^Approve Joss/,
    [
      choice('Link'),
      menu(/^Decisions about Joss .* as GraphQL/),
      dialog('Approve all requests?', 'Approve all'),
      dialog('Decline all requests?', 'Decline all'),
      menu('Decline all', 'Decline all as GraphQL'),
    ],
  ],
  ['chats', () => '/chats', 'Count my links', [menu('Read chats as GraphQL')]],
];

test.each(SCREENS)(
  'what opens on %s is free of what axe finds, and fits into 320 px',
  async (_, path, isThere, openings) => {
    await using opened = await openConsole(at(gateway, `/console${path()}`));
    const { page } = opened;
    const first = page
      .getByRole('button', { name: isThere })
      .or(page.getByRole('link', { name: isThere }))
      .first();
    for (const width of [1280, 320])
      for (const { open, shown } of openings) {
        await page.setViewportSize({ width, height: 640 });
        await page.goto(at(gateway, `/console${path()}`));
        await first.waitFor();
        await open(page);
        await shown(page).waitFor();
        await opened.checkAccess();
        expect(await sidewaysOf(page), `at ${width} pixels`).toEqual([]);
        expect(await shown(page).isVisible(), 'still open').toBe(true);
      }
  },
  120_000,
);

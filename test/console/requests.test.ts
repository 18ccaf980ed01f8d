import { afterEach, beforeEach, expect, test } from 'vitest';
import { person } from '../../src/sandbox/seeds/person.ts';
import { isPresent } from '../../src/sandbox/world/chats.ts';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { addUser, userOf } from '../../src/sandbox/world/users.ts';
import type { TestGateway } from '../support/start-gateway.ts';
import { at, COMMUNITY, community, JOINER, knock, startConsole } from './support/gateway.ts';
import { hasFocus, use } from './support/keyboard.ts';
import { type ConsolePage, openConsole } from './support/open-console.ts';

const FIRST = 7_300_000_001n;
const HIDE = 'messages.HideChatJoinRequest';
const PATIENTLY = { timeout: 20_000 };

let gateway: TestGateway;
let door: ReturnType<typeof knock>;
/** Four people wait, one after the other, each with a bio. */
beforeEach(async () => {
  gateway = await startConsole();
  const people = Array.from({ length: 4 }, (_, each) =>
    addUser(gateway.sandbox.world, { ...person(FIRST, each), about: `Bio of number ${each + 1}` }),
  );
  door = knock(
    gateway,
    people.map(({ id }) => id),
  );
});
afterEach(() => gateway[Symbol.asyncDispose]());

const id = (number: number) => FIRST + BigInt(number - 1);
const isIn = (number: number) => isPresent(community(gateway), id(number));
const waits = (number: number) => community(gateway).pendingRequests.some(({ userId }) => userId === id(number));
const decided = () => gateway.calls.filter((method) => method === HIDE).length;
const ask = (user: bigint) =>
  requestToJoin(gateway.sandbox.world, community(gateway), userOf(gateway.sandbox.world, user), door);

const rowOf = ({ page }: ConsolePage, number: number) =>
  page.getByRole('table', { name: 'Who waits' }).locator('tr', { hasText: `Bio of number ${number}` });

async function openRequests(): Promise<ConsolePage> {
  const opened = await openConsole(at(gateway, `/console/requests/${COMMUNITY}`));
  await rowOf(opened, 4).waitFor();
  return opened;
}

test('with the keyboard alone: down, let in, turn away, undo; nothing is sent for five seconds', async () => {
  await using opened = await openRequests();
  const { page } = opened;
  await page.keyboard.press('j');
  expect(await hasFocus(rowOf(opened, 1))).toBe(true);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  expect(await hasFocus(rowOf(opened, 1))).toBe(true);

  // Undone: as if nothing had been pressed.
  await page.keyboard.press('a');
  await rowOf(opened, 1).waitFor({ state: 'detached' });
  expect(await hasFocus(rowOf(opened, 2))).toBe(true);
  await page.getByText(/sent in \d s/).waitFor();
  await opened.checkAccess();
  await page.keyboard.press('u');
  await expect.poll(() => hasFocus(rowOf(opened, 1))).toBe(true);
  expect(decided()).toBe(0);

  await page.keyboard.press('a');
  await page.keyboard.press('d');
  await expect.poll(() => isIn(1), PATIENTLY).toBe(true);
  await expect.poll(() => waits(2), PATIENTLY).toBe(false);
  expect([isIn(2), waits(1), waits(3), waits(4)]).toEqual([false, false, true, true]);
  expect(decided(), 'what was undone was never sent').toBe(2);
  await page.getByText('2 waiting, the earliest first').waitFor();
  await opened.checkAccess();
}, 90_000);

test('those that are selected are decided together, and undone together', async () => {
  await using opened = await openRequests();
  const { page } = opened;
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('2 selected').waitFor();
  await opened.checkAccess();
  await page.keyboard.press('Shift+D');
  await page.getByText('2 people').waitFor();
  await use(page, page.getByRole('button', { name: 'Undo' }));
  await rowOf(opened, 2).waitFor();
  expect(decided()).toBe(0);
  // Selected again, as the rows are new ones.
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+A');
  await expect.poll(() => [isIn(1), isIn(2), isIn(3)], PATIENTLY).toEqual([true, true, false]);
}, 90_000);

test('a double click decides about one person, and so does a key that is held down', async () => {
  await using opened = await openRequests();
  const { page } = opened;
  const before = await page.getByRole('table', { name: 'Who waits' }).locator('tbody tr').count();
  await page
    .getByRole('table', { name: 'Who waits' })
    .getByRole('button', { name: /^Approve / })
    .first()
    .dblclick();
  await page.getByText(/sent in \d s/).waitFor();
  expect(await page.getByRole('table', { name: 'Who waits' }).locator('tbody tr').count()).toBe(before - 1);
  await page.keyboard.press('u');
  await expect.poll(() => page.getByRole('table', { name: 'Who waits' }).locator('tbody tr').count()).toBe(before);
  await page.keyboard.press('j');
  for (let each = 0; each < 5; each += 1) await page.keyboard.down('d'); // all but the first are repeats
  await page.keyboard.up('d');
  await page.getByText(/sent in \d s/).waitFor();
  expect(await page.getByRole('table', { name: 'Who waits' }).locator('tbody tr').count()).toBe(before - 1);
  await page.keyboard.press('u');
  await expect.poll(() => page.getByRole('table', { name: 'Who waits' }).locator('tbody tr').count()).toBe(before);
}, 90_000);

test('who asks meanwhile appears at once; whom another client decides about disappears', async () => {
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  const { page } = opened;
  await page.clock.install();
  await page.goto(at(gateway, `/console/requests/${COMMUNITY}`));
  await rowOf(opened, 4).waitFor();
  let read = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('"operationName":"Requests"')) read += 1;
  });
  // The first look at how many wait has nothing to compare with.
  const lookedAfter = async (seconds: number) => {
    const looked = page.waitForResponse((response) => response.request().postData()?.includes('ChatWaiting') ?? false);
    await page.clock.fastForward(seconds * 1000);
    await (await looked).finished();
  };
  await lookedAfter(31);
  await expect.poll(() => read).toBe(1);
  ask(JOINER);
  await page.getByRole('button', { name: /^Approve Joss/ }).waitFor({ timeout: 4_000 });
  // The last one is the one who has waited shortest.
  const rows = page.getByRole('table', { name: 'Who waits' }).locator('tbody tr');
  expect(await rows.count()).toBe(5);
  expect(await rows.last().textContent()).toContain('@sandbox_joiner');

  const decide = `mutation ($input: HideChatJoinRequestInput!) { hideChatJoinRequest(input: $input) { __typename } }`;
  const input = { peer: COMMUNITY, user: `${id(2)}`, approved: true };
  expect((await gateway.query(decide, { input })).data?.['hideChatJoinRequest']).toEqual({
    __typename: 'ChatJoinRequestHidden',
  });
  for (let each = 0; each < 3; each += 1) await lookedAfter(31);
  await rowOf(opened, 2).waitFor({ state: 'detached' });
  await page.getByText('4 waiting, the earliest first').waitFor();
  expect(read, 'who came live was counted; the list was read again for the decision alone').toBe(2);

  // Whoever comes back to the page does not wait for the clock.
  expect((await gateway.query(decide, { input: { ...input, user: `${id(3)}` } })).errors).toBeUndefined();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await rowOf(opened, 3).waitFor({ state: 'detached' });
}, 90_000);

test('on the screen of a link as well: by keyboard, undone within five seconds, then sent', async () => {
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}/${door.hash}`));
  const { page } = opened;
  await rowOf(opened, 4).waitFor();
  await page.getByText('Who waits (4)').waitFor();
  await page.keyboard.press('j');
  expect(await hasFocus(rowOf(opened, 1)), 'the earliest first').toBe(true);
  await page.keyboard.press('a');
  await rowOf(opened, 1).waitFor({ state: 'detached' });
  await page.getByText(/sent in \d s/).waitFor();
  await opened.checkAccess();
  await page.keyboard.press('u');
  await expect.poll(() => hasFocus(rowOf(opened, 1))).toBe(true);
  expect(decided()).toBe(0);
  await page.keyboard.press('d');
  await use(page, rowOf(opened, 3).getByRole('button', { name: /^Approve/ }));
  await expect.poll(() => [waits(1), isIn(3)], PATIENTLY).toEqual([false, true]);
  expect([isIn(1), decided()]).toEqual([false, 2]);
  await page.getByText('Who waits (2)').waitFor();
}, 90_000);

test('leaving the page sends what waits, once; what was not confirmed shows on return', async () => {
  await using opened = await openRequests();
  const { page } = opened;
  // Telegram takes its time, so that nobody hears what became of it before the page is gone.
  const slow = gateway.sandbox.faults.add({ method: HIDE, fault: { kind: 'delay', ms: 3_000 } });
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText(/sent in \d s/).waitFor();
  await page.goto(at(gateway, '/examples'));
  await slow.done;
  await page.goto(at(gateway, `/console/requests/${COMMUNITY}`));
  await page.getByText(', decided before the page was left').waitFor();
  await page.getByText(': done.').waitFor(PATIENTLY);
  await opened.checkAccess();
  expect([isIn(1), decided()]).toEqual([true, 1]);
  await use(page, page.getByRole('button', { name: /^Dismiss: Approve/ }));
  await page.reload();
  await rowOf(opened, 2).waitFor();
  expect(await page.getByText('decided before the page was left').count()).toBe(0);
}, 90_000);

test('somebody who was decided about elsewhere meanwhile: the refusal says so', async () => {
  await using opened = await openRequests();
  const { page } = opened;
  gateway.sandbox.faults.add({
    method: HIDE,
    fault: { kind: 'rpcError', code: 400, type: 'HIDE_REQUESTER_MISSING' },
  });
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText('Somebody else has decided').waitFor(PATIENTLY);
  await opened.checkAccess();
}, 90_000);

test('all who came by a link are approved at once, after a question', async () => {
  await using opened = await openRequests();
  const { page } = opened;
  await use(page, page.getByRole('combobox', { name: 'Link', exact: true }));
  await page.keyboard.type('Front');
  await page.getByRole('option', { name: /^Front door/ }).waitFor();
  await opened.checkAccess();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('link')).toBe(door.link.replace('https://t.me/+', ''));
  await rowOf(opened, 1).waitFor();
  await use(page, page.getByRole('button', { name: 'Approve all' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('everybody who came by “Front door”').waitFor();
  await opened.checkAccess();
  await use(page, dialog.getByRole('button', { name: 'Approve all', exact: true }));
  await page.getByText(/Nobody (?:else )?waits/).waitFor();
  expect([1, 2, 3, 4].map(isIn)).toEqual([true, true, true, true]);
  expect(gateway.calls.filter((method) => method === 'messages.HideAllChatJoinRequests')).toHaveLength(1);
}, 90_000);

test('a stream that is interrupted says so, and runs again by itself', async () => {
  await using opened = await openRequests();
  const { page, context } = opened;
  opened.expectComplaint(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load/);
  // A connection that is open outlasts being offline, and a ping without its answer tells.
  await context.setOffline(true);
  await page.getByText('Live updates are interrupted').waitFor({ timeout: 30_000 });
  await opened.checkAccess();
  ask(JOINER);
  await context.setOffline(false);
  await page.getByText('Live updates are interrupted').waitFor({ state: 'detached', timeout: 30_000 });
  await page.getByRole('button', { name: /^Approve Joss/ }).waitFor(PATIENTLY);
}, 120_000);

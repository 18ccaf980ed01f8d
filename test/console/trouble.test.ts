import { expect, test } from 'vitest';
import { at, COMMUNITY, knock, startConsole } from './support/gateway.ts';
import { openConsole, sidewaysOf } from './support/open-console.ts';

const EXPORT = 'messages.exportChatInvite';

/** The gateway and what its pages count by: a test moves it. */
function movableTime() {
  let ahead = 0;
  return {
    monotonic: () => performance.now() + ahead,
    pass: (seconds: number) => {
      ahead += seconds * 1000;
    },
  };
}

/** In a page: whether an element is inside its window and is not scrolled out of its dialog. */
function isInSight(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

test('a flood wait: a countdown, then the same link once more', async () => {
  const time = movableTime();
  await using gateway = await startConsole({ monotonic: time.monotonic });
  const fault = gateway.sandbox.faults.add({
    method: EXPORT,
    fault: { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_90' },
  });
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}`));
  const { page } = opened;
  await page.getByRole('table', { name: 'Links' }).waitFor();
  await page.clock.install();
  // A window in which the form is longer than its dialog.
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Title' }).fill('After the flood');
  await page.keyboard.press('Enter');

  await expect.poll(() => page.getByText('Telegram asks for a pause').evaluate(isInSight)).toBe(true);
  const again = page.getByRole('button', { name: /^Try again/ });
  expect(await again.textContent()).toMatch(/^Try again in 1:(?:30|2\d) min$/);
  expect(await again.isDisabled()).toBe(true);
  await opened.checkAccess();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sidewaysOf(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.clock.fastForward(60_000);
  await expect.poll(() => again.textContent()).toMatch(/^Try again in (?:[12]\d|30) s$/);

  time.pass(91);
  await page.clock.fastForward(31_000);
  await expect.poll(() => again.textContent()).toBe('Try again');
  await again.press('Enter');
  await page.getByText('Made:').waitFor();
  await fault.done;
  expect(gateway.sandbox.world.invites.filter(({ title }) => title === 'After the flood')).toHaveLength(1);
});

test('an UNKNOWN: trying again with the same key finds the link that was made, and makes no second one', async () => {
  await using gateway = await startConsole({ callTimeoutMs: 500 });
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}`));
  const { page } = opened;
  await page.getByRole('table', { name: 'Links' }).waitFor();
  gateway.sandbox.faults.add({ method: EXPORT, times: null, fault: { kind: 'silence', when: 'after' } });
  gateway.sandbox.faults.add({ method: 'messages.getExportedChatInvites', times: null, fault: { kind: 'silence' } });
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Title' }).fill('Was it made');
  await page.keyboard.press('Enter');

  await page.getByText('Nobody knows yet whether this was done').waitFor({ timeout: 45_000 });
  const again = page.getByRole('button', { name: 'Try again with the same key' });
  await opened.checkAccess();
  await opened.screenshot('unknown');
  gateway.sandbox.faults.clear();
  await again.press('Enter');
  await page.getByText('Made:').waitFor({ timeout: 45_000 });
  const made = gateway.sandbox.world.invites.filter(({ title }) => title === 'Was it made');
  expect(made).toHaveLength(1);
  await page
    .getByRole('status')
    .getByText(`${made[0]?.link.replace('https://', '')}`)
    .waitFor();
}, 120_000);

test('a dead account: said on every screen, with what to do, and by what is refused', async () => {
  await using gateway = await startConsole();
  knock(gateway);
  await using opened = await openConsole(at(gateway, `/console/links/${COMMUNITY}`));
  const { page } = opened;
  await page.getByRole('table', { name: 'Links' }).waitFor();
  gateway.sandbox.faults.add({ account: 'owner', fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Title' }).fill('Never');
  await page.keyboard.press('Enter');
  await page.getByText('The account cannot act').waitFor();
  await opened.checkAccess();
  await page.keyboard.press('Escape');
  // The state is asked for every ten seconds, which costs Telegram nothing.
  const badge = page.getByRole('link', { name: /Acts as/ });
  await badge.getByText('Needs sign-in').waitFor({ timeout: 15_000 });

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('table', { name: 'Accounts' }).getByText('Sign in again.').waitFor();
  await page.getByText('SESSION_REVOKED').first().waitFor();
  await opened.checkAccess();
  await opened.screenshot('dead-account');
  expect(gateway.sandbox.world.invites.filter(({ title }) => title === 'Never')).toEqual([]);

  // Each screen is still one, with why there is nothing on it.
  for (const path of ['/requests', '/links', '/chats', '/accounts']) {
    await page.goto(at(gateway, `/console${path}`));
    await badge.getByText('Needs sign-in').waitFor();
    await page
      .locator('main')
      .getByText(/SESSION_REVOKED|ACCOUNT_UNAVAILABLE/)
      .first()
      .waitFor();
    await opened.checkAccess();
  }
});

import { expect, test } from 'vitest';
import { at, COMMUNITY, knock, startConsole } from './support/gateway.ts';
import { openConsole } from './support/open-console.ts';

test('an answer that comes after its dialog was closed is no answer to the next question', async () => {
  await using gateway = await startConsole();
  knock(gateway);
  gateway.sandbox.faults.add({
    method: 'messages.hideAllChatJoinRequests',
    fault: { kind: 'rpcError', code: 400, type: 'CHAT_ADMIN_REQUIRED' },
  });
  await using opened = await openConsole(at(gateway, `/console/requests/${COMMUNITY}`));
  const { page } = opened;
  await page.getByRole('table', { name: 'Who waits' }).waitFor();
  const sent: boolean[] = [];
  const slow = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON();
    if (body.operationName !== 'DecideAll') return route.continue();
    sent.push(body.variables.input.approved);
    await slow.promise;
    return route.continue();
  });
  const answered = () =>
    page.waitForResponse((response) => response.request().postData()?.includes('DecideAll') ?? false);

  await page.getByRole('button', { name: 'Approve all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve all', exact: true }).click();
  await expect.poll(() => sent).toEqual([true]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Decline all' }).click();
  const question = page.getByRole('dialog', { name: 'Decline all requests?' });
  await question.waitFor();

  const late = answered();
  slow.resolve();
  await (await late).finished();
  // Two frames: what the answer changes is drawn by then.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  expect(await question.getByRole('alert').count()).toBe(0);
  await question.getByRole('button', { name: 'Decline all', exact: true }).click();
  await question.waitFor({ state: 'detached' });
  expect(sent).toEqual([true, false]);
  await page.getByText('Nobody waits').waitFor();
});

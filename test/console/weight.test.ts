import { expect, test } from 'vitest';
import { launchBrowser } from '../browser/support/browser.ts';
import { at, knock, startConsole } from './support/gateway.ts';

test('the first route takes at most 260 kB of compressed JavaScript, and all of it comes from the gateway compressed', async () => {
  await using gateway = await startConsole();
  knock(gateway);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const scripts: Promise<{ name: string; coding: string | null; bytes: number }>[] = [];
  page.on('requestfinished', (request) => {
    const name = new URL(request.url()).pathname;
    if (!name.endsWith('.js')) return;
    const weigh = async () => {
      const [response, { responseBodySize }] = await Promise.all([request.response(), request.sizes()]);
      return { name, coding: (await response?.headerValue('content-encoding')) ?? null, bytes: responseBodySize };
    };
    scripts.push(weigh());
  });
  await page.goto(at(gateway, '/console'));
  await page.getByRole('table', { name: 'Who waits' }).locator('tbody tr').first().waitFor();
  await page.waitForLoadState('networkidle');
  const loaded = await Promise.all(scripts);
  await browser.close();
  expect(loaded.length).toBeGreaterThan(2);
  // Those of less than a packet are not worth it.
  expect(loaded.filter(({ bytes, coding }) => coding === null && bytes > 1_500)).toEqual([]);
  const bytes = loaded.reduce((sum, each) => sum + each.bytes, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(260_000);
});

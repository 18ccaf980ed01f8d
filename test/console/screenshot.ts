/**
 * `npm run screenshot`: writes docs/console.png, the inbox of a sandbox's chat in Chromium. People ask and are decided about by the
 * real gateway; nothing of the picture is made up.
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../browser/support/browser.ts';
import { at, startConsole } from './support/gateway.ts';

const FILE = fileURLToPath(new URL('../../docs/console.png', import.meta.url));
/** @sandbox_big, where 40 people wait. */
const CHAT = '-1002000000007';
const MOST_BYTES = 200_000;

await using gateway = await startConsole();
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
});
await page.goto(at(gateway, `/console/requests/${CHAT}`));
await page.getByRole('table', { name: 'Who waits' }).locator('tbody tr').nth(39).waitFor({ state: 'attached' });
await page.getByRole('link', { name: /Acts as Olive Owner Ready/ }).waitFor();
for (const key of ['j', 'j', 'a', 'j']) await page.keyboard.press(key);
await page.getByText(/sent in \d s/).waitFor();
await page.screenshot({ path: FILE });
await browser.close();
const { size } = statSync(FILE);
if (size > MOST_BYTES) throw new Error(`docs/console.png has ${size} bytes, more than ${MOST_BYTES}`);

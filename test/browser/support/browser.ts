import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const SCREENSHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url));

/** A page of a browser that reaches 127.0.0.1 and nothing else, and notes what it tried. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** Requests that left the origin. Must stay empty. */
  readonly strayRequests: readonly string[];
  /** Exceptions, refused scripts and styles, and errors on the console. */
  readonly complaints: readonly string[];
  /** Writes `test/browser/screenshots/NAME.png`, which git ignores. */
  screenshot(name: string): Promise<void>;
}

/** Chromium that finds 127.0.0.1 and no other host. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

export async function openPage(url: string): Promise<OpenPage> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const strayRequests: string[] = [];
  const complaints: string[] = [];
  const { origin } = new URL(url);
  page.on('request', (request) => {
    const target = request.url();
    const isInline = target.startsWith('data:') || target.startsWith(`blob:${origin}/`);
    if (!isInline && !target.startsWith(`${origin}/`)) strayRequests.push(target);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  return {
    page,
    strayRequests,
    complaints,
    screenshot: async (name) => {
      await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser } from '../../browser/support/browser.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../browser/screenshots/', import.meta.url));
export const SCHEMES = ['light', 'dark'] as const;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * A page of the console. As it is closed it throws if anything was wrong that the test did not expect: an error on its console, an
 * exception, a breach of its Content-Security-Policy, or a request to another origin.
 */
export interface ConsolePage extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What was wrong until now. */
  readonly complaints: readonly string[];
  /** A complaint that has to come, as browsers write refused requests to the console. */
  expectComplaint(look: RegExp): void;
  /** Throws with what axe finds wrong with the page as it is, light and dark. */
  checkAccess(): Promise<void>;
  /** Writes `test/browser/screenshots/console-NAME.png`, which git ignores. */
  screenshot(name: string): Promise<void>;
}

/** Opens an address in a browser of its own, once its title stands there. */
export async function openConsole(url: string): Promise<ConsolePage> {
  const browser = await launchBrowser();
  const { origin, host } = new URL(url);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const complaints: string[] = [];
  const expected: RegExp[] = [];

  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      // biome-ignore lint/suspicious/noConsole: from there the test hears of it
      console.error(`refused by the policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  context.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith('data:') && !target.startsWith(`blob:${origin}/`) && new URL(target).origin !== origin)
      complaints.push(`a request to another origin: ${target}`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  const page = await context.newPage();
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== host) complaints.push(`a WebSocket to another origin: ${socket.url()}`);
  });
  await page.goto(url);
  await page.locator('h1').waitFor();

  return {
    page,
    context,
    complaints,
    expectComplaint: (look) => void expected.push(look),
    async checkAccess() {
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
        const found = await violationsOf(page);
        if (found.length > 0) throw new Error(`axe finds, ${colorScheme}, at ${page.url()}:\n${found.join('\n')}`);
      }
    },
    async screenshot(name) {
      await page.screenshot({ path: `${SCREENSHOTS}console-${name}.png` });
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      const unexpected = complaints.filter((each) => !expected.some((look) => look.test(each)));
      if (unexpected.length > 0) throw new Error(`The page complains:\n${unexpected.join('\n')}`);
      expect(expected.filter((look) => !complaints.some((each) => look.test(each)))).toEqual([]);
    },
  };
}

/** The rules that are broken, each with where and why. */
async function violationsOf(page: Page): Promise<string[]> {
  // Not as a script of the page's, which its policy would refuse.
  await page.evaluate(`${axe.source}; undefined`);
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly: TAGS })})`)) as axe.AxeResults;
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, any, all, none }) => `${id}: ${html} ${[...any, ...all, ...none].map(({ message }) => message)}`,
    ),
  );
}

/** What scrolls sideways, or is open and reaches out of the window to the side; empty when all of it fits. */
export const sidewaysOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const nameOf = ({ tagName, className, id }: Element) => `${tagName} ${id} ${className}`;
    const scrolls = (element: Element) =>
      element.scrollWidth > element.clientWidth && /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isOutside = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > document.documentElement.clientWidth;
    };
    const root = document.documentElement;
    const open = [
      ...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox], [role=tooltip], [role=alert]'),
    ];
    return [
      ...(root.scrollWidth > root.clientWidth ? ['the page'] : []),
      ...[...document.body.querySelectorAll('*')].filter(scrolls).map(nameOf),
      ...open.filter(isOutside).map(nameOf),
    ];
  });

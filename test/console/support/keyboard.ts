import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const FAR = 120;

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Goes to an element as somebody without a mouse does; fails when Tab never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < FAR; steps += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  expect.fail(`Tab does not come to ${target} within ${FAR} steps`);
}

/** Goes to a button or link and uses it. */
export async function use(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

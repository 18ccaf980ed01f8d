import { Api } from 'telegram';
import { expect, test } from 'vitest';
import { trustServerKey } from '../../src/telegram/gramjs/server-key.ts';
import { createMemoryKeeper } from '../support/memory-keeper.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';
import { at, startConsole } from './support/gateway.ts';
import { openConsole } from './support/open-console.ts';

test('look', async () => {
  const sandbox = await startSandbox();
  trustServerKey(sandbox.publicKey);
  await using gateway = await startConsole({ sandbox, accounts: ['owner', 'bot'], keeper: createMemoryKeeper() });
  await using opened = await openConsole(at(gateway, '/console/accounts'));
  const { page } = opened;
  await page.getByRole('table', { name: 'Accounts' }).waitFor();
  await opened.screenshot('accounts');
  await page.getByRole('button', { name: 'Sign in an account' }).click();
  await page.getByRole('dialog').waitFor();
  await opened.checkAccess();
  await opened.screenshot('sign-in-begin-dark');
  await page.getByRole('textbox', { name: 'Name' }).fill('support');
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  await opened.checkAccess();
  await opened.screenshot('sign-in-qr-dark');
  void [Api, account, connectGramjs, expect];
});

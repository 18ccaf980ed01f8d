import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transformAsync } from '@babel/core';
import { runnerImport } from 'vite';
import { type Product, startProduct } from '../../browser/support/product.ts';
import { readBlocks, writeApp } from '../../support/doc-blocks.ts';

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const APP = fileOf('../apps/docs/');
const run = (program: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [fileOf(program), ...args], { cwd: APP }).catch(({ stdout, stderr }) =>
    assert.fail(`${stdout}${stderr}`),
  );

let product: Product;
before(async () => {
  product = await startProduct();
});
after(() => product[Symbol.asyncDispose]());

interface Inbox {
  loadInbox(peer: string): Promise<{
    readonly chat: {
      readonly id: string;
      readonly joinRequests: {
        readonly edges: readonly { readonly node: { readonly id: string; readonly user: { readonly peer: string } } }[];
      };
    };
  }>;
  listOf(chatId: string): string;
  decide(input: object, list: string): Promise<string | null>;
  watchInbox(peer: string, list: string, onEvent: () => void): { dispose(): void };
}

test('the blocks with Relay compile; an inbox gets who asks and loses who is answered, without a fetch', async () => {
  const blocks = readBlocks().filter(({ app }) => app === 'relay');
  const { host, origin } = new URL(product.url);
  writeApp(APP, blocks, (text) => text.replaceAll('127.0.0.1:4000', host));
  writeFileSync(`${APP}schema.graphql`, await (await fetch(`${origin}/schema.graphql`)).text());
  writeFileSync(`${APP}relay.config.json`, blocks.find(({ language }) => language === 'json')?.text ?? '');
  await run('../node_modules/relay-compiler/cli.js', '--noWatchman', 'relay.config.json');
  await run('../../../node_modules/typescript/bin/tsc', '--project', fileOf('../apps.json'));

  // Relay's plugin, as every bundler has it.
  const relay = {
    name: 'relay',
    enforce: 'pre' as const,
    transform: async (code: string, id: string) =>
      code.includes('graphql`') && !id.includes('node_modules')
        ? (
            await transformAsync(code, {
              plugins: [['relay', { eagerEsModules: true }]],
              parserOpts: { plugins: ['typescript'] },
            })
          )?.code
        : null,
  };
  const peer = 'sandbox_community';
  const { module } = await runnerImport<Inbox>(`${APP}src/inbox.ts`, { plugins: [relay], logLevel: 'warn' });
  const rows = async () => (await module.loadInbox(peer)).chat.joinRequests.edges.filter(({ node }) => node);
  const { chat } = await module.loadInbox(peer);
  const list = module.listOf(chat.id);
  const before = (await rows()).length;
  let subscription: { dispose(): void } | undefined;
  await new Promise<void>((resolve) => {
    subscription = module.watchInbox(peer, list, resolve);
  });
  subscription?.dispose();
  const waiting = await rows();
  assert.equal(waiting.length, before + 1);
  const { node } = waiting[0] ?? assert.fail();
  assert.equal(await module.decide({ peer, user: node.user.peer, approved: true }, list), null);
  assert.deepEqual(await rows(), waiting.slice(1));
  assert.match((await module.decide({ peer, user: node.user.peer, approved: true }, list)) ?? '', /member|wait/);
});

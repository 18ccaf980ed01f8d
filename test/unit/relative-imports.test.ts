import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const HOOK = pathToFileURL('src/machine/relative-imports.ts').href;

/** Packages as pnpm lays them out: each in a folder of its own, linked into the others' node_modules. */
function linkedPackages(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'linked-')));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const manifest = JSON.stringify({ type: 'module', exports: './index.js' });
  write('store/one/node_modules/one/package.json', manifest);
  write('store/one/node_modules/one/index.js', "export * from './part.js'; export { two } from 'two';");
  write('store/one/node_modules/one/part.js', 'export const place = import.meta.url;');
  write('store/two/node_modules/two/package.json', manifest);
  write('store/two/node_modules/two/index.js', "import old from './old.cjs'; export const two = old;");
  write('store/two/node_modules/two/old.cjs', "module.exports = require('./folder').name;");
  write('store/two/node_modules/two/folder/index.js', "module.exports = { name: 'two' };");
  write('store/two/node_modules/two/folder/package.json', JSON.stringify({ type: 'commonjs' }));
  symlinkSync('../../two/node_modules/two', join(root, 'store/one/node_modules/two'));
  mkdirSync(join(root, 'node_modules'));
  symlinkSync('../store/one/node_modules/one', join(root, 'node_modules/one'));
  write('main.mjs', "import { place, two } from 'one'; process.stdout.write(JSON.stringify({ place, two }));");
  return root;
}

test('linked packages find their own files, and each other', () => {
  const root = linkedPackages();
  const output = execFileSync(process.execPath, ['--import', HOOK, join(root, 'main.mjs')], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual({
    place: pathToFileURL(join(root, 'store/one/node_modules/one/part.js')).href,
    two: 'two',
  });
});

test('a file that is not there is named', () => {
  const root = linkedPackages();
  const path = join(root, 'wrong.mjs');
  writeFileSync(path, "import './nowhere.mjs';");
  expect(() => execFileSync(process.execPath, ['--import', HOOK, path], { encoding: 'utf8', stdio: 'pipe' })).toThrow(
    /nowhere\.mjs/,
  );
});

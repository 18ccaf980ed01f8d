import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const DOCUMENTS = globSync(['*.md', 'docs/*.md']).sort();

const withoutCode = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, '');

/** A heading's anchor, as GitHub makes it. */
function anchorsOf(path: string): string[] {
  const headings = withoutCode(readFileSync(path, 'utf8')).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(DOCUMENTS)('every link of %s leads somewhere', (path) => {
  const links = [...withoutCode(readFileSync(path, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const broken = links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test('the documents link to each other, and the README is short', () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md', 'docs/operations.md']));
  const readme = readFileSync('README.md', 'utf8');
  expect(readme.match(/\]\(docs\//g)?.length).toBeGreaterThan(5);
  expect(readme.split('\n').length).toBeLessThanOrEqual(200);
});

test('every file and folder that the architecture names is there', () => {
  const named = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/`([\w./-]+\/|[\w./-]+\.(?:ts|js))`/g)];
  const paths = named.map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(60);
  const roots = ['.', 'src', 'src/http', 'src/services', 'src/sandbox', 'src/store', 'src/schema'];
  expect(paths.filter((path) => !roots.some((root) => existsSync(join(root, path))))).toEqual([]);
});

test('the table of variables names those that the gateway reads, and so does .env.example', () => {
  const config = globSync('src/config/*.ts')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const read = new Set([...config.matchAll(/^ {2}([A-Z][A-Z_]+): v\./gm)].map(([, name = '']) => name));
  const variables = /^## Variables$[\s\S]*?(?=^## )/m.exec(readFileSync('docs/operations.md', 'utf8'))?.[0] ?? '';
  const told = [...variables.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => cell.match(/[A-Z_]{4,}/g) ?? []);
  const example = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(told.toSorted()).toEqual([...read].sort());
  expect(example.toSorted()).toEqual([...read].sort());
});

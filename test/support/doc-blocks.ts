import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A fenced block of a document. */
export interface Block {
  /** `docs/frontend.md:17`. */
  readonly place: string;
  /** What the fence says first: `ts`. */
  readonly language: string;
  /** What it says next: the app to which the block belongs; '' where it says nothing. */
  readonly app: string;
  /** The file that the block is, by its first line (`// src/App.tsx`); otherwise one named after the place. */
  readonly file: string;
  readonly text: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every fenced block of the documents that people read. */
export function readBlocks(): Block[] {
  return globSync(['*.md', 'docs/*.md'], { cwd: ROOT }).toSorted().flatMap(blocksOf);
}

function blocksOf(document: string): Block[] {
  const markdown = readFileSync(join(ROOT, document), 'utf8');
  return [...markdown.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, language = '', app = '', text = ''] = match;
    const line = markdown.slice(0, match.index).split('\n').length;
    const name = /^\/\/ (\S+\.\w+)/.exec(text)?.[1];
    const file = name ?? `src/${basename(document, '.md').toLowerCase()}-${line}.${language}`;
    return { place: `${document}:${line}`, language, app, file, text };
  });
}

/** Writes TypeScript blocks as the files of an app, each with `edit` done to its text, into an empty folder. */
export function writeApp(folder: string, blocks: readonly Block[], edit = (text: string) => text): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { language, file, text } of blocks) {
    if (language !== 'ts' && language !== 'tsx') continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), edit(text));
  }
}

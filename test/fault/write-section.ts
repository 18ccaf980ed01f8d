import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';

const PAGE = new URL('../../docs/under-fire.md', import.meta.url);

/** Puts the figures of a run between the section's markers in docs/under-fire.md. Throws where there are none. */
export async function writeSection(name: string, markdown: string): Promise<void> {
  const [start, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const page = await readFile(PAGE, 'utf8');
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/under-fire.md has no section ${name}`);
  await writeFile(PAGE, `${page.slice(0, from + start.length)}\n\n${markdown.trim()}\n\n${page.slice(to)}`);
}

/** A table as Markdown has it. Cells may not hold line breaks. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The command, when and on what it was run: what somebody needs to weigh its figures. */
export function describeRun(command: string): string {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  const load = (loadavg()[2] ?? 0).toFixed(1);
  const when = new Date().toISOString().slice(0, 16);
  return `\`${command}\`, ${when}Z, commit ${commit}, ${cpus().length} cores with a load average of ${load} (other work shared them)`;
}

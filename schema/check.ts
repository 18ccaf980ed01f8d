/**
 * `npm run check:schema`: what `schema.graphql` breaks of the last release, `released.graphql`, has to stand under Breaking in the
 * newest section of CHANGELOG.md: each name that the check prints, in backquotes, and a field of an interface once for all types.
 */
import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, isObjectType } from 'graphql';

/** The breaks, a sentence each, whose names the changelog does not have. */
export function untoldBreaks(released: string, current: string, changelog: string): string[] {
  const newest = /^## [\s\S]*?(?=^## |(?![\s\S]))/m.exec(changelog)?.[0] ?? '';
  const told = /^### Breaking$[\s\S]*?(?=^### |(?![\s\S]))/m.exec(newest)?.[0] ?? '';
  const before = buildSchema(released);
  const isTold = (name: string) => told.includes(`\`${name}\``);

  /** A field that a type has from an interface may be told as the interface's. */
  function ofInterfaces(name: string): string[] {
    const [typeName = '', field] = name.split('.');
    const type = before.getType(typeName);
    return isObjectType(type) && field ? type.getInterfaces().map((each) => `${each.name}.${field}`) : [];
  }

  return findBreakingChanges(before, buildSchema(current))
    .map(({ description }) => description)
    .filter((description) => namesIn(description).some((name) => ![name, ...ofInterfaces(name)].some(isTold)));
}

/** `Type`, `Type.field`, `VALUE`. */
function namesIn(description: string): string[] {
  return description.match(/\b[A-Z]\w+(?:\.\w+)?/g) ?? [];
}

if (import.meta.main) {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const untold = untoldBreaks(read('released.graphql'), read('schema.graphql'), read('../CHANGELOG.md'));
  for (const each of untold) process.stderr.write(`A break without a line under Breaking in CHANGELOG.md: ${each}\n`);
  if (untold.length > 0) process.exitCode = 1;
}

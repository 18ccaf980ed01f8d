import { readdir, readFile } from 'node:fs/promises';

/** An example operation: a file of schema/operations. */
export interface Example {
  /** The operation's name in words: "Export chat invite". */
  readonly title: string;
  /** Its first comment, which says what it does. */
  readonly about: string;
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

/**
 * The example operations, in the order of their file names. `name.variables.json` beside `name.graphql` holds the variables.
 */
export async function loadExamples(directory: URL = OPERATIONS): Promise<readonly Example[]> {
  const files = (await readdir(directory)).sort();
  const read = (file: string) => readFile(new URL(file, directory), 'utf8');
  return Promise.all(
    files
      .filter((file) => file.endsWith('.graphql'))
      .map(async (file) => {
        const query = await read(file);
        const beside = file.replace(/\.graphql$/, '.variables.json');
        return {
          title: inWords(/^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? file),
          about: (/^(?:#.*\n)*/.exec(query)?.[0] ?? '').replaceAll(/^# ?/gm, '').replaceAll('\n', ' ').trim(),
          query,
          ...(files.includes(beside) && { variables: await read(beside) }),
        };
      }),
  );
}

function inWords(name: string): string {
  return name.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/**
 * Writes the generated documents: in `schema/` the contract as a file, sorted so that a change shows as a change, what each of its
 * abstract types may be, and the list of errors; and `docs/errors.md`, the error table. `npm run check:generated` fails when one is stale.
 */
import { writeFileSync } from 'node:fs';
import { printErrorTable } from './error-table.ts';
import { printContract, printErrors, printPossibleTypes } from './printed.ts';

const write = (path: string, text: string) => writeFileSync(new URL(`../../${path}`, import.meta.url), text);

write('schema/schema.graphql', printContract());
write('schema/possible-types.json', printPossibleTypes());
write('schema/errors.json', printErrors());
write('docs/errors.md', printErrorTable());

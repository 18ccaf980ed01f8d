/**
 * Writes the two generated documents: `schema/schema.graphql`, the contract as a file, sorted so that a change shows as a
 * change, and `docs/errors.md`, the error table. `npm run check:generated` fails when either is stale.
 */
import { writeFileSync } from 'node:fs';
import { printErrorTable } from './error-table.ts';
import { printContract } from './printed.ts';

writeFileSync(new URL('../../schema/schema.graphql', import.meta.url), printContract());
writeFileSync(new URL('../../docs/errors.md', import.meta.url), printErrorTable());

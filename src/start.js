#!/usr/bin/env -S node --env-file-if-exists=.env
/**
 * Where every command begins: from the second start on, everything after this file comes compiled. It is JavaScript, as Node
 * would load its type stripper for this one file, a twentieth of a start. A folder that cannot be written is no failure, only a
 * slower start. Beside the libraries, because whoever may write there may change the program anyway; not so the system's folder
 * for temporary files.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./machine/relative-imports.ts');
await import('./machine/kept-shapes.ts');
const { main } = await import('./cli/main.ts');
await main(process.argv.slice(2));

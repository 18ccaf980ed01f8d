/**
 * The entry point, with nothing in it that takes long to read: from the second start on, the rest comes compiled. A folder
 * that cannot be written is no failure, only a slower start. Beside the libraries, because whoever may write there may change
 * the program anyway; not so the system's folder for temporary files.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./serve.ts');

/**
 * One object of each shape that is written with computed names in every request, kept for as long as the process lives: Node's
 * callback of the next tick, and what whatwg-node hands on in place of a promise. V8 lets go of a shape when no object has it
 * while the heap is collected, and such a literal takes V8's slow path from then on if it was not compiled before. Loaded before
 * anything else makes one; exported, as what nobody can see is collected.
 *
 * Gain: 28 → 3 µs of a request, in about half of all processes (docs/performance.md), 4 % of an export. It may go when V8 keeps
 * the shapes of such literals alive, which `bench -- --against` shows: without this file nothing gets dearer.
 */
import { createHook } from 'node:async_hooks';
import { fakePromise } from '@whatwg-node/promise-helpers';

export const keptShapes: unknown[] = [fakePromise(undefined)];

const hook = createHook({ init: (_id, _type, _trigger, resource) => keptShapes.push(resource) }).enable();
process.nextTick(() => undefined);
hook.disable();

import { inspect } from 'node:util';
import * as v from 'valibot';

/** The variables that have a value, by name. */
export type Given = Readonly<Record<string, string>>;

/** What was given, shortened; only for variables that hold no secret. */
export const quote = (value: unknown): string => JSON.stringify(String(value).slice(0, 60));

export const itemsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const list = v.pipe(v.string(), v.transform(itemsOf));

export const port = (name: 'PORT' | 'SANDBOX_CONTROL_PORT') =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/, ({ input }) => portProblem(name, input)),
    v.transform(Number),
    v.maxValue(65_535, ({ input }) => portProblem(name, input)),
  );

export const onOrOff = (name: 'CONSOLE' | 'GRAPHIQL' | 'SANDBOX_VISITORS') =>
  v.picklist(['on', 'off'], ({ input }) => `${name} is ${quote(input)}: use on or off.`);

function portProblem(name: string, input: unknown): string {
  return `${name} is ${quote(input)}: give a whole number from 0 to 65535 (0 takes any free port).`;
}

/** Frozen, and with `shown` in place of secrets wherever the value is printed: JSON, logs, `console.log`, assertions. */
export function guarded<T extends object>(value: T, shown: { readonly [K in keyof T]?: string }): T {
  const print = () => ({ ...value, ...shown });
  return Object.freeze(
    Object.defineProperties(value, {
      toJSON: { value: print, enumerable: false },
      [inspect.custom]: { value: print, enumerable: false },
    }),
  );
}

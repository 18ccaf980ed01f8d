import scheme from 'telegram/tl/apiTl.js';
import { fromLine } from 'telegram/tl/generationHelpers.js';

/** One field of a constructor or method, as GramJS reads it out of the scheme. */
export interface TlField {
  readonly name: string;
  /** `int`, `long`, `string`, `InputPeer` …; `null` for the word of flags itself. */
  readonly type: string | null;
  readonly isVector: boolean;
  /** Whether a bit of `flagName` says if it is there. */
  readonly isFlag: boolean;
  readonly flagName: string | null;
  readonly flagIndex: number;
  readonly flagIndicator: boolean;
  /** `false` for a vector that comes without its constructor. */
  readonly useVectorId: boolean | null;
  /** The type is one of the basic ones, or bare: its values come without their constructor. */
  readonly skipConstructorId: boolean;
}

/**
 * The fields of a constructor by its number, in the order of the wire, from the scheme that GramJS is built from and by its own
 * parser: what it keeps of them itself, it keeps to itself. `null` for one that is not in the scheme.
 */
export function fieldsOf(constructorId: number): readonly TlField[] | null {
  const place = scheme.indexOf(`#${constructorId.toString(16)} `);
  if (place < 0) return null;
  const end = scheme.indexOf('\n', place);
  const line = scheme.slice(scheme.lastIndexOf('\n', place) + 1, end < 0 ? undefined : end).trim();
  const fields: Record<string, Omit<TlField, 'name'>> = fromLine(line, true).argsConfig;
  return Object.entries(fields).map(([name, field]) => ({ ...field, name }));
}

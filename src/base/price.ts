/**
 * What a field costs: stated beside its definition in `schema/`, and read by `http/operation-price.ts` before an operation runs.
 * Every number is the most that it can be, without what is repeated after a lost answer or kept from an earlier operation.
 */
export interface Price {
  /** Telegram calls, for each object whose field is asked for. Of a type with a loader: for all that are asked for together. */
  readonly calls?: number;
  /** Rows of the list, or of the list inside of the connection. */
  readonly rows?: number;
  /** Milliseconds for which the one thread that serves everybody draws. */
  readonly drawingMs?: number;
  /** Bytes of the value in the answer, where it is a longer text than most. */
  readonly bytes?: number;
}

/** The value of a field's argument, defaults included. */
export type ReadArgument = (name: string) => unknown;

/** A price that is known, or known with some of the field's arguments. */
export type Pricing = Price | ((argument: ReadArgument) => Price);

/** As a field's or a type's `extensions`. */
export function costs(price: Pricing): { readonly price: Pricing } {
  return { price };
}

/** What was stated of a field or a type; nothing where nothing was. */
export function statedPrice(
  { extensions }: { readonly extensions: Readonly<Record<string, unknown>> },
  argument: ReadArgument,
): Price {
  const { price } = extensions;
  if (!isPricing(price)) return {};
  return typeof price === 'function' ? price(argument) : price;
}

function isPricing(value: unknown): value is Pricing {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

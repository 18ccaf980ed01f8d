/** All broken rules of a request in one answer, so that a form marks every field at once. */
import { GatewayError, type InputIssue, InvalidInputError, TelegramError } from './errors.ts';

/** Throws the error, where there is one, and an `InvalidInputError` with the issues of all where there are several. */
export function refuse(broken: readonly GatewayError[]): void {
  const [first, ...rest] = broken;
  if (!first) return;
  throw rest.length === 0 ? first : new InvalidInputError(broken.flatMap(issuesOf));
}

function issuesOf(error: GatewayError): readonly InputIssue[] {
  if (error instanceof InvalidInputError) return error.issues;
  const { message, code } = error;
  return [{ path: (error instanceof TelegramError && error.field) || ['input'], message, code }];
}

/** What `parse` answers, to be read once `broken` was refused together with the other broken rules. */
export function parsed<T>(parse: () => T): { readonly broken: readonly GatewayError[]; readonly value: () => T } {
  try {
    const value = parse();
    return { broken: [], value: () => value };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return {
      broken: [error],
      value() {
        throw error;
      },
    };
  }
}

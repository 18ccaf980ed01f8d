import * as v from 'valibot';
import { hasApplication } from './telegram.ts';
import { type Given, onOrOff, port } from './values.ts';

export const sandboxVariables = {
  SANDBOX_CONTROL_PORT: v.nullish(port('SANDBOX_CONTROL_PORT'), null),
  SANDBOX_VISITORS: v.optional(onOrOff('SANDBOX_VISITORS'), 'on'),
} as const;

export function sandboxProblems(given: Given): string[] {
  if (!hasApplication(given) || given['SANDBOX_CONTROL_PORT'] === undefined) return [];
  return ['SANDBOX_CONTROL_PORT is set beside an account: it belongs to the sandbox, which then does not run.'];
}

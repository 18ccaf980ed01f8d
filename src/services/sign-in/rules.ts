import { ACCOUNT_NAME } from '../../base/account-name.ts';
import { InvalidInputError } from '../errors/errors.ts';
import { refuse } from '../errors/refuse.ts';
import type { SignInInput } from './sign-in.ts';

/** Characters. Telegram's own are far shorter. */
const MOST = { phoneNumber: 64, token: 256, code: 256, password: 1024 } as const;

function broken(path: readonly string[], message: string): InvalidInputError {
  return new InvalidInputError([{ path: ['input', ...path], message }]);
}

function checkText(field: keyof typeof MOST, text: string, path: readonly string[]): InvalidInputError[] {
  if (text.trim() === '') return [broken(path, `${field} has to be a text that is not empty.`)];
  if (text.length > MOST[field]) return [broken(path, `${field} has at most ${MOST[field]} characters.`)];
  return [];
}

/** Throws with every rule that is broken. */
export function checkSignIn(input: SignInInput): void {
  const { way, name } = input;
  refuse([
    ...(ACCOUNT_NAME.test(name)
      ? []
      : [broken([way, 'name'], 'name is made of 1 to 32 small letters (a-z), digits and hyphens.')]),
    ...(input.way === 'phone' ? checkText('phoneNumber', input.phoneNumber, [way, 'phoneNumber']) : []),
    ...(input.way === 'bot' ? checkText('token', input.token, [way, 'token']) : []),
  ]);
}

/** Throws where Telegram need not be asked. The text stands in no error. */
export function checkAnswer(field: 'code' | 'password', text: string): void {
  refuse(checkText(field, text, [field]));
}

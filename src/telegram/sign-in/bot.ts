import { Api } from '../tl.ts';
import type { SignInCalls } from './calls.ts';

/** By a bot's token from @BotFather (https://core.telegram.org/method/auth.importBotAuthorization). One try. */
export async function signInAsBot({
  invoke,
  dialog,
  apiId,
  apiHash,
}: SignInCalls): Promise<Api.auth.TypeAuthorization> {
  const botAuthToken = (await dialog.botToken()).trim();
  return invoke(new Api.auth.ImportBotAuthorization({ flags: 0, apiId, apiHash, botAuthToken }));
}

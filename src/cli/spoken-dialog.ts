import type { RpcFailure } from '../telegram/rpc-error.ts';
import type { SentCode, SignInDialog } from '../telegram/sign-in/dialog.ts';
import { refusalSentence } from '../telegram/sign-in/errors.ts';
import type { Terminal } from './terminal.ts';

/** A sign-in in sentences: questions, answers, and what became of them. */
export function spokenDialog({
  say,
  ask,
  showQr,
}: Pick<Terminal, 'say' | 'ask'> & { readonly showQr: (address: string) => void }): SignInDialog {
  let hasShown = false;
  const refuse = (refused: RpcFailure) => say(`${refusalSentence(refused)} Try again.`);
  return {
    phoneNumber: () => ask('Phone number with country code, such as +447700900123: '),
    botToken: () => ask('Bot token from @BotFather: ', { hidden: true }),
    async code(sent, refused) {
      if (refused?.type === 'PHONE_CODE_EXPIRED') say(`${refusalSentence(refused)} Another one is sent.`);
      else if (refused) refuse(refused);
      if (!refused || refused.type === 'PHONE_CODE_EXPIRED') say(whereabouts(sent));
      return ask('Code: ');
    },
    async password(hint, refused) {
      if (refused) refuse(refused);
      return ask(`Two-step verification password${hint === null ? '' : ` (hint: ${hint})`}: `, { hidden: true });
    },
    showQr(address) {
      if (!hasShown) {
        say('In a Telegram app where you are signed in: Settings > Devices > Link Desktop Device, and scan this.');
      }
      hasShown = true;
      showQr(address);
    },
  };
}

function whereabouts({ delivery, length, hint }: SentCode): string {
  switch (delivery) {
    case 'APP':
      return 'The code was sent to the Telegram app on your other devices, in the chat named Telegram.';
    case 'SMS':
      return 'The code was sent by SMS.';
    case 'SMS_WORDS':
      return 'Words were sent by SMS; give them as the code.';
    case 'CALL':
      return 'Telegram calls the number and reads the code out.';
    case 'MISSED_CALL':
      return `Telegram calls the number once: the code is the last ${length} digits of who called.`;
    case 'FRAGMENT':
      return `The code is shown on ${hint}.`;
  }
}

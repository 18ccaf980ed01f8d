import type { RpcFailure } from '../rpc-error.ts';

/** By what a code goes out: to the Telegram app of another device, as an SMS of digits or of words, as a call … */
export type CodeDelivery = 'APP' | 'SMS' | 'SMS_WORDS' | 'CALL' | 'MISSED_CALL' | 'FRAGMENT';

/** A code that Telegram has sent. */
export interface SentCode {
  readonly delivery: CodeDelivery;
  /** Digits of the code; `null` for words. */
  readonly length: number | null;
  /** How the words begin, the number that calls, or the page that shows the code; `null`: Telegram does not tell. */
  readonly hint: string | null;
  /** Seconds after which Telegram sends it in another way; `null`: there is no other way. */
  readonly resendAfterSeconds: number | null;
}

/** The person at the other end, whatever stands between. Whatever it throws ends the sign-in. */
export interface SignInDialog {
  phoneNumber(): Promise<string>;
  botToken(): Promise<string>;
  /** The code as typed; `null` asks Telegram to send it in another way. `refused`: why the answer before was not taken. */
  code(sent: SentCode, refused: RpcFailure | null): Promise<string | null>;
  /** The password of two-step verification, exactly as typed. */
  password(hint: string | null, refused: RpcFailure | null): Promise<string>;
  /** Shows a `tg://login` address for a Telegram app to scan, in place of the one before. */
  showQr(link: string, expiresAt: Date): void;
}

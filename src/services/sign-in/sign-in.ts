import type { CodeDelivery, SentCode } from '../../telegram/sign-in/dialog.ts';
import type { GatewayError } from '../errors/errors.ts';
import type { User } from '../models.ts';

/** How an account comes in: what is given, and the operator's name for it. */
export type SignInInput =
  | { readonly way: 'qr'; readonly name: string }
  | { readonly way: 'phone'; readonly name: string; readonly phoneNumber: string }
  | { readonly way: 'bot'; readonly name: string; readonly token: string };

/** Where a sign-in stands. */
export type SignInStep =
  /** A Telegram app has to scan the link; another one takes its place when it runs out. */
  | { readonly kind: 'SCAN_QR'; readonly link: string; readonly expiresAt: Date }
  | ({
      readonly kind: 'ENTER_CODE';
      readonly delivery: CodeDelivery;
      /** `null`: Telegram sends it in no other way. */
      readonly canResendAt: Date | null;
    } & Pick<SentCode, 'length' | 'hint'>)
  /** `null`: the account has no hint. */
  | { readonly kind: 'ENTER_PASSWORD'; readonly hint: string | null }
  | { readonly kind: 'DONE'; readonly account: Omit<NewAccount, 'session'> }
  | { readonly kind: 'FAILED'; readonly error: GatewayError };

export interface SignIn {
  readonly id: string;
  /** The operator's name for the account. */
  readonly name: string;
  /** When it ends by itself. */
  readonly expiresAt: Date;
  readonly step: SignInStep;
}

/** An account that has signed in. */
export interface NewAccount {
  readonly name: string;
  readonly kind: 'USER' | 'BOT';
  readonly user: User;
  /** The account itself to whoever holds it. */
  readonly session: string;
}

/** Who has the accounts. */
export interface AccountKeeper {
  /** Why no account may come in under this name, before Telegram is asked; `null`: one may. */
  refusal(name: string): Promise<GatewayError | null>;
  /**
   * Takes the account, whose session nobody uses at this moment. Rejects with a `GatewayError`, such as `AccountNameTakenError`
   * or `AccountExistsError`; then the session is ended at Telegram.
   */
  keep(account: NewAccount): Promise<void>;
}

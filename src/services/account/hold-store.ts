/** Why and since when an account's writes are stopped. */
export interface Hold {
  readonly reason: 'LIMITED' | 'FROZEN';
  /** The name and number that Telegram sent: `PEER_FLOOD`, 400. */
  readonly code: string;
  readonly telegramCode: number;
  readonly since: Date;
}

/** Where a hold outlives the process, and where an operator takes it away while the process runs. */
export interface HoldStore {
  /** `null`: there is none. */
  read(): Promise<Hold | null>;
  /** In the place of one that is there already. */
  place(hold: Hold): Promise<void>;
  /** Whether there was one. */
  lift(): Promise<boolean>;
}

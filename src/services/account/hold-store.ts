/** Why and since when an account's writes are stopped. */
export interface Hold {
  readonly reason: 'LIMITED' | 'FROZEN';
  /** The number and name that Telegram sent: 400, `PEER_FLOOD`. */
  readonly code: number;
  readonly type: string;
  readonly since: Date;
}

/** Where a hold outlives the process, and where an operator takes it away while the process runs. */
export interface HoldStore {
  /** `null`: there is none. */
  read(): Promise<Hold | null>;
  /** One that is there already stays as it is. */
  place(hold: Hold): Promise<void>;
  /** Whether there was one. */
  lift(): Promise<boolean>;
}

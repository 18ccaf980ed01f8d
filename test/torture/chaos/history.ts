import type { CallFault } from '../../../src/sandbox/faults/fault.ts';

/** One run of random callers, faults and disturbances against one gateway: plain data, so that it can be kept, cut down and had again. */
export interface History {
  /** Whom the gateway acts as. `two`: the owner, and another administrator who may do the same in its chat. */
  readonly account: 'owner' | 'bot' | 'two';
  /** Whether the gateway has seen the chat before the first request. */
  readonly isWarm: boolean;
  /** What links are wished for. Orders that share a wish can be told apart by nothing but the gateway's care. */
  readonly wishes: readonly Wish[];
  readonly orders: readonly Order[];
  readonly events: readonly Event[];
  /** What lies between the last event and the moment at which every key is sent once more. */
  readonly pause: Pause;
}

export interface Pause {
  /** So much time passes for Telegram and the gateway. */
  readonly seconds: number;
  /** The process is killed and started again. */
  readonly isKilled: boolean;
}

export interface Wish {
  /** Begins with the wish's own name, behind which anything may come. */
  readonly title: string;
  readonly requestNeeded: boolean;
  readonly usageLimit: number | null;
  /** Seconds from the beginning of the history; `null`: never. */
  readonly expiresIn: number | null;
}

/** The links that a history finds in its chat. */
export const LINKS = ['live', 'other live', 'revoked', 'deleted', 'of another chat', 'made up', 'primary'] as const;
/** People, by how they stand to its chat. */
export const PEOPLE = ['waits', 'waits too', 'never asked', 'member'] as const;
/** Links that lead the account into other chats. */
export const DOORS = ['open', 'approval', 'member already'] as const;

export type Ask =
  | { readonly verb: 'export'; readonly wish: number }
  | { readonly verb: 'exportPrimary' }
  | { readonly verb: 'edit'; readonly link: (typeof LINKS)[number]; readonly title: string }
  | { readonly verb: 'revoke' | 'delete'; readonly link: (typeof LINKS)[number] }
  | { readonly verb: 'deleteRevoked' }
  | { readonly verb: 'hide'; readonly user: (typeof PEOPLE)[number]; readonly approved: boolean }
  | { readonly verb: 'hideAll'; readonly approved: boolean }
  | { readonly verb: 'import'; readonly door: (typeof DOORS)[number] };

/** What one caller wants done once: a request without a key, or all requests with one key. */
export interface Order {
  /** Which of the API keys. */
  readonly caller: number;
  /** Orders of other callers may have the same one. */
  readonly key: string | null;
  readonly ask: Ask;
  readonly deadlineMs: number;
  /** One where there is no key. */
  readonly sends: readonly Send[];
}

export interface Send {
  /** Milliseconds after the last send of this order began or was answered; of the first, after the history began. */
  readonly after: 'begin' | 'answer';
  readonly ms: number;
  readonly over: 'kept connection' | 'new connection' | 'websocket';
  readonly spelling: Spelling;
  /** With another input under the same key, which has to be refused. */
  readonly isChanged?: true;
}

export const SPELLINGS = ['name', '@name', 't.me/name', 'https://t.me/name', 'id'] as const;
export type Spelling = (typeof SPELLINGS)[number];

export interface Event {
  /** Milliseconds after the history began, or after a mutation's first call reached Telegram, or ran there. */
  readonly from: 'begin' | 'call' | 'run';
  readonly ms: number;
  readonly what: What;
}

export type What =
  /** The next calls meet a fault of the sandbox. `null`: whatever they are. */
  | {
      readonly do: 'fault';
      readonly fault: CallFault;
      readonly method: string | null;
      readonly times: number;
      readonly skip: number;
    }
  /** The wire to Telegram. */
  | { readonly do: 'cut' }
  | { readonly do: 'stall' | 'mute' | 'refuse'; readonly forMs: number }
  /** Callers' connections break under their requests. */
  | { readonly do: 'cutCallers' }
  /** The gateway's wall clock, not its monotonic one. */
  | { readonly do: 'step'; readonly seconds: number }
  /** Time passes for everybody: Telegram, and the gateway by both of its clocks. */
  | { readonly do: 'skip'; readonly seconds: number }
  | { readonly do: 'kill'; readonly downMs: number; readonly stepSeconds: number }
  | { readonly do: 'stop'; readonly forMs: number }
  /** The store's file. */
  | { readonly do: 'lock'; readonly forMs: number }
  | { readonly do: 'failStore'; readonly how: StoreFailure; readonly forMs: number }
  | { readonly do: 'loseStore' }
  /** Another client of the same account. */
  | { readonly do: 'other'; readonly ask: Ask };

/** Which statements fail: all that write, those on one table, or all behind the next claim on a link. */
export type StoreFailure = 'writes' | 'ledger' | 'claimed_link' | 'after claim';

/** Telegram's methods by verb. */
export const METHODS: Readonly<Record<Ask['verb'], string>> = {
  export: 'messages.exportChatInvite',
  exportPrimary: 'messages.exportChatInvite',
  edit: 'messages.editExportedChatInvite',
  revoke: 'messages.editExportedChatInvite',
  delete: 'messages.deleteExportedChatInvite',
  deleteRevoked: 'messages.deleteRevokedExportedChatInvites',
  hide: 'messages.hideChatJoinRequest',
  hideAll: 'messages.hideAllChatJoinRequests',
  import: 'messages.importChatInvite',
};

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Logger } from '../../base/log.ts';
import type { RightsStore, StoredRight } from '../../services/routing/rights.ts';
import { ROWS_AT_ONCE, type Tables } from './tables.ts';

/** Writing goes on in the background and its failures are not thrown: whatever is not kept, Telegram can be asked for again. */
export interface ChatRightTable extends RightsStore {
  /** The one learnt longest ago first. */
  load(): Promise<StoredRight[]>;
  /** Waits until what was kept so far is written, or has failed. */
  flush(): Promise<void>;
}

/** Of chats. The oldest go. */
const MOST_WAITING = 10_000;

/** What one account (Telegram's user id) may do in its chats. */
export function createChatRightTable(
  db: Kysely<Tables>,
  workspace: string,
  account: string,
  log: Pick<Logger, 'warn'>,
): ChatRightTable {
  /** By chat; `null` takes the row away. */
  const waiting = new Map<string, StoredRight | null>();
  let writing: Promise<void> | null = null;

  function write(chatId: string, right: StoredRight | null): void {
    waiting.delete(chatId);
    waiting.set(chatId, right);
    const [oldest] = waiting.keys();
    if (waiting.size > MOST_WAITING && oldest !== undefined) waiting.delete(oldest);
    writing ??= nextTurn().then(writeAll);
  }

  async function writeAll(): Promise<void> {
    try {
      for (; waiting.size > 0; await nextTurn()) await writeSome([...waiting].slice(0, ROWS_AT_ONCE));
    } catch (error) {
      log.warn({ err: error }, 'rights in chats were not kept; it is tried again with the next');
    }
    writing = null;
  }

  async function writeSome(batch: readonly (readonly [string, StoredRight | null])[]): Promise<void> {
    const rows = batch.flatMap(([chat, right]) =>
      right ? { workspace, account, chat, standing: right.right, seen_at: right.learntAt.toISOString() } : [],
    );
    await db.transaction().execute(async (transaction) => {
      await transaction
        .deleteFrom('chat_right')
        .where((row) => row.and({ workspace, account }))
        .where(
          'chat',
          'in',
          batch.map(([chat]) => chat),
        )
        .execute();
      if (rows.length > 0) await transaction.insertInto('chat_right').values(rows).execute();
    });
    for (const [chat, right] of batch) if (waiting.get(chat) === right) waiting.delete(chat);
  }

  return {
    async load() {
      const rows = await db
        .selectFrom('chat_right')
        .selectAll()
        .where((row) => row.and({ workspace, account }))
        .orderBy('seen_at')
        .execute();
      return rows.map(({ chat, standing, seen_at }) => ({
        chatId: chat,
        right: standing,
        learntAt: new Date(seen_at),
      }));
    },
    keep: (right) => write(right.chatId, right),
    forget: (chatId) => write(chatId, null),
    async flush() {
      await writing;
    },
  };
}

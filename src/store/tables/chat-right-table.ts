import type { Kysely } from 'kysely';
import type { ChatRights } from '../../services/routing/chat-rights.ts';
import type { Tables } from './tables.ts';

/** Those seen longest ago go. */
const MOST_RIGHTS = 100_000;

/** What is known of the rights of a workspace's accounts. */
export function createChatRightTable(
  db: Kysely<Tables>,
  workspace: string,
  { clock, most = MOST_RIGHTS }: { readonly clock: () => Date; readonly most?: number },
): ChatRights {
  async function dropOldest(): Promise<void> {
    const last = await db
      .selectFrom('chat_right')
      .select('seen_at')
      .where('workspace', '=', workspace)
      .orderBy('seen_at', 'desc')
      .offset(most)
      .limit(1)
      .executeTakeFirst();
    if (!last) return;
    await db.deleteFrom('chat_right').where('workspace', '=', workspace).where('seen_at', '<=', last.seen_at).execute();
  }

  return {
    async of(chat) {
      const rows = await db
        .selectFrom('chat_right')
        .selectAll()
        .where((row) => row.and({ workspace, chat }))
        .orderBy('account')
        .execute();
      return rows.map(({ account, is_creator, can_invite, seen_at }) => ({
        account,
        isCreator: is_creator === 1,
        canInvite: can_invite === 1,
        seenAt: new Date(seen_at),
      }));
    },
    async keep(chat, { account, isCreator, canInvite }) {
      const seen = {
        is_creator: isCreator ? 1 : 0,
        can_invite: canInvite ? 1 : 0,
        seen_at: clock().toISOString(),
      };
      await db
        .insertInto('chat_right')
        .values({ workspace, account, chat, ...seen })
        .onConflict((conflict) => conflict.columns(['workspace', 'chat', 'account']).doUpdateSet(seen))
        .execute();
      await dropOldest();
    },
    async forget(chat, account) {
      await db
        .deleteFrom('chat_right')
        .where((row) => row.and({ workspace, account, chat }))
        .execute();
    },
  };
}

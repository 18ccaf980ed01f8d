import { InvalidInputError } from '../errors/errors.ts';
import type { JoinRequest, User } from '../models.ts';
import { type Page, TELEGRAM_PAGE } from '../page/page.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { listJoinRequests } from './list-chat-invite-importers.ts';

/** Calls that finding somebody among those who wait takes at the most. */
export const MOST_CALLS = 10;

/** One row more shows whether there is a next page, so that each page is one call. */
const ROWS_OF_A_CALL = TELEGRAM_PAGE - 1;

/** One person's request to join, with what is told of the person. */
export interface FoundJoinRequest {
  readonly request: JoinRequest;
  readonly users: readonly User[];
}

/**
 * The request of this person at this chat, both by their marked ids; `null` when the person does not wait. Telegram has no
 * method for one request: a person who was seen before is looked for by name, and then everybody is listed, the newest first.
 * `InvalidInputError` when so many wait that this does not tell, and `BotMethodInvalidError` for a bot account, before any call.
 */
export async function getJoinRequest(
  deps: ChatInvitesDeps,
  chatId: string,
  userId: string,
): Promise<FoundJoinRequest | null> {
  const ask = (q: string | null, after: string | null) =>
    listJoinRequests(deps, { chatId, first: ROWS_OF_A_CALL, after, link: null, q });
  const among = ({ rows, users }: Page<JoinRequest>): FoundJoinRequest | null => {
    const row = rows.find(({ node }) => node.userId === userId);
    return row ? { request: row.node, users } : null;
  };

  const known = deps.peers.known(userId);
  const name = known?.kind === 'USER' ? (known.user.username ?? known.user.firstName) : null;
  const named = name === null ? null : among(await ask(name, null));
  if (named) return named;

  let after: string | null = null;
  for (let call = name === null ? 0 : 1; call < MOST_CALLS; call++) {
    const page: Page<JoinRequest> = await ask(null, after);
    const found = among(page);
    if (found || !page.hasNextPage) return found;
    after = page.rows.at(-1)?.cursor ?? null;
  }
  const message = 'This person is not among the newest of the many who wait. Look with `Chat.joinRequests(q)`.';
  throw new InvalidInputError([{ path: ['id'], message }]);
}

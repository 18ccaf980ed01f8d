/** A chat's door behind a fake port, and what Telegram tells of it by itself, for unit tests of live events. */
import { createUpdateHub } from '../../src/telegram/gramjs/updates.ts';
import { Api, fromLong, toLong } from '../../src/telegram/tl.ts';
import { answers, group } from './fake-community.ts';
import { fakeServices } from './fake-services.ts';
import { fakeTelegram } from './fake-telegram.ts';

/** Marked id of the chat behind the door. */
export const CHAT = '-1001234567890';

export function userOf(id: number): Api.User {
  return new Api.User({ id: toLong(BigInt(id)), accessHash: toLong(1n), firstName: `User ${id}` });
}

/** The services of an account, over people who wait at the door of `@some_group`. `changed` has other answers. */
export function fakeDoor(changed: Parameters<typeof fakeTelegram>[0] = {}) {
  /** Newest first, as Telegram lists them. */
  const waiting: Api.ChatInviteImporter[] = [];
  const updates = createUpdateHub();
  const telegram = fakeTelegram({
    ...answers,
    'messages.GetChatInviteImporters': (request: Api.messages.GetChatInviteImporters) => {
      const behind = waiting.findIndex((each) => isOffset(each, request));
      const importers = waiting.slice(behind + 1, behind + 1 + request.limit);
      return new Api.messages.ChatInviteImporters({
        count: waiting.length,
        importers,
        users: importers.map(({ userId }) => userOf(Number(userId))),
      });
    },
    ...changed,
  });
  const services = fakeServices({ telegram, updates });
  const tell = (update: Api.TypeUpdate) => updates.take(new Api.UpdateShort({ update, date: 0 }));

  return {
    waiting,
    updates,
    services,
    tell,
    /** Calls of a method so far. */
    calls: (method: string) => telegram.requests.filter(({ className }) => className === method).length,
    /** Somebody asks to be let in, at a time in Unix seconds; nothing is told of it. */
    knock(userId: number, date: number) {
      waiting.unshift(new Api.ChatInviteImporter({ requested: true, userId: toLong(BigInt(userId)), date, about: '' }));
    },
    /** What Telegram tells a user account. */
    ring: () =>
      tell(
        new Api.UpdatePendingJoinRequests({
          peer: new Api.PeerChannel({ channelId: group.id }),
          requestsPending: waiting.length,
          recentRequesters: [],
        }),
      ),
  };
}

function isOffset(row: Api.ChatInviteImporter, { offsetDate, offsetUser }: Api.messages.GetChatInviteImporters) {
  return (
    row.date === offsetDate &&
    offsetUser instanceof Api.InputUser &&
    fromLong(row.userId) === fromLong(offsetUser.userId)
  );
}

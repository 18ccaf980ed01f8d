/** An account, a supergroup and a person behind a fake port, for unit tests of the services. */
import type { ServicesDeps } from '../../src/services/index.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { fakeServices } from './fake-services.ts';
import { fakeTelegram } from './fake-telegram.ts';

export const me = new Api.User({ id: toLong(7n), self: true, accessHash: toLong(70n), firstName: 'Me' });
export const person = new Api.User({
  id: toLong(8n),
  accessHash: toLong(80n),
  firstName: 'Somebody',
  username: 'some_body',
});
/** `@some_group`, marked id -1001234567890. */
export const group = new Api.Channel({
  id: toLong(1234567890n),
  accessHash: toLong(99n),
  megagroup: true,
  title: 'Group',
  username: 'some_group',
  photo: new Api.ChatPhotoEmpty(),
  date: 0,
});
export const link = new Api.ChatInviteExported({
  link: 'https://t.me/+AbCdEfGhIjKlMnOp',
  adminId: toLong(7n),
  date: 1_700_000_000,
});

/** What `setUp` answers where a test says nothing else. */
export const answers = {
  'contacts.ResolveUsername': ({ username }: Api.contacts.ResolveUsername) =>
    username === 'some_body'
      ? new Api.contacts.ResolvedPeer({ peer: new Api.PeerUser({ userId: person.id }), users: [person], chats: [] })
      : new Api.contacts.ResolvedPeer({
          peer: new Api.PeerChannel({ channelId: group.id }),
          users: [],
          chats: [group],
        }),
  'messages.ExportChatInvite': () => link,
  'users.GetUsers': () => [me],
  'updates.GetState': () =>
    new Api.updates.State({ pts: 1, qts: 0, date: Date.UTC(2026, 0, 1) / 1000, seq: 0, unreadCount: 0 }),
  'messages.GetDialogs': () => new Api.messages.Dialogs({ dialogs: [], messages: [], chats: [group], users: [] }),
};

/** The services at the start of 2026 over a port with these answers; `changed` has other ones. */
export function setUp(
  changed: Parameters<typeof fakeTelegram>[0] = {},
  deps: Partial<Pick<ServicesDeps, 'ledger' | 'claims' | 'monotonic'>> = {},
) {
  let made = 0;
  const makeLink = () => {
    made += 1;
    return made === 1 ? link : new Api.ChatInviteExported({ ...link, link: `${link.link}${made}` });
  };
  const telegram = fakeTelegram({ ...answers, 'messages.ExportChatInvite': makeLink, ...changed });
  let now = Date.UTC(2026, 0, 1);
  return {
    telegram,
    services: fakeServices({ telegram, clock: () => new Date(now), monotonic: () => now, ...deps }),
    /** Milliseconds go by. */
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** The account as a bot. */
export const meAsBot = new Api.User({
  id: toLong(7n),
  self: true,
  bot: true,
  accessHash: toLong(70n),
  firstName: 'Bot',
});

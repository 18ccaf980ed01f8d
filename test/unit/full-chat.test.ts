import { expect, test } from 'vitest';
import { RpcFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { group, link, me, person, setUp } from '../support/fake-community.ts';

const wireLink = 'https://t.me/+AbCdEfGhIjKlMnOp';
const full = (fields: { exportedInvite?: Api.TypeExportedChatInvite; requestsPending?: number }) =>
  new Api.messages.ChatFull({
    fullChat: new Api.ChatFull({
      id: toLong(7001n),
      about: '',
      participants: new Api.ChatParticipantsForbidden({ chatId: toLong(7001n) }),
      notifySettings: new Api.PeerNotifySettings({}),
      ...fields,
    }),
    chats: [group],
    users: [me, person],
  });
const publicRequests = new Api.ChatInvitePublicJoinRequests();

test.each([
  ['the link, and that nobody waits', { exportedInvite: link }, { link: wireLink, chatId: '-7001' }, 0],
  ['the link, and how many wait', { exportedInvite: link, requestsPending: 3 }, { link: wireLink }, 3],
  ['nothing where Telegram says nothing', {}, null, null],
  ['how many wait, without a link', { requestsPending: 2 }, null, 2],
  ['no link for requests through a public name', { exportedInvite: publicRequests }, null, null],
])('a full chat tells %s', async (_what, fields, permanentInvite, requestsPending) => {
  const { services } = setUp({ 'messages.GetFullChat': () => full(fields) });
  expect(await services.chatInvites.fullChat('-7001')).toEqual({
    permanentInvite: permanentInvite && expect.objectContaining(permanentInvite),
    requestsPending,
  });
});

test('a chat that is refused is told with Telegram’s name for it', async () => {
  const { services } = setUp({
    'channels.GetFullChannel': () => {
      throw new RpcFailure(406, 'CHANNEL_PRIVATE');
    },
  });
  await expect(services.chatInvites.fullChat('-1001234567890')).rejects.toMatchObject({ code: 'CHANNEL_PRIVATE' });
});

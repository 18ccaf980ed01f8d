import { expect, test } from 'vitest';
import { startTestGateway } from '../support/start-gateway.ts';

test('many links of many chats ask for their admins once, for channels once and for basic groups once', async () => {
  await using gateway = await startTestGateway();
  const link = '{ ... on ExportedChatInvite { chat { title } admin { username } } }';
  const answer = await gateway.query(`mutation {
    a: exportChatInvite(input: { peer: "sandbox_community" }) ${link}
    b: exportChatInvite(input: { peer: "sandbox_community" }) ${link}
    c: exportChatInvite(input: { peer: "sandbox_news" }) ${link}
    d: exportChatInvite(input: { peer: "-7001" }) ${link}
  }`);
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.['d']).toMatchObject({ admin: { username: 'sandbox_owner' } });
  // Mutations run one after the other, so the look-ups of one are over before the next begins: the loader's memory serves them.
  const count = (method: string) => gateway.calls.filter((call) => call === method).length;
  expect(count('users.GetUsers')).toBe(1);
  expect(count('channels.GetChannels')).toBe(2);
  expect(count('messages.GetChats')).toBe(1);
  expect(count('messages.ExportChatInvite')).toBe(4);
  expect(count('contacts.ResolveUsername')).toBe(2);
});

test('a query for many chats and the account is one call for each kind', async () => {
  await using gateway = await startTestGateway();
  await gateway.query('{ a: chat(peer: "sandbox_community") { id } b: chat(peer: "sandbox_news") { id } }');
  gateway.calls.length = 0;
  const answer = await gateway.query(`{
    self: node(id: "VXNlcjo3MDAwMDAwMDAx") { ... on User { username } } again: node(id: "VXNlcjo3MDAwMDAwMDAx") { ... on User { firstName } }
    a: chat(peer: "sandbox_community") { title } b: chat(peer: "@sandbox_news") { title }
    c: chat(peer: "-7001") { title } d: chat(peer: "sandbox_community") { kind }
  }`);
  expect(answer.errors).toBeUndefined();
  expect(gateway.calls.sort()).toEqual(['channels.GetChannels', 'messages.GetChats', 'users.GetUsers']);
});

test('node refetches a link, a chat and a user by the ids that they had', async () => {
  await using gateway = await startTestGateway();
  const made = await gateway.query(`mutation {
    exportChatInvite(input: { peer: "sandbox_community", title: "Again" }) {
      ... on ExportedChatInvite { id link chat { id } admin { id } }
    }
  }`);
  const { id, link, chat, admin } = made.data?.['exportChatInvite'] ?? ({} as never);
  const node = async (nodeId: string) =>
    (
      await gateway.query(
        `query ($id: ID!) { node(id: $id) { __typename id
          ... on ExportedChatInvite { link name: title } ... on Chat { title } ... on User { username } } }`,
        { id: nodeId },
      )
    ).data?.['node'];
  expect(await node(id)).toEqual({ __typename: 'ExportedChatInvite', id, link, name: 'Again' });
  expect(await node(chat['id'])).toEqual({ __typename: 'Chat', id: chat['id'], title: 'Sandbox Community' });
  expect(await node(admin['id'])).toEqual({ __typename: 'User', id: admin['id'], username: 'sandbox_owner' });
});

test('a bot account makes links, and is told before any call that it cannot read one again', async () => {
  await using gateway = await startTestGateway({ account: 'bot' });
  const made = await gateway.query(`mutation {
    exportChatInvite(input: { peer: "sandbox_community" }) { ... on ExportedChatInvite { id admin { isBot } } }
  }`);
  expect(made.data?.['exportChatInvite']).toMatchObject({ admin: { isBot: true } });
  gateway.calls.length = 0;
  const { id } = made.data?.['exportChatInvite'] ?? ({} as never);
  const answer = await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BOT_METHOD_INVALID', telegramCode: 400 });
  expect(gateway.calls).toEqual([]);
});

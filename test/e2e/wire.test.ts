import { expect, test } from 'vitest';
import { startTestGateway } from '../support/start-gateway.ts';

const EXPORT = `mutation ($input: ExportChatInviteInput!) {
  exportChatInvite(input: $input) {
    __typename
    ... on ExportedChatInvite { link title expireDate usageLimit requestNeeded permanent }
    ... on Error { message }
  }
}`;

test('the parameters of the documented example all arrive in Telegram’s world', async () => {
  await using gateway = await startTestGateway();
  const expireDate = Math.floor(Date.now() / 1000) + 3600;
  const inputs = [
    { peer: 'sandbox_community', title: 'My very normal title', usageLimit: 43, expireDate },
    { peer: 'sandbox_community', title: 'By request', requestNeeded: true },
    { peer: 'sandbox_community', legacyRevokePermanent: true },
    { peer: 'sandbox_community', usageLimit: null, title: null, expireDate: null, requestNeeded: false },
  ];
  for (const input of inputs) {
    const answer = await gateway.query(EXPORT, { input });
    expect(answer.data?.['exportChatInvite']).toMatchObject({ __typename: 'ExportedChatInvite' });
  }
  const chatId = -1_002_000_000_001n;
  expect(gateway.sandbox.world.exportRequests).toMatchObject([
    {
      chatId,
      title: 'My very normal title',
      usageLimit: 43,
      expireDate,
      requestNeeded: false,
      legacyRevokePermanent: false,
    },
    {
      chatId,
      title: 'By request',
      usageLimit: null,
      expireDate: null,
      requestNeeded: true,
      legacyRevokePermanent: false,
    },
    { chatId, title: null, usageLimit: null, expireDate: null, requestNeeded: false, legacyRevokePermanent: true },
    { chatId, title: null, usageLimit: null, expireDate: null, requestNeeded: false, legacyRevokePermanent: false },
  ]);
  const [made] = gateway.sandbox.world.invites.filter((invite) => invite.title === 'My very normal title');
  expect(made).toMatchObject({ usageLimit: 43, expireDate });
});

test('an RFC 3339 date arrives as Unix seconds and comes back as RFC 3339', async () => {
  await using gateway = await startTestGateway();
  const answer = await gateway.query(EXPORT, {
    input: { peer: 'sandbox_community', expireDate: '2037-12-31T23:59:59+01:00' },
  });
  expect(answer.data?.['exportChatInvite']).toMatchObject({ expireDate: '2037-12-31T22:59:59.000Z' });
  expect(gateway.sandbox.world.exportRequests).toMatchObject([
    { expireDate: Date.UTC(2037, 11, 31, 22, 59, 59) / 1000 },
  ]);
});

test('a primary link is not replaced by a request that wishes for more than that', async () => {
  await using gateway = await startTestGateway();
  const replace = async (wishes: object) => {
    const input = { peer: '-7001', legacyRevokePermanent: true, ...wishes };
    return (await gateway.query(EXPORT, { input })).data?.['exportChatInvite'];
  };
  expect(await replace({ title: 'Flyer', usageLimit: 5 })).toMatchObject({
    __typename: 'InvalidInputError',
    message: expect.stringMatching(/^input.legacyRevokePermanent, input.title, input.usageLimit: /),
  });
  expect(gateway.sandbox.world.exportRequests).toEqual([]);
  const absent = { title: ' ', usageLimit: null, expireDate: null, requestNeeded: false, subscriptionPricing: null };
  expect(await replace(absent)).toMatchObject({ __typename: 'ExportedChatInvite', permanent: true });
});

test('legacyRevokePermanent answers the new primary link, and the old one is revoked', async () => {
  await using gateway = await startTestGateway();
  const answer = await gateway.query(EXPORT, { input: { peer: '-7001', legacyRevokePermanent: true } });
  const made = answer.data?.['exportChatInvite'] ?? { link: '' };
  expect(made).toMatchObject({ permanent: true });
  const primaries = gateway.sandbox.world.invites.filter((invite) => invite.permanent && invite.chatId === -7001n);
  expect(primaries.filter((invite) => !invite.revoked).map((invite) => invite.link)).toEqual([made['link']]);
});

import { graphql } from './gql/index.ts';

graphql(`
  fragment LinkRow on ExportedChatInvite { __typename id link title date permanent revoked requestNeeded usageLimit }
  fragment RequestRow on JoinRequest { __typename id date about user { id peer firstName lastName } }
  fragment Refusal on Error {
    __typename code message
    ... on FloodWaitError { retryAfterSeconds }
    ... on GatewayBusyError { retryAfterSeconds }
    ... on TelegramUnavailableError { outcome }
  }
`);

export const CHATS = graphql(`query Chats { chats(first: 100) { edges { node { id peer title } } } }`);

/** A hundred rows are one call to Telegram. */
export const LISTS = graphql(`query Lists($peer: Peer!) {
  chat(peer: $peer) {
    id
    live: exportedInvites(first: 100) { totalCount edges { node { ...LinkRow } } }
    revoked: exportedInvites(first: 100, revoked: true) { totalCount edges { node { ...LinkRow } } }
    waiting: joinRequests(first: 100) { totalCount edges { node { ...RequestRow } } }
  }
}`);

/** The same row as in the list, into which cache.ts puts it. */
export const LIVE = graphql(`subscription Live($peer: Peer!) { chatJoinRequests(peer: $peer) { ...RequestRow } }`);

export const MAKE = graphql(`mutation Make($input: ExportChatInviteInput!) {
  answer: exportChatInvite(input: $input) { __typename ...LinkRow ...Refusal }
}`);
export const REVOKE = graphql(`mutation Revoke($input: RevokeExportedChatInviteInput!) {
  answer: revokeExportedChatInvite(input: $input) {
    __typename ...LinkRow ...Refusal
    ... on ExportedChatInviteReplaced { invite { ...LinkRow } newInvite { ...LinkRow } }
  }
}`);
export const DELETE = graphql(`mutation Delete($input: DeleteExportedChatInviteInput!) {
  answer: deleteExportedChatInvite(input: $input) {
    __typename ...Refusal ... on DeletedExportedChatInvite { gone: deletedId }
  }
}`);
export const DECIDE = graphql(`mutation Decide($input: HideChatJoinRequestInput!) {
  answer: hideChatJoinRequest(input: $input) {
    __typename ...Refusal ... on ChatJoinRequestHidden { gone: joinRequestId }
  }
}`);

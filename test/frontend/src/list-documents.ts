/** What a page sends. Each answer brings the ids of what has changed, and of the chat whose lists it was in. */
import type { Link, Mutation, Request } from '../../support/list-scenario.ts';

const LINK = '__typename id link title date revoked';

export const MUTATIONS: Readonly<Record<Mutation, string>> = {
  hideChatJoinRequest: `mutation Hide($input: HideChatJoinRequestInput!) { hideChatJoinRequest(input: $input) {
    __typename ... on ChatJoinRequestHidden { joinRequestId chat { id } } } }`,
  editExportedChatInvite: `mutation Edit($input: EditExportedChatInviteInput!) { editExportedChatInvite(input: $input) {
    __typename ... on ExportedChatInvite { ${LINK} } } }`,
  revokeExportedChatInvite: `mutation Revoke($input: RevokeExportedChatInviteInput!) {
    revokeExportedChatInvite(input: $input) { __typename
      ... on ExportedChatInvite { ${LINK} chat { id } }
      ... on ExportedChatInviteReplaced { invite { ${LINK} chat { id } } newInvite { ${LINK} } } } }`,
  deleteExportedChatInvite: `mutation Delete($input: DeleteExportedChatInviteInput!) {
    deleteExportedChatInvite(input: $input) { __typename ... on DeletedExportedChatInvite { deletedId chat { id } } } }`,
};

export const REQUESTS = `subscription Requests($peer: Peer!) { chatJoinRequests(peer: $peer) {
  __typename id date user { id firstName } chat { id } } }`;

type InChat = { readonly chat: { readonly id: string } };
type Refusal = { readonly __typename: 'SomeError' };

export type LinkInChat = Link & InChat & { readonly __typename: 'ExportedChatInvite' };
export type RequestInChat = Request & InChat & { readonly __typename: 'JoinRequest' };

export type Answers = {
  readonly hideChatJoinRequest:
    | (InChat & { readonly __typename: 'ChatJoinRequestHidden'; readonly joinRequestId: string })
    | Refusal;
  readonly deleteExportedChatInvite:
    | (InChat & { readonly __typename: 'DeletedExportedChatInvite'; readonly deletedId: string })
    | Refusal;
  readonly revokeExportedChatInvite:
    | LinkInChat
    | {
        readonly __typename: 'ExportedChatInviteReplaced';
        readonly invite: LinkInChat;
        readonly newInvite: Link & { readonly __typename: 'ExportedChatInvite' };
      }
    | Refusal;
  readonly chatJoinRequests: RequestInChat;
};

/** The revoked link of an answer, and the one in its place where it was a primary one. */
export function linksIn(answer: Answers['revokeExportedChatInvite']) {
  switch (answer.__typename) {
    case 'ExportedChatInvite':
      return { revoked: answer, fresh: null };
    case 'ExportedChatInviteReplaced':
      return { revoked: answer.invite, fresh: answer.newInvite };
    default:
      return null;
  }
}

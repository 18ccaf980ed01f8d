/** Puts the schema together: each import below defines its types on the builder. Knows GraphQL and the services' words. */
import './scalars.ts';
import './error/errors.ts';
import './user/user.ts';
import './account/account.ts';
import './account/manage-accounts.ts';
import './chat/chat.ts';
import './chat/chats-for-links.ts';
import './account/accounts-of-chat.ts';
import './invite/exported-chat-invite.ts';
import './invite/join-request.ts';
import './invite/qr-code-of-invite.ts';
import './invite/importers-of-invite.ts';
import './invite/invites-of-chat.ts';
import './invite/lists-of-chat.ts';
import './invite/export-chat-invite.ts';
import './invite/edit-exported-chat-invite.ts';
import './invite/revoke-exported-chat-invite.ts';
import './invite/delete-exported-chat-invite.ts';
import './invite/delete-revoked-exported-chat-invites.ts';
import './invite/check-chat-invite.ts';
import './invite/import-chat-invite.ts';
import './invite/hide-chat-join-request.ts';
import './invite/hide-all-chat-join-requests.ts';
import './live/chat-join-requests.ts';
import './live/chat-invite-uses.ts';
import './sign-in/sign-in.ts';
import './sign-in/mutations.ts';
import './sign-in/subscription.ts';
import { builder } from './builder.ts';
import { withIdsAsValues } from './node-id.ts';

export { presentError } from './error/errors.ts';
// Unsorted: what is printed is sorted where it is printed.
export const schema = withIdsAsValues(builder.toSchema({ sortSchema: false }));

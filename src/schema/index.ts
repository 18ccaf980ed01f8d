/** Puts the schema together: each import below defines its types on the builder. Knows GraphQL and the services' words. */
import './scalars.ts';
import './errors.ts';
import './user.ts';
import './account-state.ts';
import './chat.ts';
import './chat-invite/exported-chat-invite.ts';
import './chat-invite/qr-code-of-invite.ts';
import './chat-invite/importers-of-invite.ts';
import './chat-invite/invites-of-chat.ts';
import './chat-invite/lists-of-chat.ts';
import './chat-invite/export-chat-invite.ts';
import './chat-invite/edit-exported-chat-invite.ts';
import './chat-invite/revoke-exported-chat-invite.ts';
import './chat-invite/delete-exported-chat-invite.ts';
import './chat-invite/delete-revoked-exported-chat-invites.ts';
import './chat-invite/check-chat-invite.ts';
import './chat-invite/import-chat-invite.ts';
import './chat-invite/hide-chat-join-request.ts';
import './chat-invite/hide-all-chat-join-requests.ts';
import './subscriptions/chat-join-requests.ts';
import './subscriptions/chat-invite-uses.ts';
import { builder } from './builder.ts';
import { notingReplays } from './idempotency.ts';

export { presentError } from './errors.ts';
export const schema = notingReplays(builder.toSchema());

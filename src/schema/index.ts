/** Puts the schema together: each import below defines its types on the builder. Knows GraphQL and the services' words. */
import './scalars.ts';
import './errors.ts';
import './user.ts';
import './chat.ts';
import './chat-invite.ts';
import { builder } from './builder.ts';

export { presentError } from './errors.ts';
export const schema = builder.toSchema();

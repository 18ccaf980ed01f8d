import { PeerNotFoundError } from '../../services/errors/errors.ts';
import * as telegram from '../../services/errors/telegram-errors.ts';
import { commonErrors, withTypes } from '../error/errors.ts';

/** What any call about a chat may meet, beside its own errors: the chat has to be found, and the account let into it. */
export const chatErrors = [
  ...withTypes([
    telegram.BusinessConnectionNotAllowedError,
    telegram.ChannelInvalidError,
    telegram.ChannelPrivateError,
    telegram.ChatIdInvalidError,
    telegram.ChatWriteForbiddenError,
    telegram.PeerIdInvalidError,
    telegram.UsernameInvalidError,
    telegram.UsernameNotOccupiedError,
  ]),
  PeerNotFoundError,
  ...commonErrors,
] as const;

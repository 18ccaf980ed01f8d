import { Api } from '../../telegram/tl.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import {
  aboutField,
  GatewayError,
  InvalidInputError,
  orGatewayError,
  TelegramUnavailableError,
} from '../errors/errors.ts';
import { parsed, refuse } from '../errors/refuse.ts';
import {
  ExpireDateInvalidError,
  InviteHashExpiredError,
  PricingChatInvalidError,
  UsageLimitInvalidError,
} from '../errors/telegram-errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ExportedChatInvite } from '../models.ts';
import { type Attempt, askedAt, certainly } from '../once/certain.ts';
import { lastSent, type Span } from '../once/telegram-time.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import { toNamedInvite } from './exported-chat-invite.ts';
import { readExportedChatInvite } from './get-exported-chat-invite.ts';
import { brokenRules, cleanTitle, unixSeconds, unixSecondsOrNull } from './invite-rules.ts';
import type { NamedLink } from './revoke-exported-chat-invite.ts';

/** `undefined` leaves a setting as it is, `null` takes it away; approval cannot be taken away but by `false`. */
export interface EditExportedChatInviteInput extends NamedLink {
  readonly expireDate?: Date | null | undefined;
  readonly usageLimit?: number | null | undefined;
  readonly title?: string | null | undefined;
  /** `null` leaves it as it is, too. */
  readonly requestNeeded?: boolean | null | undefined;
}

const SWITCHING =
  'A link has approval or a limit, not both, and a paid one neither. To switch a limited link to approval, send ' +
  'usageLimit: null and requestNeeded: true in one call; to switch back, requestNeeded: false and the usageLimit.';

/**
 * messages.editExportedChatInvite with values. When the answer is lost, a user account reads the link: it tells its values, and
 * when it was edited last (`start_date`). A bot account cannot read links.
 */
export async function editExportedChatInvite(
  deps: ChatInvitesDeps,
  input: EditExportedChatInviteInput,
  attempt: Attempt,
): Promise<ExportedChatInvite> {
  const { chats, peers, self } = deps;
  const changes = toWire(input);
  const peer = parsed(() => namedChat(input.peer, PEER_PATH));
  const broken = brokenRules(settingsOf(input), askedAt(attempt, deps.clock));
  refuse([...peer.broken, ...nothingToChange(changes), ...broken, ...attempt.broken]);
  const chat = await chats.find(peer.value());

  async function look(sendings: readonly Span[]): Promise<ExportedChatInvite | null> {
    const invite = await orGatewayError(readExportedChatInvite(deps, chat, input.link));
    if (invite instanceof InviteHashExpiredError) return null; // the next sending brings Telegram's refusal
    if (invite instanceof GatewayError) throw invite;
    if (isAsEdited(invite, input)) return invite;
    if (invite.startDate === null || unixSeconds(invite.startDate) < lastSent(sendings)) return null;
    throw new TelegramUnavailableError(
      'Somebody has edited the link since; whether this edit came before is not known.',
      'UNKNOWN',
    );
  }

  return certainly<Api.messages.EditExportedChatInvite, ExportedChatInvite>(deps, attempt, {
    request: new Api.messages.EditExportedChatInvite({
      peer: inputPeer(chat),
      link: inviteUrl(input.link),
      ...changes,
    }),
    async read(answer) {
      peers.remember(answer);
      return toNamedInvite(answer.invite, markedId(chat));
    },
    refusal(error) {
      // The values themselves were checked above: what is wrong is how the change goes with what the link has.
      if (error instanceof UsageLimitInvalidError) {
        throw new UsageLimitInvalidError({ telegramCode: error.telegramCode, detail: SWITCHING });
      }
      if (error instanceof ExpireDateInvalidError) {
        throw new ExpireDateInvalidError({ telegramCode: error.telegramCode, detail: 'A paid link takes no expiry.' });
      }
      throw error instanceof PricingChatInvalidError ? aboutField(error, ['input', 'requestNeeded']) : error;
    },
    ...(!(await self()).isBot && { look }),
  });
}

function isAsEdited(invite: ExportedChatInvite, input: EditExportedChatInviteInput): boolean {
  return (
    (input.expireDate === undefined || unixSecondsOrNull(invite.expireDate) === unixSecondsOrNull(input.expireDate)) &&
    (input.usageLimit === undefined || invite.usageLimit === input.usageLimit) &&
    (input.title === undefined || invite.title === cleanTitle(input.title)) &&
    (typeof input.requestNeeded !== 'boolean' || invite.requestNeeded === input.requestNeeded)
  );
}

/** Telegram's words for "none" are 0 and the empty text; a field that is left out stays as it is. */
function toWire({ expireDate, usageLimit, title, requestNeeded }: EditExportedChatInviteInput) {
  return {
    ...(expireDate !== undefined && { expireDate: expireDate ? unixSeconds(expireDate) : 0 }),
    ...(usageLimit !== undefined && { usageLimit: usageLimit ?? 0 }),
    ...(title !== undefined && { title: cleanTitle(title) ?? '' }),
    ...(typeof requestNeeded === 'boolean' && { requestNeeded }),
  };
}

function nothingToChange(changes: object): GatewayError[] {
  if (Object.keys(changes).length > 0) return [];
  const message = 'There is nothing to change. Give at least one of expireDate, usageLimit, title and requestNeeded.';
  return [new InvalidInputError([{ path: ['input'], message }])];
}

/** The values that the edit sets, for the rules that hold for a new link as well. */
function settingsOf({ expireDate, usageLimit, title, requestNeeded }: EditExportedChatInviteInput) {
  return {
    legacyRevokePermanent: false,
    expireDate: expireDate ?? null,
    usageLimit: usageLimit ?? null,
    title: cleanTitle(title ?? null),
    requestNeeded: requestNeeded ?? false,
    subscriptionPricing: null,
  };
}

import type { TelegramPort } from '../../telegram/port.ts';
import { Api, toLong } from '../../telegram/tl.ts';
import { TELEGRAM_PAGE } from '../page/page.ts';
import { inputPeer, type KnownPeer, knownChat, knownUser, referenceOf } from './entities.ts';
import { markedId } from './peer.ts';

/** Calls after which one walk through the account's list of chats rests: a thousand chats and people. */
export const MOST_DIALOG_PAGES = 10;

/**
 * Behind which row a page begins, in the texts of a cursor. Most rows have an offset: date and id of the newest message, and the
 * peer by kind, id and access hash (https://core.telegram.org/api/offsets). Pinned rows, which stand at the head whatever their
 * dates are, and those without a message have none: their marked id comes first, then the offset before them. It is empty
 * for the others, and the offset is absent at the head.
 */
export type DialogPlace = readonly string[];

export interface DialogPage {
  /** With all that came along. */
  readonly answer: Api.messages.Dialogs | Api.messages.DialogsSlice;
  /** What the account has a conversation with, newest activity first. `chat` is absent for a person. */
  readonly rows: readonly { readonly chat: Api.TypeChat | undefined; readonly place: DialogPlace }[];
  readonly isLast: boolean;
}

/** One call of messages.getDialogs, for user accounts: up to a hundred rows behind a place, `null` for the beginning. */
export async function readDialogPage(telegram: TelegramPort, behind: DialogPlace | null): Promise<DialogPage> {
  const answer = await telegram.invoke(
    new Api.messages.GetDialogs({ ...offsetOf(behind ?? []), limit: TELEGRAM_PAGE, hash: toLong(0n) }),
  );
  // Telegram says so to a hash that it gave, and gets none.
  if (answer instanceof Api.messages.DialogsNotModified) throw new Error('messages.getDialogs gave no dialogs');

  const users = answer.users.map(knownUser);
  const chats = answer.chats.map((chat) => ({ chat, peer: knownChat(chat) }));
  const peers = new Map([...users, ...chats.map(({ peer }) => peer)].map((peer) => [peer && markedId(peer), peer]));
  const chatOf = new Map(chats.map(({ chat, peer }) => [peer && markedId(peer), chat]));
  // Ids of messages are counted in each channel anew.
  const dateOf = new Map(
    answer.messages.flatMap((message) =>
      message.peerId && 'date' in message ? [[`${nameOf(message.peerId)} ${message.id}`, message.date]] : [],
    ),
  );
  const [passed, ...begin] = behind ?? [];
  let offset = begin;
  const rows = answer.dialogs.flatMap((dialog) => {
    if (!(dialog instanceof Api.Dialog)) return []; // a folder
    const id = nameOf(dialog.peer);
    const date = dialog.pinned ? undefined : dateOf.get(`${id} ${dialog.topMessage}`);
    if (date !== undefined) offset = [String(date), String(dialog.topMessage), ...address(peers.get(id))];
    return { chat: chatOf.get(id), place: [date === undefined ? id : '', ...offset] };
  });
  const isLast = answer instanceof Api.messages.Dialogs || answer.dialogs.length < TELEGRAM_PAGE;
  // A row that has an offset by now stands elsewhere, and what is behind the one of the place is read from its beginning.
  const start = passed ? rows.findIndex(({ place }) => place[0] === passed) + 1 : 0;
  return { answer, rows: rows.slice(start), isLast };
}

/** Kind, id and access hash; nothing for whom no request may address. */
function address(peer: KnownPeer | null | undefined): string[] {
  if (!peer) return [];
  return [peer.kind, String(peer.id), ...('accessHash' in peer ? [String(peer.accessHash)] : [])];
}

function nameOf(peer: Api.TypePeer): string {
  return markedId(referenceOf(peer));
}

function offsetOf([, ...offset]: DialogPlace) {
  const [date = '0', id = '0', kind, peerId = '0', accessHash = '0'] = offset;
  const isPeer = kind === 'USER' || kind === 'CHANNEL' || kind === 'BASIC_GROUP';
  return {
    ...(offset.length > 0 && { excludePinned: true }),
    offsetDate: Number(date),
    offsetId: Number(id),
    offsetPeer: isPeer
      ? inputPeer({ kind, id: BigInt(peerId), accessHash: BigInt(accessHash) })
      : new Api.InputPeerEmpty(),
  };
}

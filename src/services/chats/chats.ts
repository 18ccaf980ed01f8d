import type { TelegramPort } from '../../telegram/port.ts';
import { Api, toLong } from '../../telegram/tl.ts';
import { GatewayError, isPassingTrouble, orGatewayError, PeerNotFoundError } from '../errors/errors.ts';
import { PeerIdInvalidError } from '../errors/telegram-errors.ts';
import type { Chat } from '../models.ts';
import { inputChannel, knownChat } from './entities.ts';
import { markedId, parsePeer } from './peer.ts';
import type { ChatAddress, Peers } from './peers.ts';

export interface Chats {
  /**
   * The chat that a frontend's text names. Throws as `parsePeer` and `Peers.resolve` do, and `PeerIdInvalidError` for a
   * user, which costs no call where the text alone tells.
   */
  resolve(peer: string, path: readonly string[]): Promise<ChatAddress>;
  /** The marked id of the same. */
  idOf(peer: string, path: readonly string[]): Promise<string>;
  /**
   * The chats behind these marked ids, in their order: one call for all channels and supergroups and one for all basic
   * groups. A chat that Telegram does not show is an error in its place. When Telegram cannot be asked just now, what is
   * known already is answered: a link that was just made must not be lost to a failing look-up of its chat.
   */
  load(ids: readonly string[]): Promise<(Chat | GatewayError)[]>;
}

const PATH_OF_ID = ['id'];

export function createChats(telegram: TelegramPort, peers: Peers): Chats {
  async function resolve(text: string, path: readonly string[]): Promise<ChatAddress> {
    const reference = parsePeer(text, path);
    if (reference.kind === 'SELF' || reference.kind === 'USER')
      throw new PeerIdInvalidError({ detail: userNamed(text) });
    const peer = await peers.resolve(reference);
    if (peer.kind === 'USER') throw new PeerIdInvalidError({ detail: userNamed(text) });
    return peer;
  }

  async function resolveEach(ids: readonly string[]): Promise<(ChatAddress | GatewayError)[]> {
    return Promise.all(ids.map((id) => orGatewayError(resolve(id, PATH_OF_ID))));
  }

  /** Asks Telegram; a refusal is thrown, trouble on the way answers nothing. */
  async function ask(request: Api.channels.GetChannels | Api.messages.GetChats): Promise<Chat[]> {
    try {
      const { chats } = await telegram.invoke(request);
      peers.remember({ chats });
      return chats.flatMap((chat) => knownChat(chat)?.chat ?? []);
    } catch (error) {
      if (isPassingTrouble(error)) return [];
      throw error;
    }
  }

  return {
    resolve,
    idOf: async (peer, path) => markedId(await resolve(peer, path)),
    async load(ids) {
      const addresses = await resolveEach(ids);
      const channels = addresses.flatMap((address) => ('accessHash' in address ? [inputChannel(address)] : []));
      const groups = addresses.flatMap((address) =>
        !(address instanceof GatewayError) && address.kind === 'BASIC_GROUP' ? [toLong(address.id)] : [],
      );
      const answers = await Promise.all([
        channels.length > 0 ? ask(new Api.channels.GetChannels({ id: channels })) : [],
        groups.length > 0 ? ask(new Api.messages.GetChats({ id: groups })) : [],
      ]);
      const fresh = new Map(answers.flat().map((chat) => [chat.id, chat]));
      return addresses.map((address) => {
        if (address instanceof GatewayError) return address;
        const id = markedId(address);
        const known = fresh.get(id) ?? ('chat' in address ? address.chat : undefined);
        return known ?? new PeerNotFoundError(`Telegram shows this account no chat with the id ${id}.`);
      });
    },
  };
}

function userNamed(text: string): string {
  return `"${text}" is a person.`;
}

import type { TelegramPort } from '../../telegram/port.ts';
import { Api, toLong } from '../../telegram/tl.ts';
import { GatewayError, isPassingTrouble, orGatewayError, PeerNotFoundError } from '../errors/errors.ts';
import type { Chat } from '../models.ts';
import { inputChannel, knownChat } from './entities.ts';
import { markedId, type NamedChat, namedChat, namesPerson } from './peer.ts';
import type { ChatAddress, Peers } from './peers.ts';

export interface Chats {
  /** The marked id of the chat that a frontend's text names. Throws as `namedChat` and `find` do. */
  idOf(peer: string, path: readonly string[]): Promise<string>;
  /**
   * The chat that was named. Throws as `Peers.resolve` does, and `PeerIdInvalidError` for a person's username.
   */
  find(peer: NamedChat): Promise<ChatAddress>;
  /**
   * The chats behind these marked ids, in their order: one call for all channels and supergroups and one for all basic
   * groups. A chat that Telegram does not show is an error in its place. When Telegram cannot be asked just now, or
   * refuses and `orKnown` is set, what is known already is answered: a link that was just made must not be lost to a failing look-up of its chat.
   */
  load(ids: readonly string[], options?: { readonly orKnown?: boolean }): Promise<(Chat | GatewayError)[]>;
}

const PATH_OF_ID = ['id'];

export function createChats(telegram: TelegramPort, peers: Peers): Chats {
  async function find({ text, reference }: NamedChat): Promise<ChatAddress> {
    const peer = await peers.resolve(reference);
    if (peer.kind === 'USER') throw namesPerson(text);
    return peer;
  }

  const findById = async (id: string) => find(namedChat(id, PATH_OF_ID));

  async function findEach(ids: readonly string[]): Promise<(ChatAddress | GatewayError)[]> {
    return Promise.all(ids.map((id) => orGatewayError(findById(id))));
  }

  /** Asks Telegram; a refusal is thrown unless `orKnown`, trouble on the way answers nothing. */
  async function ask(request: Api.channels.GetChannels | Api.messages.GetChats, orKnown: boolean): Promise<Chat[]> {
    try {
      const { chats } = await telegram.invoke(request);
      peers.remember({ chats });
      return chats.flatMap((chat) => knownChat(chat)?.chat ?? []);
    } catch (error) {
      if (isPassingTrouble(error) || (orKnown && error instanceof GatewayError)) return [];
      throw error;
    }
  }

  return {
    idOf: async (peer, path) => markedId(await find(namedChat(peer, path))),
    find,
    async load(ids, { orKnown = false } = {}) {
      const addresses = await findEach(ids);
      const channels = addresses.flatMap((address) => ('accessHash' in address ? [inputChannel(address)] : []));
      const groups = addresses.flatMap((address) =>
        !(address instanceof GatewayError) && address.kind === 'BASIC_GROUP' ? [toLong(address.id)] : [],
      );
      const answers = await Promise.all([
        channels.length > 0 ? ask(new Api.channels.GetChannels({ id: channels }), orKnown) : [],
        groups.length > 0 ? ask(new Api.messages.GetChats({ id: groups }), orKnown) : [],
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
